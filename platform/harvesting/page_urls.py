"""Addresses for people who write for machines, in both languages."""

from __future__ import annotations

from django.urls import path

from harvesting.documentation import documentation

urlpatterns = [path("api/", documentation, name="api_documentation")]
