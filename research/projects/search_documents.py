"""What project lines are in the index."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from research.projects.models import LineStatus, ProjectLinePage
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument

#: Said of every line, whatever its editor wrote.
_NETWORK = ("ONA", "Onderwijskennis Netwerk Amsterdam")


def describe_line(page: ProjectLinePage) -> SearchDocument:
    """A line is found by its questions, its partners and schools, and its people."""
    return describe(
        page,
        body=[page.question, page.sub_questions, page.why, page.approach, page.so_far, page.take_part, page.body],
        shown_date=page.starts_on,
        keywords=[
            *_NETWORK,
            *(row.organisation.name for row in page.organisations.all()),
            *(row.person.name for row in page.researchers.all()),
        ],
        card={
            "question": page.question,
            "status": page.status,
            "status_text": str(LineStatus(page.status).label),
            "date_text": period_text(page),
        },
    )


def period_text(page: ProjectLinePage) -> str:
    """``2021–2023``, ``2021``, ``sinds 2024``."""
    if page.ends_on is None:
        return str(_("sinds %(year)s") % {"year": page.starts_on.year})
    years = dict.fromkeys([page.starts_on.year, page.ends_on.year])
    return "–".join(map(str, years))


def load_lines(pages: QuerySet[Any]) -> list[Any]:
    """Lines with those who take part."""
    loaded = with_terms(pages)
    prefetch_related_objects(loaded, "organisations__organisation", "researchers__person")
    return loaded


def register() -> None:
    """Make lines findable."""
    registry.register(ProjectLinePage, describe_line)
    registry.bulk(ProjectLinePage, load_lines)
    labels.register("type", {"project": _("Projectlijn")})
