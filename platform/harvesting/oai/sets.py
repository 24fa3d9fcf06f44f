"""Sets: one for each kind of content and one for each theme, with the pages of the themes below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db.models import QuerySet

from harvesting.kinds import known_kinds
from harvesting.models import PublicRecord
from harvesting.oai.errors import bad_argument
from vocabulary.models import Theme

KIND, THEME = "kind", "theme"
#: What the protocol lets a set be called.
_SPEC = re.compile(r"[A-Za-z0-9\-_.!~*'()]+")


def sets() -> Iterator[tuple[str, str]]:
    """Spec and name of every set; of kinds and themes as they are now."""
    yield KIND, "Content by kind"
    for kind in known_kinds():
        yield f"{KIND}:{kind}", kind
    yield THEME, "Content by theme"
    for slug, name in Theme.objects.order_by("slug").values_list("slug", "name"):
        if _SPEC.fullmatch(slug):
            yield f"{THEME}:{slug}", name


def within(records: QuerySet[PublicRecord], spec: str) -> QuerySet[PublicRecord]:
    """Of these, the records in a set. Raises an error of the protocol for what cannot be a set."""
    family, _colon, name = spec.partition(":")
    if family == KIND:
        return records.filter(content_kind=name) if name else records
    if family == THEME:
        return records.filter(sets__theme=name) if name else records.filter(sets__isnull=False).distinct()
    raise bad_argument("There is no such set; ListSets tells which there are.")


def specs_of(record: PublicRecord, themes: list[str]) -> Iterator[str]:
    """The sets that a record is in."""
    yield f"{KIND}:{record.content_kind}"
    for slug in themes:
        if _SPEC.fullmatch(slug):
            yield f"{THEME}:{slug}"
