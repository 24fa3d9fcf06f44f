"""The authors, and which record of a person is meant by each: somebody says so, the site never guesses."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.identifiers import validate_orcid
from accounts.models import Person
from editorial.contributing.forms import moved_up, short_text
from editorial.contributing.merging import Answers
from research.identifiers import bare_orcid, bare_ror, validate_ror
from research.publications.forms.base import StepForm
from research.publications.importing.record import MOST_AUTHORS
from research.publications.models import Submission

NEW, ME = "new", "me"
PARTS = ("given", "particle", "family", "orcid", "affiliation", "ror", "person")
_LABELS = {
    "given": gettext_lazy("Voornaam of initialen"),
    "particle": gettext_lazy("Tussenvoegsel"),
    "family": gettext_lazy("Achternaam, of naam van een organisatie"),
    "orcid": gettext_lazy("ORCID"),
    "affiliation": gettext_lazy("Werkte toen bij"),
    "ror": gettext_lazy("ROR van die instelling"),
    "person": gettext_lazy("Wie is dit?"),
}


class AuthorRow(NamedTuple):
    """The fields of one author, for the template."""

    number: int
    fields: tuple[BoundField, ...]
    person: BoundField


class AuthorsForm(StepForm):
    """Rows of authors in their order. A row without a name is no author."""

    names = ("authors",)

    def __init__(self, submission: Submission, answers: Answers, data: Any = None, **kwargs: Any) -> None:
        known = answers.get("authors") or []
        self.number = _rows_in(data) if data is not None else len(known) + 1
        self.number = min(max(self.number, 1), MOST_AUTHORS)
        super().__init__(submission, answers, data, **kwargs)
        self.candidates = candidates_for(self._named(known))
        for row in range(1, self.number + 1):
            for part, length in (("given", 80), ("particle", 30), ("family", 120), ("affiliation", 200)):
                self.fields[f"{part}-{row}"] = short_text(length)
            self.fields[f"orcid-{row}"] = short_text(60, _("Zoals 0000-0002-1825-0097.") if row == 1 else "")
            self.fields[f"ror-{row}"] = short_text(60, _("Zoals 04dkp9463.") if row == 1 else "")
            self.fields[f"person-{row}"] = forms.ChoiceField(
                choices=self.candidates[row - 1] if row <= len(self.candidates) else _choices([]),
                widget=forms.RadioSelect,
            )
            for part in PARTS:
                self.fields[f"{part}-{row}"].required = False
                self.fields[f"{part}-{row}"].label = str(_LABELS[part])

    def _named(self, known: list[dict[str, str]]) -> list[dict[str, str]]:
        """The authors as they are being sent, or as they were kept."""
        if not self.is_bound:
            return known
        return [
            {part: str(self.data.get(f"{part}-{row}", "")).strip()[:200] for part in PARTS}
            for row in range(1, self.number + 1)
        ]

    def initial_from(self, answers: Answers) -> dict[str, Any]:
        """A row of values an author."""
        rows = enumerate(answers.get("authors") or (), 1)
        return {f"{part}-{row}": author.get(part, "") for row, author in rows for part in PARTS}

    @property
    def rows(self) -> list[AuthorRow]:
        """What the template shows."""
        return [
            AuthorRow(row, tuple(self[f"{part}-{row}"] for part in PARTS[:-1]), self[f"person-{row}"])
            for row in range(1, self.number + 1)
        ]

    def clean(self) -> dict[str, Any]:
        """Identifiers of the right form, and no record that is somebody else by their ORCID."""
        given: dict[str, Any] = super().clean() or {}
        for row in range(1, self.number + 1):
            for part, bare, validate in (("orcid", bare_orcid, validate_orcid), ("ror", bare_ror, validate_ror)):
                name = f"{part}-{row}"
                value = bare(given.get(name) or "")
                given[name] = value
                try:
                    if value:
                        validate(value)
                except ValidationError as problem:
                    self.add_error(name, problem)
            self._refuse_second_record(row, given)
        return given

    def _refuse_second_record(self, row: int, given: dict[str, Any]) -> None:
        orcid = given.get(f"orcid-{row}")
        if orcid and given.get(f"person-{row}") == NEW and Person.objects.filter(orcid=orcid).exists():
            self.add_error(f"person-{row}", _("Deze ORCID is al van iemand op deze site: kies die persoon."))

    def answers(self) -> Answers:
        """The authors that have a name, in their order; one goes up when its button was pressed."""
        given = self.cleaned_data
        authors = [{part: given.get(f"{part}-{row}", "") for part in PARTS} for row in range(1, self.number + 1)]
        authors = moved_up(authors, str(self.data.get("up", "")))
        return {"authors": [author for author in authors if author["family"]]}


def candidates_for(authors: list[dict[str, str]]) -> list[list[tuple[str, str]]]:
    """For each author the choices of who that is; one query for all.

    Offered is who has the same ORCID, and who has the same family name and does not have another ORCID.
    """
    families = {author.get("family", "").strip() for author in authors} - {""}
    orcids = {author.get("orcid", "").strip() for author in authors} - {""}
    wanted = Q(orcid__in=orcids)
    for family in families:
        wanted |= Q(family_name__iexact=family)
    people = (
        Person.objects.filter(wanted).select_related("organisation").annotate(number=Count("authorships"))
        if authors
        else Person.objects.none()
    )
    found = list(people.order_by("family_name", "given_name", "pk"))
    return [_choices([person for person in found if _may_be(person, author)]) for author in authors]


def _may_be(person: Person, author: dict[str, str]) -> bool:
    orcid = bare_orcid(author.get("orcid", ""))
    if orcid and person.orcid:
        return person.orcid == orcid
    if person.family_name.casefold() != author.get("family", "").strip().casefold():
        return False
    first, other = person.given_name[:1].casefold(), author.get("given", "").strip()[:1].casefold()
    return not first or not other or first == other


def _choices(people: list[Person]) -> list[tuple[str, str]]:
    return [
        *((str(person.pk), _described(person)) for person in people),
        (ME, _("dat ben ik zelf")),
        (NEW, _("iemand die nog niet op deze site staat")),
    ]


def _described(person: Person) -> str:
    number = getattr(person, "number", 0)
    facts = [
        str(person.organisation or ""),
        f"ORCID {person.orcid}" if person.orcid else "",
        ngettext("auteur van %(number)d pagina", "auteur van %(number)d pagina's", number) % {"number": number}
        if number
        else "",
    ]
    return ", ".join([person.name, *filter(None, facts)])


def _rows_in(data: Any) -> int:
    return sum(1 for row in range(1, MOST_AUTHORS + 1) if f"family-{row}" in data)
