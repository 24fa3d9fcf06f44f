"""Addresses of collections and alerts."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "keeping"
urlpatterns: list[URLPattern | URLResolver] = []
