"""Who is credited for an answer: the public record of a person that belongs to an account."""

from __future__ import annotations

from django.utils.text import slugify

from accounts.models import Person, User
from accounts.profiles import display_name


def person_of(user: User) -> Person:
    """The public record of this member, made with the name that everyone may see when there is none."""
    person = Person.objects.filter(user=user).first()
    if person is not None:
        return person
    given, _space, family = display_name(user).rpartition(" ")
    wanted = slugify(f"{given} {family}")[:100] or "lid"
    taken = set(Person.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return Person.objects.create(user=user, slug=slug, given_name=given[:80], family_name=family[:120])
