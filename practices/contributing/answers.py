"""What the form asks, by the name of each answer, and what has to be filled in before it can be sent in."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.contributing.merging import Answers

PLAIN = ("title", "summary", "period", "duration", "staff", "cost_level", "cost", "evidence")
RICH = ("occasion", "goal", "materials", "result", "measured_how", "lessons")

LABELS: dict[str, Promise] = {
    "title": _("Titel"),
    "summary": _("In het kort"),
    "school": _("School of organisatie"),
    "school_name": _("Naam van je school of organisatie"),
    "levels": _("Groepen"),
    "themes": _("Thema's"),
    "period": _("Wanneer was dit?"),
    "occasion": _("Aanleiding"),
    "goal": _("Doel"),
    "steps": _("Aanpak in stappen"),
    "duration": _("Tijd"),
    "staff": _("Wie doet het?"),
    "cost_level": _("Kosten"),
    "cost": _("Waaraan is het geld besteed?"),
    "materials": _("Materiaal"),
    "result": _("Resultaat"),
    "evidence": _("Hoe weet je dit?"),
    "measured_how": _("Hoe heb je dat gemeten?"),
    "lessons": _("Wat doe je een volgende keer anders?"),
    "credit_name": _("Je naam bij het praktijkvoorbeeld"),
    "contact_email": _("Openbaar e-mailadres"),
    "licence_agreed": _("Delen met anderen"),
}
#: Without these it cannot be sent in.
REQUIRED = (
    "title",
    "summary",
    "levels",
    "themes",
    "occasion",
    "goal",
    "steps",
    "duration",
    "result",
    "evidence",
    "measured_how",
    "credit_name",
    "licence_agreed",
)
#: Names of answers about one picture: ``picture:<uuid>:caption``.
PICTURE = "picture"
PICTURE_FIELDS = ("alternative_text", "caption", "maker", "rights")


def picture_answer(uuid: Any, field: str) -> str:
    """The name of one answer about one picture."""
    return f"{PICTURE}:{uuid}:{field}"


def picture_of(name: str) -> str | None:
    """The uuid of the picture that an answer is about; None for other answers."""
    return name.split(":")[1] if name.startswith(f"{PICTURE}:") else None


def without_pictures(answers: Answers) -> Answers:
    """The answers of the form itself; those about pictures are kept with the pictures."""
    return {name: value for name, value in answers.items() if picture_of(name) is None}


def missing(answers: Answers) -> list[str]:
    """Names of what is still to be filled in, in the order of the form."""
    empty = [name for name in REQUIRED if not answers.get(name)]
    if answers.get("steps") and not any(step.get("title") and step.get("text") for step in answers["steps"]):
        empty.append("steps")
    return sorted(empty, key=REQUIRED.index)
