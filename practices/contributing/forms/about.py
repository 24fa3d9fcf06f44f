"""What it is called, where it was, and for whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.contributing.forms import TermsForm, short_text
from editorial.contributing.merging import Answers
from organisations.membership import current_organisations
from organisations.models import Organisation
from practices.contributing.answers import LABELS
from practices.contributing.forms.base import StepForm
from practices.models import Submission


class AboutForm(TermsForm, StepForm):
    """The school is one to which the member belongs, and who belongs to one finds it chosen; others type its name."""

    levels_help = _("Voor welke groepen was dit? Kies er zoveel als passen.")
    names = ("title", "summary", "school", "school_name", "period", "levels", "themes")

    title = short_text(150, _("Zeg wat jullie deden, zoals: Hardop denken bij begrijpend lezen."))
    summary = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Twee zinnen: wat deden jullie, en wat heeft een ander eraan? Hooguit 300 tekens."),
    )
    school_name = short_text(200, _("Alleen als je school of organisatie hierboven niet staat."))
    period = short_text(80, _("Bijvoorbeeld: schooljaar 2025-2026."))

    def __init__(self, submission: Submission, answers: Answers, data: Any = None, **kwargs: Any) -> None:
        super().__init__(submission, answers, data, **kwargs)
        if own := _organisations_of(submission, answers.get("school")):
            self.fields["school"] = forms.ChoiceField(
                label=str(LABELS["school"]),
                required=False,
                help_text=_("De organisaties waar je bij hoort."),
                choices=[("", _("Niet bij een organisatie in deze lijst")), *own],
            )
            if len(own) == 1:
                self.initial.setdefault("school", own[0][0])
        else:
            self.fields["school_name"].help_text = _("De redactie zoekt die erbij.")
        self.order_fields(self.names)


def _organisations_of(submission: Submission, chosen: str | None) -> list[tuple[str, str]]:
    """Those to which the contributor belongs, and the one that the editors filled in."""
    wanted = Q(pk__in=current_organisations(submission.contributor).values("pk")) if submission.contributor else Q()
    if chosen:
        wanted |= Q(pk=chosen)
    return [(str(pk), name) for pk, name in Organisation.objects.filter(wanted).values_list("pk", "name")]
