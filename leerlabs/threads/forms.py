"""What members fill in."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from leerlabs.attachments.keeping import MAX_FILES
from leerlabs.models import ResultShown
from leerlabs.rich_text.composing import MAX_LENGTH
from leerlabs.rich_text.references import without_references

MAX_OPTIONS = 12
MAX_POLL_DAYS = 180


class _Files(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, _data: Any, files: Any, name: str) -> list[Any]:
        return list(files.getlist(name))


class FilesField(forms.FileField):
    """Several files at once; each is judged on its own when it is kept."""

    widget = _Files

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files; none is fine. Raises ValidationError when there are too many."""
        files = [super(FilesField, self).clean(file, initial) for file in data or [] if file]
        if len(files) > MAX_FILES:
            raise forms.ValidationError(_("Voeg hoogstens %(max)d bestanden toe.") % {"max": MAX_FILES})
        return files


class KeysField(forms.Field):
    """Keys of files that were uploaded with this form before."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[uuid.UUID]:
        """Those that are keys at all."""
        keys = []
        for text in (value or [])[: 2 * MAX_FILES]:
            try:
                keys.append(uuid.UUID(str(text)))
            except ValueError:
                continue
        return keys


class WritingForm(forms.Form):
    """What every form for a text has. ``token`` makes it post once; ``draft_version`` counts its savings."""

    source = forms.CharField(
        label=_("Je bericht"),
        max_length=MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8, "data-writing": "", "aria-describedby": "id_source_helptext"}),
        error_messages={
            "required": _("Schrijf eerst iets."),
            "max_length": _("Dit is te lang voor één bericht: hoogstens %(limit_value)d tekens."),
        },
    )
    uploads = FilesField(label=_("Bestanden of beelden toevoegen"), required=False)
    token = forms.UUIDField(widget=forms.HiddenInput)
    draft_version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2_000_000_000)
    kept = KeysField(required=False)

    def show_value(self, name: str, value: object) -> None:
        """Show the form again with another value in one of its hidden fields."""
        given: Any = self.data
        self.data = MultiValueDict({**{key: given.getlist(key) for key in given}, name: [str(value)]})

    def clean_source(self) -> str:
        """Only blanks, or only characters that nobody types, is nothing."""
        text = str(self.cleaned_data["source"])
        if not without_references(text).strip():
            raise forms.ValidationError(_("Schrijf eerst iets."))
        return text

    def clean_draft_version(self) -> int:
        """Nothing when the form was made without scripts."""
        return self.cleaned_data["draft_version"] or 0


class ReplyForm(WritingForm):
    """A reply; ``reply_to`` is the number of the post that it answers."""

    reply_to = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)


class EditForm(WritingForm):
    """A change of a post. ``version`` is the one that the author sees; ``title`` of a thread's first post only."""

    title = forms.CharField(label=_("Titel"), max_length=150, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    field_order = ["title", "source", "uploads"]

    def __init__(self, *args: Any, has_title: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_title:
            self.fields["title"].required = True
        else:
            del self.fields["title"]


class ThreadForm(WritingForm):
    """A new thread."""

    title = forms.CharField(
        label=_("Titel"),
        max_length=150,
        help_text=_("Waar gaat het over? Eén zin."),
        error_messages={"required": _("Geef het gesprek een titel.")},
    )
    page = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ["title", "source"]

    def clean_title(self) -> str:
        """One line, of characters that can be seen."""
        title = " ".join(without_references(self.cleaned_data["title"]).split())
        if not title:
            raise forms.ValidationError(_("Geef het gesprek een titel."))
        return title


class PollForm(ThreadForm):
    """A new thread with a poll."""

    options = forms.CharField(
        label=_("Antwoorden"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Eén per regel, minstens twee."),
    )
    several = forms.BooleanField(label=_("Je mag meer dan één antwoord kiezen"), required=False)
    closes_on = forms.DateField(
        label=_("Stemmen kan tot en met"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    result_shown = forms.ChoiceField(
        label=_("Wanneer is de uitslag te zien?"), choices=ResultShown.choices, widget=forms.RadioSelect
    )
    field_order = ["title", "source", "options", "several", "closes_on", "result_shown"]

    def clean_options(self) -> list[str]:
        """The options in their order, each once."""
        lines = (" ".join(without_references(line).split()) for line in self.cleaned_data["options"].splitlines())
        options = list(dict.fromkeys(line for line in lines if line))
        if not 2 <= len(options) <= MAX_OPTIONS:
            raise forms.ValidationError(_("Geef twee tot %(max)d verschillende antwoorden.") % {"max": MAX_OPTIONS})
        if any(len(option) > 200 for option in options):
            raise forms.ValidationError(_("Een antwoord heeft hoogstens 200 tekens."))
        return options

    def clean_closes_on(self) -> dt.datetime:
        """The end of that day."""
        day: dt.date = self.cleaned_data["closes_on"]
        today = timezone.localdate()
        if not today <= day <= today + dt.timedelta(days=MAX_POLL_DAYS):
            raise forms.ValidationError(_("Kies een dag van vandaag tot over een half jaar."))
        next_day = dt.datetime.combine(day + dt.timedelta(days=1), dt.time())
        return timezone.make_aware(next_day) - dt.timedelta(seconds=1)
