"""Addresses of meetings besides their pages."""

from django.urls import path

from networks.calendar import meeting_calendar

urlpatterns = [
    path("bijeenkomsten/<slug:slug>.ics", meeting_calendar, name="meeting_calendar"),
]
