"""Addresses of notifications and of the way out of mail."""

from __future__ import annotations

from django.urls import path

from delivery.views.choosing import choose_level, settings_page
from delivery.views.listing import mark_all_read, notifications, open_notification
from delivery.views.unsubscribing import unsubscribe

app_name = "delivery"
urlpatterns = [
    path("account/meldingen/", notifications, name="notifications"),
    path("account/meldingen/gelezen/", mark_all_read, name="mark_all_read"),
    path("account/meldingen/instellingen/", settings_page, name="notification_settings"),
    path("account/meldingen/niveau/", choose_level, name="choose_level"),
    path("account/meldingen/<int:pk>/", open_notification, name="open_notification"),
    path("afmelden/<str:token>/", unsubscribe, name="unsubscribe"),
]
