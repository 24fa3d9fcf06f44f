"""Addresses inside Leerlabs. The page of a Leerlab itself, and the overview, are Wagtail's to serve."""

from __future__ import annotations

from django.urls import include, path

app_name = "leerlabs"
urlpatterns = [
    path("", include("leerlabs.labs.urls")),
    path("", include("leerlabs.moderation.urls")),
    path("", include("leerlabs.threads.urls")),
]
