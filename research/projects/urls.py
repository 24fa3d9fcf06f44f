"""Addresses of researchers; project lines are pages and have addresses of their own."""

from __future__ import annotations

from django.urls import path

from research.projects.views import list_researchers, show_researcher

app_name = "projects"
urlpatterns = [
    path("onderzoekers/", list_researchers, name="researchers"),
    path("onderzoekers/<slug:slug>/", show_researcher, name="researcher"),
]
