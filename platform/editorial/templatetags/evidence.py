"""The words of the scales of evidence, for templates that hold a number or a code only."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise

from editorial.evidence import COST_LABELS, STRENGTH_LABELS, Certainty, PracticeEvidence

register = template.Library()


@register.filter
def certainty_label(level: int) -> Promise | str:
    """``goede aanwijzingen``; empty for a number off the scale."""
    return Certainty(level).label if level in Certainty.values else ""


@register.filter
def practice_label(code: str) -> Promise | str:
    """``zelf gemeten``; empty for a code that the scale does not have."""
    return PracticeEvidence(code).label if code in PracticeEvidence.values else ""


@register.filter
def strength_label(strength: int | None) -> Promise | str:
    """``uitgebreid``; empty when the source gives none."""
    return STRENGTH_LABELS.get(strength, "") if strength is not None else ""


@register.filter
def cost_label(cost: int | None) -> Promise | str:
    """``laag``; empty when the source gives none."""
    return COST_LABELS.get(cost, "") if cost is not None else ""


@register.simple_tag
def certainty_scale() -> list[Certainty]:
    """All levels of certainty with their ``label`` and ``criteria``, the least sure first."""
    return list(Certainty)


@register.simple_tag
def practice_scale() -> list[PracticeEvidence]:
    """All words for what a school knows of its result, with their ``label`` and ``criteria``."""
    return list(PracticeEvidence)


@register.simple_tag
def strength_scale() -> list[tuple[int, Promise]]:
    """The steps of the evidence of the menukaart, 0 to 5."""
    return list(STRENGTH_LABELS.items())


@register.simple_tag
def cost_scale() -> list[tuple[int, Promise]]:
    """The steps of the cost of the menukaart, 1 to 5."""
    return list(COST_LABELS.items())
