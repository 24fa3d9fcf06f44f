"""Addresses of citations."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "citing"
urlpatterns: list[URLPattern | URLResolver] = []
