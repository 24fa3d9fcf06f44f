"""Addresses of people: profiles, and what members manage of themselves."""

from __future__ import annotations

from django.urls import path

from accounts.views.overview import overview
from accounts.views.profile import show_profile

app_name = "accounts"
urlpatterns = [
    path("leden/<uuid:uuid>/", show_profile, name="profile"),
    path("account/", overview, name="overview"),
]
