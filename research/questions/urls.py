"""Addresses of kennisvragen beside those of the answers."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from organisations.tokens import LENGTH
from research.questions.views import acting, answering, asking, drafting, following, helping, running, showing, work

app_name = "questions"
_LINK = rf"^kennisvragen/link/(?P<token>[\w-]{{{LENGTH}}})/"
_QUESTION = "kennisvragen/vraag/<uuid:uuid>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("kennisvragen/stellen/", asking.ask, name="ask"),
    path("kennisvragen/stellen/verstuurd/", asking.sent, name="sent"),
    path("kennisvragen/lijkt-op/", asking.similar, name="similar"),
    path("kennisvragen/lopend/", running.running, name="running"),
    path("kennisvragen/werk/", work.work, name="work"),
    path("account/kennisvragen/", work.mine, name="mine"),
    path(_QUESTION, showing.question, name="question"),
    path(_QUESTION + "volgen/", following.follow, name="follow"),
    path(_QUESTION + "antwoorden/", answering.answer, name="answer"),
    path(_QUESTION + "antwoorden/concept/", drafting.keep, name="answer_draft"),
    path(_QUESTION + "antwoorden/voorbeeld/", drafting.preview, name="answer_preview"),
    path(_QUESTION + "hielp-het/", helping.did_it_help, name="did_it_help"),
    path(_QUESTION + "<slug:action>/", acting.act, name="act"),
    re_path(_LINK + r"$", showing.by_link, name="by_link"),
    re_path(_LINK + r"hielp-het/$", helping.did_it_help_by_link, name="did_it_help_by_link"),
    re_path(_LINK + r"(?P<action>[\w-]+)/$", acting.act_by_link, name="act_by_link"),
]
