"""Addresses of citations."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from citing.views import cite_page, cite_work

app_name = "citing"
urlpatterns: list[URLPattern | URLResolver] = [
    path("citeren/<int:page_id>/<slug:code>/", cite_work, name="work"),
    path("citeren/<int:page_id>/pagina/<slug:code>/", cite_page, name="page"),
]
