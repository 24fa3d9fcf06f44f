"""The steps of the form, in their order."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial.contributing.steps import OwnPage, Step, Steps
from practices.contributing.answers import LABELS, PICTURE, PICTURE_FIELDS
from practices.contributing.forms.about import AboutForm
from practices.contributing.forms.approach import ApproachForm
from practices.contributing.forms.telling import CreditForm, GoalForm, NeedsForm, ResultForm

APPROACH = "aanpak"
#: Pictures are added one by one, on a page of their own between the result and the name.
PICTURES, CHECK = "beelden", "controleren"
STEPS = Steps(
    "practices",
    (
        Step("over", _("Waar gaat het over?"), AboutForm),
        Step("doel", _("Aanleiding en doel"), GoalForm),
        Step(APPROACH, _("De aanpak in stappen"), ApproachForm),
        Step("nodig", _("Wat heb je nodig?"), NeedsForm),
        Step("resultaat", _("Wat leverde het op?"), ResultForm),
        OwnPage(PICTURES, _("Eigen beelden"), "pictures"),
        Step("naam", _("Je naam en wat anderen mogen"), CreditForm),
        OwnPage(CHECK, _("Controleren en insturen"), "check"),
    ),
    LABELS,
    places={"approach": APPROACH, **dict.fromkeys((PICTURE, "body", *PICTURE_FIELDS), PICTURES)},
    answers={"approach": "steps"},
)
BY_CODE = STEPS.with_form
