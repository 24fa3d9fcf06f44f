"""The steps of the form, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from research.publications.forms.authors import AuthorsForm
from research.publications.forms.base import StepForm
from research.publications.forms.reference import ReferenceForm
from research.publications.forms.telling import CertaintyForm, TeacherForm


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the form. ``code`` stands in its address."""

    code: str
    title: Promise
    form: type[StepForm]


AUTHORS = "auteurs"
STEPS = (
    Step("publicatie", _("De publicatie"), ReferenceForm),
    Step(AUTHORS, _("De auteurs"), AuthorsForm),
    Step("leraar", _("Voor de leraar"), TeacherForm),
    Step("zekerheid", _("Zekerheid en onderzoek"), CertaintyForm),
)
#: Steps with a page of their own.
LINKS, FILES, CHECK = "verbanden", "bestanden", "controleren"
TITLES: dict[str, Promise] = {step.code: step.title for step in STEPS} | {
    LINKS: _("Waar hoort het bij?"),
    FILES: _("Bestanden en licentie"),
    CHECK: _("Nakijken en insturen"),
}
ORDER = tuple(TITLES)
BY_CODE = {step.code: step for step in STEPS}
#: Fields of the page, and answers, that are given in a step under another name.
_ELSEWHERE = {
    "key_points": "leraar",
    "page_authors": AUTHORS,
    "date_precision": "publicatie",
    "effect_size": "zekerheid",
    "project": LINKS,
    "relations": LINKS,
    "outgoing_relations": LINKS,
    "files": FILES,
    "licence": FILES,
    "version_note": CHECK,
    "is_new_version": CHECK,
}
_ANSWERS = {"key_points": "point_1", "date_precision": "publication_date", "page_authors": "authors"}


def after(code: str) -> str:
    """The code of the step after this one; the last one stays."""
    return ORDER[min(ORDER.index(code) + 1, len(ORDER) - 1)]


def step_of(name: str) -> str:
    """In which step an answer, or a field of the page, is given."""
    if name in _ELSEWHERE:
        return _ELSEWHERE[name]
    return next((step.code for step in STEPS if name in step.form.names), ORDER[0])


def answer_to(page_field: str) -> str:
    """The name of the answer that a field of the page comes from."""
    return _ANSWERS.get(page_field, page_field)
