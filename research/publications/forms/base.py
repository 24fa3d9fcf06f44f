"""What the steps' forms share."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from editorial.contributing.merging import Answers
from research.publications.answers import LABELS, REQUIRED
from research.publications.models import Submission

#: Longest text of one box; far more than anybody reads.
MAX_TEXT = 8000


class StepForm(forms.Form):
    """One step, filled with the answers so far. ``needed`` tells the template what must not stay empty."""

    use_required_attribute = False
    #: The answers of this step, in their order.
    names: ClassVar[tuple[str, ...]] = ()

    def __init__(self, submission: Submission, answers: Answers, data: Any = None, **kwargs: Any) -> None:
        self.submission = submission
        super().__init__(data, initial=self.initial_from(answers), **kwargs)
        for name, field in self.fields.items():
            field.required = False
            if field.label is None and name in LABELS:
                field.label = str(LABELS[name])

    def initial_from(self, answers: Answers) -> dict[str, Any]:
        """The fields' values for these answers."""
        return {name: answers[name] for name in self.names if name in answers}

    def answers(self) -> Answers:
        """What was filled in, as it is kept. Only after ``is_valid``."""
        return {name: self.cleaned_data[name] for name in self.names}

    @property
    def needed(self) -> tuple[str, ...]:
        """Names of the fields without which it cannot be sent in."""
        return REQUIRED


def long_text(rows: int = 5, help_text: Any = "", max_length: int = MAX_TEXT) -> forms.CharField:
    """A box for paragraphs and lists."""
    return forms.CharField(max_length=max_length, widget=forms.Textarea(attrs={"rows": rows}), help_text=help_text)


def short_text(max_length: int, help_text: Any = "") -> forms.CharField:
    """A box for one line."""
    return forms.CharField(max_length=max_length, help_text=help_text)
