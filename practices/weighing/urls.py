"""Addresses for comparing."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "weighing"
urlpatterns: list[URLPattern | URLResolver] = []
