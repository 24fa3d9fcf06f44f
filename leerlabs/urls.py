"""Addresses inside Leerlabs. The page of a Leerlab itself, and the overview, are Wagtail's to serve."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "leerlabs"
urlpatterns: list[URLPattern | URLResolver] = []
