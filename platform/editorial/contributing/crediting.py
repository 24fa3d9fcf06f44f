"""Crediting a member as an author: the public record of a person that belongs to an account."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page

from accounts.models import Person, User
from accounts.profiles import display_name
from accounts.slugs import slug_of_name
from editorial.models import PageAuthor

_PARTICLES = frozenset({"van", "de", "den", "der", "het", "ten", "ter", "te", "in", "op", "'t", "la", "von", "el"})


def person_of(user: User, name: str = "") -> Person:
    """The public record of this member, made with ``name`` (or the name that everyone may see) when there is none.

    A record that is there keeps its name: it may stand on other pages already.
    """
    person = Person.objects.filter(user=user).first()
    if person is not None:
        return person
    given, particle, family = split_name(name.strip() or display_name(user))
    return Person.objects.create(
        user=user,
        slug=free_person_slug(given, particle, family),
        given_name=given,
        particle=particle,
        family_name=family,
    )


def credit(page: Page, authors: Iterable[User | Person], affiliation: str = "") -> None:
    """Add authors that are not there yet, in their order. The page is saved by who asks."""
    there = {author.person_id for author in page.page_authors.all()}
    for author in authors:
        person = author if isinstance(author, Person) else person_of(author)
        if person.pk not in there:
            there.add(person.pk)
            page.page_authors.add(PageAuthor(person=person, affiliation=affiliation[:200], sort_order=len(there)))


def split_name(name: str) -> tuple[str, str, str]:
    """Given name, particle and family name of a name as one says it: ``("Saar", "van den", "Berg")``.

    A single word is a family name, because that is what a person needs.
    """
    words = name.split()
    if len(words) < 2:
        return "", "", name.strip()[:120]
    first = next((at for at, word in enumerate(words[1:-1], 1) if word.lower() in _PARTICLES), len(words) - 1)
    last = first
    while last < len(words) - 1 and words[last].lower() in _PARTICLES:
        last += 1
    return " ".join(words[:first])[:80], " ".join(words[first:last])[:30], " ".join(words[last:])[:120]


def free_person_slug(*parts: str) -> str:
    """A slug for a public record of this name that nobody has."""
    wanted = slug_of_name(" ".join(part for part in parts if part))[:100] or "lid"
    taken = set(Person.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug
