"""What the form asks, by the name of each answer, and what has to be filled in before it can be sent in."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.contributing.merging import Answers

#: Fields of the page that are one line or one choice, and those that are rich text; both have the answer's name.
PLAIN = (
    "title",
    "summary",
    "question",
    "certainty",
    "certainty_explanation",
    "method",
    "method_text",
    "sample",
    "outcome",
    "effect",
    "reference_title",
    "publication_type",
    "published_in",
    "published_in_short",
    "volume",
    "issue",
    "pages",
    "publisher",
    "publisher_place",
    "book_editors",
    "doi",
    "isbn",
    "issn",
    "source_url",
    "source_language",
    "funder",
    "licence",
)
RICH = ("plain_summary", "for_classroom", "limits", "abstract")
POINTS = ("point_1", "point_2", "point_3")

LABELS: dict[str, Promise] = {
    "reference_title": _("Titel van de publicatie"),
    "publication_type": _("Soort publicatie"),
    "publication_date": _("Verschenen"),
    "published_in": _("Tijdschrift, boek of reeks"),
    "published_in_short": _("Verkorte naam van het tijdschrift"),
    "volume": _("Jaargang"),
    "issue": _("Nummer"),
    "pages": _("Pagina's"),
    "book_editors": _("Redacteuren van het boek"),
    "publisher": _("Uitgever"),
    "publisher_place": _("Plaats van uitgave"),
    "doi": _("DOI"),
    "isbn": _("ISBN"),
    "issn": _("ISSN"),
    "source_url": _("Adres van de publicatie"),
    "source_language": _("Taal van de publicatie"),
    "funder": _("Financier"),
    "authors": _("Auteurs"),
    "title": _("Titel van de pagina"),
    "question": _("De vraag van een leraar"),
    "summary": _("In het kort"),
    "point_1": _("Eerste kernpunt"),
    "point_2": _("Tweede kernpunt"),
    "point_3": _("Derde kernpunt"),
    "plain_summary": _("In gewone taal"),
    "for_classroom": _("Wat betekent dit voor de klas?"),
    "levels": _("Groepen"),
    "themes": _("Thema's"),
    "certainty": _("Hoe zeker is dit?"),
    "certainty_explanation": _("Waarom zo zeker?"),
    "limits": _("Grenzen van het onderzoek"),
    "method": _("Methode"),
    "method_text": _("Toelichting op de methode"),
    "sample": _("Steekproef"),
    "outcome": _("Wat is gemeten?"),
    "effect": _("Effect"),
    "abstract": _("Wetenschappelijke samenvatting"),
    "project": _("Projectlijn van ONA"),
    "relations": _("Verbonden pagina's"),
    "licence": _("Licentie van deze tekst"),
    "files": _("Bestanden"),
    "is_new_version": _("Nieuwe versie"),
    "version_note": _("Wat is er veranderd?"),
}
#: Without these it cannot be sent in.
REQUIRED = (
    "reference_title",
    "publication_type",
    "publication_date",
    "source_language",
    "authors",
    "title",
    "question",
    "summary",
    *POINTS,
    "plain_summary",
    "for_classroom",
    "levels",
    "themes",
    "certainty",
    "certainty_explanation",
    "limits",
    "method",
    "sample",
    "licence",
)
#: What is the researcher's own to say and not part of the text that editors change along.
OWN = ("relations", "is_new_version", "version_note", "for_version")


def missing(answers: Answers) -> list[str]:
    """Names of what is still to be filled in, in the order of the form; an author whose record is not chosen too."""
    empty = [name for name in REQUIRED if not answers.get(name)]
    if answers.get("authors") and not all(author.get("person") for author in answers["authors"]):
        empty.append("authors")
    if answers.get("is_new_version") == "ja" and not answers.get("version_note"):
        empty.append("version_note")
    order = [*REQUIRED, "version_note"]
    return sorted(set(empty), key=order.index)
