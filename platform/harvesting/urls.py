"""Addresses for machines: the same in every language, so without a prefix."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from harvesting import robots, sitemap
from harvesting.api import views as api
from harvesting.oai.views import oai

app_name = "harvesting"
urlpatterns: list[URLPattern | URLResolver] = [
    path("oai/", oai, name="oai"),
    path("api/v1/", api.entry, name="api_entry"),
    path("api/v1/pages/", api.pages, name="api_pages"),
    path("api/v1/pages/<int:page_id>/", api.page, name="api_page"),
    path("api/v1/changes/", api.changes, name="api_changes"),
    path("api/v1/themes/", api.themes, name="api_themes"),
    path("api/v1/records/<int:page_id>/<slug:name>/", api.record, name="record"),
    path("api/v1/openapi.json", api.openapi, name="openapi"),
    path("api/v1/<path:rest>", api.unknown, name="api_unknown"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap.part, name="sitemap_part"),
    path("sitemap-<slug:name>-<int:number>.xml", sitemap.section, name="sitemap_section"),
    path("robots.txt", robots.robots, name="robots"),
]
