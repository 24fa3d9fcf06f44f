"""Addresses of publications beside those of the pages themselves."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "publications"
urlpatterns: list[URLPattern | URLResolver] = []
