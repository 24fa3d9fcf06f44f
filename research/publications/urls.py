"""Addresses of publications beside those of the pages themselves."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from research.publications.views import check, files, follow, links, start, step

app_name = "publications"
urlpatterns: list[URLPattern | URLResolver] = [
    path("onderzoek/inbrengen/", start.start, name="start"),
    path("account/publicaties/", follow.mine, name="mine"),
    path("onderzoek/inbrengen/<uuid:uuid>/", follow.submission, name="submission"),
    path("onderzoek/inbrengen/<uuid:uuid>/weggooien/", follow.delete, name="delete"),
    path("onderzoek/inbrengen/<uuid:uuid>/opmerkingen/<int:comment_id>/", follow.answer, name="answer_comment"),
    path("onderzoek/inbrengen/<uuid:uuid>/verbanden/", links.links, name="links"),
    path("onderzoek/inbrengen/<uuid:uuid>/bestanden/", files.files, name="files"),
    path("onderzoek/inbrengen/<uuid:uuid>/bestanden/<uuid:file_uuid>/", files.file, name="file"),
    path("onderzoek/inbrengen/<uuid:uuid>/voorbeeld/", check.preview, name="preview"),
    path("onderzoek/inbrengen/<uuid:uuid>/controleren/", check.check, name="check"),
    path("onderzoek/inbrengen/<uuid:uuid>/<slug:code>/", step.step, name="step"),
]
