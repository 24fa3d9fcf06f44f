"""Words for the addresses of organisations that were not made in the admin."""

from __future__ import annotations

from django.utils.text import slugify

from organisations.models import MergedOrganisation, Organisation

_LONGEST = 100


class FreeSlugs:
    """Gives out words that no organisation has or had; each once."""

    def __init__(self) -> None:
        self._taken = set(Organisation.objects.values_list("slug", flat=True))
        self._taken |= set(MergedOrganisation.objects.values_list("slug", flat=True))
        self._last: dict[str, int] = {}

    def take(self, name: str) -> str:
        """A free word made of ``name``."""
        wanted = slugify(name)[:_LONGEST].strip("-") or "organisatie"
        number = self._last.get(wanted, 0)
        while True:
            number += 1
            slug = wanted if number == 1 else f"{wanted}-{number}"
            if slug not in self._taken:
                self._taken.add(slug)
                self._last[wanted] = number
                return slug
