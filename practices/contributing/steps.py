"""The steps of the form, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from practices.contributing.answers import PICTURE, PICTURE_FIELDS, picture_of
from practices.contributing.forms.about import AboutForm
from practices.contributing.forms.approach import ApproachForm
from practices.contributing.forms.base import StepForm
from practices.contributing.forms.telling import CreditForm, GoalForm, NeedsForm, ResultForm


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the form. ``code`` stands in its address."""

    code: str
    title: Promise
    form: type[StepForm]


STEPS = (
    Step("over", _("Waar gaat het over?"), AboutForm),
    Step("doel", _("Aanleiding en doel"), GoalForm),
    Step("aanpak", _("De aanpak in stappen"), ApproachForm),
    Step("nodig", _("Wat heb je nodig?"), NeedsForm),
    Step("resultaat", _("Wat leverde het op?"), ResultForm),
    Step("naam", _("Je naam en wat anderen mogen"), CreditForm),
)
#: Pictures are added one by one, on a page of their own between the result and the name.
PICTURES, CHECK = "beelden", "controleren"
ORDER = ("over", "doel", "aanpak", "nodig", "resultaat", PICTURES, "naam", CHECK)
TITLES: dict[str, Promise] = {step.code: step.title for step in STEPS} | {
    PICTURES: _("Eigen beelden"),
    CHECK: _("Controleren en insturen"),
}
BY_CODE = {step.code: step for step in STEPS}


def after(code: str) -> str:
    """The code of the step after this one; the last one stays."""
    return ORDER[min(ORDER.index(code) + 1, len(ORDER) - 1)]


def step_of(name: str) -> str:
    """In which step an answer, or a field of the page, is given."""
    if picture_of(name) or name in {PICTURE, "body", *PICTURE_FIELDS}:
        return PICTURES
    if name == "approach":
        return "aanpak"
    return next((step.code for step in STEPS if name in step.form.names), STEPS[0].code)
