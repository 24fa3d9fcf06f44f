"""What insights and policy pieces are in the index."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from editorial.evidence import Certainty
from research.models import InsightPage, PolicyPage
from research.surnames import authors_text
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument


def describe_insight(page: InsightPage) -> SearchDocument:
    """An insight is found by its question, plain words, reference and authors."""
    certainty = Certainty(page.certainty)
    people = [row.person for row in page.page_authors.all()]
    return describe(
        page,
        body=[
            page.question,
            page.key_points,
            page.plain_summary,
            page.for_classroom,
            page.limits,
            page.certainty_explanation,
            page.method_text,
            page.sample,
            page.outcome,
            page.effect,
            page.abstract,
            page.body,
        ],
        shown_date=page.publication_date,
        keywords=[
            page.reference_title,
            page.doi,
            page.published_in,
            f"{authors_text(people)} ({page.publication_date.year})",
            *(person.name for person in people),
        ],
        facets={"bewijs": [certainty.code]},
        card={
            "certainty": page.certainty,
            "certainty_text": str(certainty.label),
            "method": page.get_method_display(),
            "authors": authors_text(people),
            "publication": ", ".join(filter(None, [page.published_in, str(page.publication_date.year)])),
            "date_text": str(page.publication_date.year),
            "question": page.question,
        },
    )


def describe_policy(page: PolicyPage) -> SearchDocument:
    """A policy piece is found by who decided and what it asks."""
    return describe(
        page,
        body=[page.for_whom, page.asks_of_school, page.body],
        shown_date=page.effective_from,
        keywords=[page.decided_by],
        card={
            "decided_by": page.decided_by,
            "date_text": page.effective_from_text or page.effective_from.strftime("%Y"),
        },
    )


def load_insights(pages: QuerySet[Any]) -> list[Any]:
    """Insights with their authors."""
    loaded = with_terms(pages)
    prefetch_related_objects(loaded, "page_authors__person")
    return loaded


def register() -> None:
    """Make both kinds findable."""
    registry.register(InsightPage, describe_insight)
    registry.bulk(InsightPage, load_insights)
    registry.register(PolicyPage, describe_policy)
    registry.bulk(PolicyPage, with_terms)
    labels.register("type", {"insight": _("Onderzoek"), "policy": _("Beleid")})
