"""What the forms of all steps share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.contributing.merging import Answers
from vocabulary.models import Level
from vocabulary.tree_field import ThemesField, show_as_tree

#: Longest text of one box; far more than anybody reads.
MAX_TEXT = 8000


class StepForm(forms.Form):
    """One step, filled with the answers so far. Nothing is required: it is saved as far as it goes."""

    use_required_attribute = False
    #: The answers of this step, in their order.
    names: ClassVar[tuple[str, ...]] = ()
    #: What each answer of the room is called.
    labels: ClassVar[Mapping[str, Promise]] = {}
    #: Names of the answers without which it cannot be sent in; tells the template what must not stay empty.
    needed: ClassVar[tuple[str, ...]] = ()

    def __init__(self, submission: Any, answers: Answers, data: Any = None, **kwargs: Any) -> None:
        self.submission = submission
        super().__init__(data, initial=self.initial_from(answers), **kwargs)
        for name, field in self.fields.items():
            field.required = False
            if field.label is None and name in self.labels:
                field.label = str(self.labels[name])

    def initial_from(self, answers: Answers) -> dict[str, Any]:
        """The fields' values for these answers."""
        return {name: answers[name] for name in self.names if name in answers}

    def answers(self) -> Answers:
        """What was filled in, as it is kept. Only after ``is_valid``."""
        return {name: self.cleaned_data[name] for name in self.names}


class TermsForm(StepForm):
    """A step that asks for levels and themes too; they are kept by what does not change of them."""

    levels_help: ClassVar[Promise | str] = ""

    def __init__(self, submission: Any, answers: Answers, data: Any = None, **kwargs: Any) -> None:
        super().__init__(submission, answers, data, **kwargs)
        levels = forms.ModelMultipleChoiceField(
            Level.objects.all(), label=str(self.labels["levels"]), required=False, help_text=self.levels_help
        )
        show_as_tree(levels, "level")
        self.fields["levels"] = levels
        self.fields["themes"] = ThemesField(
            label=str(self.labels["themes"]),
            required=False,
            help_text=_("Waar gaat het over? Kies liever een smal thema."),
        )
        self.order_fields(self.names)

    def answers(self) -> Answers:
        """Levels by their key, themes by their slug. A field that was not shown is empty."""
        given = self.cleaned_data
        return {
            **{name: given.get(name, "") for name in self.names},
            "levels": sorted(level.pk for level in given["levels"]),
            "themes": sorted(theme.slug for theme in given["themes"]),
        }


class ReplyForm(forms.Form):
    """An answer to a comment."""

    text = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), label=_("Je antwoord"))


def long_text(rows: int = 5, help_text: Any = "", max_length: int = MAX_TEXT) -> forms.CharField:
    """A box for paragraphs and lists."""
    return forms.CharField(max_length=max_length, widget=forms.Textarea(attrs={"rows": rows}), help_text=help_text)


def short_text(max_length: int, help_text: Any = "") -> forms.CharField:
    """A box for one line."""
    return forms.CharField(max_length=max_length, help_text=help_text)


def moved_up(rows: list[dict[str, Any]], number: str) -> list[dict[str, Any]]:
    """The rows with the one of this number, counted from one, before the one above it; a button gave the number."""
    if not number.isdecimal() or len(number) > 4 or not 2 <= int(number) <= len(rows):
        return rows
    at = int(number) - 1
    return [*rows[: at - 1], rows[at], rows[at - 1], *rows[at + 1 :]]
