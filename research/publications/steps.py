"""The steps of the form, in their order."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial.contributing.steps import OwnPage, Step, Steps
from research.publications.answers import LABELS
from research.publications.forms.authors import AuthorsForm
from research.publications.forms.reference import ReferenceForm
from research.publications.forms.telling import CertaintyForm, TeacherForm

REFERENCE, AUTHORS, TEACHER, CERTAINTY = "publicatie", "auteurs", "leraar", "zekerheid"
#: Steps with a page of their own.
LINKS, FILES, CHECK = "verbanden", "bestanden", "controleren"
STEPS = Steps(
    "publications",
    (
        Step(REFERENCE, _("De publicatie"), ReferenceForm),
        Step(AUTHORS, _("De auteurs"), AuthorsForm),
        Step(TEACHER, _("Voor de leraar"), TeacherForm),
        Step(CERTAINTY, _("Zekerheid en onderzoek"), CertaintyForm),
        OwnPage(LINKS, _("Waar hoort het bij?"), "links"),
        OwnPage(FILES, _("Bestanden en licentie"), "files", may_be_done=True),
        OwnPage(CHECK, _("Nakijken en insturen"), "check"),
    ),
    LABELS,
    places={
        "key_points": TEACHER,
        "page_authors": AUTHORS,
        "date_precision": REFERENCE,
        "effect_size": CERTAINTY,
        **dict.fromkeys(("project", "relations", "outgoing_relations"), LINKS),
        **dict.fromkeys(("files", "licence"), FILES),
        **dict.fromkeys(("version_note", "is_new_version"), CHECK),
    },
    answers={"key_points": "point_1", "date_precision": "publication_date", "page_authors": "authors"},
)
BY_CODE = STEPS.with_form
