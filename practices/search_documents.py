"""What practices, interventions and step plans are in the index."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from editorial.evidence import PracticeEvidence
from practices.figures import category_of, headline_figure
from practices.models import Category, InterventionPage, PracticePage, StepPlanPage
from practices.weighing import facets as weighing
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument
from vocabulary.memory import KnownTerm, vocabulary


def describe_practice(page: PracticePage) -> SearchDocument:
    """A practice is found by what was done, where, and what came of it."""
    evidence = PracticeEvidence(page.evidence)
    place, school = page.place, page.school
    return describe(
        page,
        body=[
            page.occasion,
            page.goal,
            page.approach,
            page.result,
            page.measured_how,
            page.lessons,
            page.materials,
            page.duration,
            page.staff,
            page.body,
        ],
        shown_date=date(page.year, 1, 1) if page.year else _published_on(page),
        keywords=[str(part) for part in (school, place) if part],
        facets={"bewijs": [evidence.code]},
        extra_regions=_region_of(place),
        card={
            "practice_evidence": page.evidence,
            "practice_evidence_text": str(evidence.label),
            "school": str(school or ""),
            "place": str(place or ""),
            "duration": page.duration,
            "cost": page.cost_level,
            "date_text": page.period or (str(page.year) if page.year else ""),
            "is_example": bool(school and school.is_example),
        },
    )


def describe_intervention(page: InterventionPage) -> SearchDocument:
    """An intervention weighs somewhat heavier: it gathers what many studies and practices say apart."""
    figures = list(page.figures.all())
    headline = headline_figure(figures)
    categories = dict.fromkeys(figure.category for figure in figures if figure.category)
    return describe(
        page,
        body=[page.what, page.how_it_works, page.in_practice, page.watch_out, page.body],
        shown_date=headline.edition.as_of if headline else _published_on(page),
        facets={"categorie": categories or [weighing.NOT_GIVEN], **weighing.facets_of(headline)},
        order_values=weighing.order_values_of(headline),
        card={
            "category": category.value if (category := category_of(figures)) else "",
            "figures": {
                "months": headline.months,
                "strength": headline.strength,
                "cost": headline.cost,
                "edition": headline.edition.name,
                "source": headline.edition.source,
            }
            if headline
            else None,
            "date_text": headline.edition.name if headline else "",
        },
        weight=1.1,
    )


def describe_step_plan(page: StepPlanPage) -> SearchDocument:
    """A step plan is found by its steps and questions."""
    return describe(
        page,
        body=[page.intro, page.steps],
        shown_date=_published_on(page),
        keywords=[page.source],
        card={"steps": len(page.steps)},
    )


def load_interventions(pages: QuerySet[Any]) -> list[Any]:
    """Interventions with their figures and editions."""
    loaded = with_terms(pages)
    prefetch_related_objects(loaded, "figures__edition")
    return loaded


def register() -> None:
    """Make the three kinds findable, and interventions to be filtered and sorted by their figures."""
    weighing.register()
    registry.register(PracticePage, describe_practice)
    registry.bulk(PracticePage, with_terms)
    registry.register(InterventionPage, describe_intervention)
    registry.bulk(InterventionPage, load_interventions)
    registry.register(StepPlanPage, describe_step_plan)
    registry.bulk(StepPlanPage, with_terms)
    labels.register(
        "type", {"intervention": _("Interventie"), "practice": _("Praktijk"), "step_plan": _("Stappenplan")}
    )
    labels.register(
        "categorie",
        {
            **{category.value: format_lazy("{}. {}", category.value, category.label) for category in Category},
            weighing.NOT_GIVEN: _("geen categorie"),
        },
    )


def _published_on(page: Any) -> date | None:
    return page.first_published_at.date() if page.first_published_at else None


def _region_of(place: Any) -> list[KnownTerm]:
    region = vocabulary().by_pk.get(("region", place.region_id)) if place and place.region_id else None
    return [region] if region else []
