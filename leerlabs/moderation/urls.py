"""Addresses of reporting, deciding and appealing."""

from __future__ import annotations

from django.urls import path

from leerlabs.moderation.views import appealing, deciding, reporting

urlpatterns = [
    path("leerlabs/melden/bedankt/", reporting.reported, name="reported"),
    path("leerlabs/melden/<slug:kind>/<slug:key>/", reporting.report, name="report"),
    path("leerlabs/bezwaar/<int:pk>/", appealing.appeal, name="appeal"),
    path("leerlabs/bezwaar/met-link/<str:token>/", appealing.appeal_by_link, name="appeal_by_link"),
    path("leerlabs/moderatie/", deciding.queue_of_site, name="site_queue"),
    path("leerlabs/moderatie/logboek/", deciding.log_of_site, name="site_log"),
    path("leerlabs/moderatie/bezwaar/<int:pk>/", deciding.decide_appeal, name="decide_appeal"),
    path("leerlabs/moderatie/<slug:kind>/<slug:key>/", deciding.case, name="case"),
    path("leerlabs/<slug:slug>/meldingen/", deciding.queue_of_leerlab, name="queue"),
    path("leerlabs/<slug:slug>/meldingen/logboek/", deciding.log_of_leerlab, name="log"),
]
