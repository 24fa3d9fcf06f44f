"""Addresses for comparing."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from practices.weighing.views import compare, remember

app_name = "weighing"
urlpatterns: list[URLPattern | URLResolver] = [
    path("menukaart/vergelijken/", compare, name="compare"),
    path("menukaart/vergelijken/onthouden/", remember, name="remember"),
]
