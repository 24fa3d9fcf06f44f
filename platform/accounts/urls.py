"""Addresses of people: profiles, and what members manage of themselves."""

from __future__ import annotations

from django.urls import path

from accounts.views.claiming import claim_person
from accounts.views.overview import overview
from accounts.views.own_data import download_own_data, leave, show_own_data
from accounts.views.profile import edit_profile, show_photo, show_profile

app_name = "accounts"
urlpatterns = [
    path("leden/<uuid:uuid>/", show_profile, name="profile"),
    path("leden/<uuid:uuid>/foto/", show_photo, name="photo"),
    path("account/", overview, name="overview"),
    path("account/profiel/", edit_profile, name="edit_profile"),
    path("account/ben-jij-dit/<slug:slug>/", claim_person, name="claim_person"),
    path("account/gegevens/", show_own_data, name="own_data"),
    path("account/gegevens/ophalen/", download_own_data, name="download_own_data"),
    path("account/vertrekken/", leave, name="leave"),
]
