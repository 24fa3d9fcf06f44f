"""Addresses of verantwoordingen and schoolprogramma's."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "justifying"
urlpatterns: list[URLPattern | URLResolver] = []
