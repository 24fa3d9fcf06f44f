"""Addresses of practices beside those of the pages themselves."""

from __future__ import annotations

from django.urls import URLPattern, path

from practices.contributing.views import check, follow, pictures, start, step
from practices.trying import views as trying

app_name = "practices"
urlpatterns: list[URLPattern] = [
    path("praktijk/delen/", start.share, name="share"),
    path("account/praktijken/", follow.mine, name="mine"),
    path("praktijk/delen/<uuid:uuid>/", follow.submission, name="submission"),
    path("praktijk/delen/<uuid:uuid>/weggooien/", follow.delete, name="delete"),
    path("praktijk/delen/<uuid:uuid>/opmerkingen/<int:comment_id>/", follow.answer, name="answer_comment"),
    path("praktijk/delen/<uuid:uuid>/beelden/", pictures.pictures, name="pictures"),
    path("praktijk/delen/<uuid:uuid>/beelden/<uuid:picture_uuid>/", pictures.picture, name="picture"),
    path("praktijk/delen/<uuid:uuid>/controleren/", check.check, name="check"),
    path("praktijk/delen/<uuid:uuid>/<slug:code>/", step.step, name="step"),
    path("praktijk/proberen/<int:page_id>/", trying.begin, name="try"),
    path("praktijk/proberen/<uuid:uuid>/stoppen/", trying.withdraw, name="stop_trying"),
    path("praktijk/hielp-het/<uuid:uuid>/", trying.answer, name="did_it_help"),
]
