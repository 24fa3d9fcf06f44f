"""The publication itself: what a reference says."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from editorial.contributing.forms import short_text
from editorial.contributing.merging import Answers
from research.identifiers import bare_doi, validate_doi, validate_isbn, validate_issn
from research.models import PublicationType
from research.publications.forms.base import StepForm
from research.publications.models import Submission

LANGUAGES = (
    ("", _("kies een taal")),
    ("nl", _("Nederlands")),
    ("en", _("Engels")),
    ("de", _("Duits")),
    ("fr", _("Frans")),
    ("ar", _("Arabisch")),
    ("zh", _("Chinees")),
    ("da", _("Deens")),
    ("fi", _("Fins")),
    ("fy", _("Fries")),
    ("it", _("Italiaans")),
    ("ja", _("Japans")),
    ("no", _("Noors")),
    ("pap", _("Papiaments")),
    ("pl", _("Pools")),
    ("pt", _("Portugees")),
    ("es", _("Spaans")),
    ("tr", _("Turks")),
    ("sv", _("Zweeds")),
)

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class ReferenceForm(StepForm):
    """Where it came out, when, and under which identifiers."""

    names = (
        "reference_title",
        "publication_type",
        "publication_date",
        "published_in",
        "published_in_short",
        "volume",
        "issue",
        "pages",
        "book_editors",
        "publisher",
        "publisher_place",
        "doi",
        "isbn",
        "issn",
        "source_url",
        "source_language",
        "funder",
    )

    reference_title = short_text(300, _("In de taal van de publicatie zelf."))
    publication_type = forms.ChoiceField(
        choices=PublicationType.choices,
        help_text=_("Kies de soort en bewaar: wat daarbij hoort, staat daarna vooraan."),
    )
    publication_date = short_text(10, _("Een jaar mag, een maand of dag erbij ook: 2021, 2021-05 of 2021-05-03."))
    published_in = short_text(200)
    published_in_short = short_text(120, _("Zoals Rev Educ Res; de stijl Vancouver gebruikt die naam. Leeg mag."))
    volume = short_text(20)
    issue = short_text(20)
    pages = short_text(30, _("Zoals 81-112, of het nummer van het artikel."))
    book_editors = short_text(400, _("Bij een hoofdstuk, als “Achternaam, Voornaam; Achternaam, Voornaam”."))
    publisher = short_text(200, _("Ook de universiteit van een proefschrift of de organisatie achter een rapport."))
    publisher_place = short_text(100)
    doi = short_text(250, _("Zoals 10.1000/abc; een heel adres mag ook."))
    isbn = short_text(17)
    issn = short_text(9)
    source_url = forms.URLField(max_length=500, assume_scheme="https", help_text=_("Als er geen DOI is."))
    source_language = forms.ChoiceField(choices=LANGUAGES)
    funder = short_text(200)

    def __init__(self, submission: Submission, answers: Answers, data: Any = None, **kwargs: Any) -> None:
        super().__init__(submission, answers, data, **kwargs)
        # A record or an editor may have said another one.
        if (known := answers.get("source_language") or "") not in dict(LANGUAGES):
            self.fields["source_language"] = forms.ChoiceField(
                label=self.fields["source_language"].label, choices=[*LANGUAGES, (known, known)], required=False
            )

    def clean_publication_date(self) -> str:
        """A year, a month or a day that exists. Raises ValidationError."""
        given = str(self.cleaned_data["publication_date"]).strip()
        if not given:
            return ""
        parts = _DATE.fullmatch(given)
        try:
            if parts is None:
                raise ValueError
            numbers = [int(part) for part in parts.groups() if part]
            date(*[*numbers, 1, 1][:3])
        except ValueError as problem:
            raise ValidationError(_("Schrijf een datum als 2021, 2021-05 of 2021-05-03.")) from problem
        return "-".join(f"{number:02d}" for number in numbers)

    def clean_doi(self) -> str:
        """Without what stands before it. Raises ValidationError."""
        doi = bare_doi(self.cleaned_data["doi"])
        if doi:
            validate_doi(doi)
        return doi

    def clean_isbn(self) -> str:
        """Raises ValidationError when the check digit does not fit."""
        isbn = str(self.cleaned_data["isbn"]).strip()
        if isbn:
            validate_isbn(isbn)
        return isbn

    def clean_issn(self) -> str:
        """Raises ValidationError when the check digit does not fit."""
        issn = str(self.cleaned_data["issn"]).strip()
        if issn:
            validate_issn(issn)
        return issn
