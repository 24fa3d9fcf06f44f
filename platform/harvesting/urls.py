"""Addresses for machines."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "harvesting"
urlpatterns: list[URLPattern | URLResolver] = []
