"""Addresses of collections and alerts."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from keeping.views import alerts, collection, exporting, feed, keeping, overview, read

app_name = "keeping"
urlpatterns: list[URLPattern | URLResolver] = [
    path("bewaren/<int:page_id>/", keeping.keep, name="keep"),
    path("bewaard/<uuid:uuid>/", collection.collection, name="collection"),
    path("bewaard/<uuid:uuid>/wijzigen/", collection.change, name="change"),
    path("bewaard/<uuid:uuid>/weggooien/", collection.delete, name="delete"),
    path("bewaard/<uuid:uuid>/delen/", collection.share, name="share"),
    path("bewaard/<uuid:uuid>/dossier/", collection.dossier, name="dossier"),
    path("bewaard/<uuid:uuid>/bronnen/", exporting.sources, name="sources"),
    path("bewaard/<uuid:uuid>/meenemen/<slug:code>/", exporting.export_own, name="export"),
    path("bewaard/<uuid:uuid>/<int:item_id>/verplaatsen/", collection.move, name="move"),
    path("bewaard/<uuid:uuid>/<int:item_id>/weghalen/", collection.remove, name="remove"),
    path("bewaard/<uuid:uuid>/<int:item_id>/aantekening/", collection.write_note, name="note"),
    path("bewaren/dossier/<int:page_id>/<slug:code>/", exporting.export_dossier, name="export_dossier"),
    path("gedeeld/<str:token>/", exporting.shared, name="shared"),
    path("gedeeld/<str:token>/bronnen/", exporting.shared_sources, name="shared_sources"),
    path("gedeeld/<str:token>/meenemen/<slug:code>/", exporting.export_shared, name="export_shared"),
    path("account/bewaard/", overview.overview, name="overview"),
    path("account/bewaard/zoekopdracht/", alerts.save_search, name="save_search"),
    path("account/bewaard/thema/<slug:slug>/", alerts.follow_theme, name="follow_theme"),
    path("account/bewaard/volgen/<int:pk>/", alerts.change, name="change_alert"),
    path("account/bewaard/volgen/<int:pk>/stoppen/", alerts.stop, name="stop_alert"),
    path("account/bewaard/feed/", feed.manage, name="feed_address"),
    path("account/bewaard/feed/<str:token>/", feed.feed, name="feed"),
    path("gelezen/", read.recently_read, name="recently_read"),
]
