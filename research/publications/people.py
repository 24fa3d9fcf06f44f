"""From the authors that a researcher named to records of persons, as the researcher said who is who."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Comment

from accounts.models import Person, User
from editorial.contributing.crediting import free_person_slug, person_of
from editorial.models import PageAuthor
from research.models import InsightPage
from research.publications.forms.authors import ME, NEW
from research.publications.models import Affiliation


def write_authors(page: InsightPage, authors: Iterable[dict[str, str]], by: User) -> list[dict[str, str]]:
    """Make these the authors of ``page``, in memory; the same answers, with everyone's record named.

    A record that is there stays as it is: it is somebody's, and stands on other pages.
    """
    named = []
    rows: dict[int, PageAuthor] = {}
    for author in authors:
        person = _person(author, by)
        named.append({**author, "person": str(person.pk)})
        rows.setdefault(
            person.pk, PageAuthor(person=person, affiliation=author["affiliation"][:200], sort_order=len(rows))
        )
        if author["affiliation"] and author["ror"]:
            Affiliation.objects.get_or_create(name=author["affiliation"][:200], defaults={"ror": author["ror"]})
    page.page_authors = list(rows.values())
    return named


def tell_editors_of_orcids(page: InsightPage, authors: Iterable[dict[str, str]], by: User) -> None:
    """Where a record has no ORCID and the researcher knows one, editors decide: it is not theirs to write."""
    for author in authors:
        person = Person.objects.filter(pk=author["person"], orcid="").first() if author["orcid"] else None
        if person is not None:
            text = _("Volgens de inzender is de ORCID van %(name)s: %(orcid)s") % {
                "name": person.name,
                "orcid": author["orcid"],
            }
            Comment.objects.get_or_create(page=page, user=by, text=text, defaults={"contentpath": "reference_title"})


def _person(author: dict[str, str], by: User) -> Person:
    chosen: Any = author["person"]
    if chosen == ME:
        return person_of(by, " ".join(filter(None, (author["given"], author["particle"], author["family"]))))
    if chosen != NEW:
        found = Person.objects.filter(pk=chosen).first()
        if found is not None:
            return found
    return _new(author)


@transaction.atomic
def _new(author: dict[str, str]) -> Person:
    """A record of its own. One who has this ORCID already is that very person."""
    given, particle, family = author["given"], author["particle"], author["family"]
    same = Person.objects.filter(orcid=author["orcid"]).first() if author["orcid"] else None
    return same or Person.objects.create(
        slug=free_person_slug(given, particle, family),
        given_name=given[:80],
        particle=particle[:30],
        family_name=family[:120],
        orcid=author["orcid"],
    )
