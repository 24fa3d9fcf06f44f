"""What a page names: the pages that it is made of, and the sources that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from editorial.addresses import site_path
from harvesting.kinds import recordable

_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A public page that another one, such as a dossier, has chosen."""

    page_id: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """A work that a page cites, in the words of the page; ``url`` may be empty."""

    text: str
    url: str = ""

    @property
    def doi(self) -> str:
        """The DOI, where the address is one."""
        found = _DOI.fullmatch(self.url.strip())
        return found[1] if found else ""


def public_parts(page_ids: Iterable[int]) -> dict[int, Part]:
    """Those of the pages that everyone may read, by primary key; one query, and none for no pages."""
    wanted = list(page_ids)
    if not wanted:
        return {}
    rows = recordable(Page.objects.filter(pk__in=wanted)).values_list("pk", "title", "url_path")
    return {pk: Part(pk, title, settings.SITE_URL + site_path(path)) for pk, title, path in rows}
