"""A schoolprogramma: beginning it, changing it together, its budget, sharing it, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from accounts.models import User
from organisations.models import Organisation
from organisations.tokens import hash_of
from practices.justifying.justifications import ChangedMeanwhileError
from practices.justifying.models import (
    Happening,
    Justification,
    ProgrammeChange,
    ProgrammeItem,
    ProgrammeShare,
    SchoolProgramme,
)
from practices.justifying.periods import period_text
from practices.justifying.saving import Saved, save_written
from practices.justifying.snapshots import differences_between, digest_of, figures_of, fingerprint, sources_of

START = "justifying.programme"
#: So many choices fit a plan that somebody reads.
MOST_ITEMS = 60
#: Of what happened, so much is shown.
MOST_CHANGES_SHOWN = 20


class FullProgrammeError(Exception):
    """The plan has as many items as it can have."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What the items cost together, in euros. ``left`` is None when nobody said what there is to spend."""

    total: Decimal
    left: Decimal | None
    #: Items without an amount: the total is at least this.
    unknown: int


@transaction.atomic
def begin(token: str, by: User, organisation: Organisation, values: Mapping[str, Any]) -> SchoolProgramme:
    """A new plan of ``organisation``; the same token gives the same one."""
    programme, is_new = SchoolProgramme.objects.get_or_create(
        start_hash=hash_of(START, token),
        defaults={"organisation": organisation, "made_by": by, "version": 1, **values},
    )
    if is_new:
        note(programme, by, Happening.MADE)
    return programme


@transaction.atomic
def save(programme: SchoolProgramme, by: User, values: Mapping[str, Any], version: int) -> Saved:
    """Keep what is said of the plan as a whole, unless a colleague changed it since ``version``."""
    saved = save_written(programme, values, version)
    if saved.changed:
        note(programme, by, Happening.CHANGED)
    return saved


@transaction.atomic
def add(programme: SchoolProgramme, justification: Justification, by: User) -> ProgrammeItem:
    """Put a verantwoording into the plan, as a copy; one that is in it already stays as it is.

    Raises :class:`FullProgrammeError`.
    """
    SchoolProgramme.objects.select_for_update().get(pk=programme.pk)
    there = ProgrammeItem.objects.filter(programme=programme, justification=justification).first()
    if there is not None:
        return there
    if programme.items.count() >= MOST_ITEMS:
        raise FullProgrammeError
    item = ProgrammeItem.objects.create(
        **copy_of(justification),
        programme=programme,
        position=(programme.items.aggregate(last=Max("position"))["last"] or 0) + 1,
    )
    note(programme, by, Happening.ADDED, item.title)
    return item


def copy_of(justification: Justification) -> dict[str, Any]:
    """What of a verantwoording goes into a plan."""
    return {
        "justification": justification,
        "page_id": justification.page_id,
        "intervention": justification.intervention,
        "title": justification.name[:160],
        "reason": _why(justification),
        "goal": justification.goal,
        "measured_how": justification.measured_how,
        "measured_when": justification.measured_when,
        "period": period_text(justification.starts_on, justification.ends_on),
        "amount": justification.amount,
        "figures": justification.figures,
        "sources": justification.sources,
        "version": 1,
    }


@transaction.atomic
def save_item(item: ProgrammeItem, by: User, values: Mapping[str, Any], version: int) -> Saved:
    """Keep what is said of one item, unless a colleague changed it since ``version``."""
    saved = save_written(item, values, version)
    if saved.changed:
        note(item.programme, by, Happening.ITEM_CHANGED, str(values.get("title") or item.title))
    return saved


@transaction.atomic
def decide(item: ProgrammeItem, by: User, seen: str, *, take_over: bool) -> None:
    """Take over in the plan what sources say now, or leave its figures as they are. A verantwoording is not changed.

    ``seen`` is :func:`~practices.justifying.snapshots.digest_of` what was shown. Raises
    :class:`~practices.justifying.justifications.ChangedMeanwhileError` when other figures came since.
    """
    kept = ProgrammeItem.objects.select_for_update(of=("self",)).select_related("page").get(pk=item.pk)
    found = differences_between(kept.figures, figures_of(kept.page) if kept.page else [], kept.left_alone)
    if not found:
        return
    if digest_of(found) != seen:
        raise ChangedMeanwhileError
    if take_over and kept.page is not None:
        kept.figures, kept.sources, kept.left_alone = figures_of(kept.page), sources_of(kept.page), []
        note(item.programme, by, Happening.FIGURES, kept.title)
    else:
        kept.left_alone = [*kept.left_alone, *(fingerprint(one.new) for one in found)]
    kept.save(update_fields=["figures", "sources", "left_alone"])


@transaction.atomic
def remove(item: ProgrammeItem, by: User, version: int) -> bool:
    """Take an item out; False, and nothing happens, when a colleague changed it since ``version``."""
    removed = ProgrammeItem.objects.filter(pk=item.pk, version=version).delete()[0]
    if removed:
        note(item.programme, by, Happening.REMOVED, item.title)
    return bool(removed)


@transaction.atomic
def share(programme: SchoolProgramme, organisation: Organisation, by: User) -> None:
    """Let the members of ``organisation`` read it. Shared already, nothing happens."""
    try:
        with transaction.atomic():
            ProgrammeShare.objects.create(programme=programme, organisation=organisation, shared_by=by)
    except IntegrityError:
        return
    note(programme, by, Happening.SHARED, organisation.name)


@transaction.atomic
def stop_sharing(programme: SchoolProgramme, organisation: Organisation, by: User) -> None:
    """Let them read it no longer, from this moment on."""
    if ProgrammeShare.objects.filter(programme=programme, organisation=organisation).delete()[0]:
        note(programme, by, Happening.UNSHARED, organisation.name)


def budget_of(programme: SchoolProgramme, items: list[ProgrammeItem]) -> Budget:
    """What ``items`` cost together."""
    total = sum((item.amount for item in items if item.amount is not None), Decimal(0))
    left = None if programme.available is None else programme.available - total
    return Budget(total, left, sum(item.amount is None for item in items))


def note(programme: SchoolProgramme, who: User, what: Happening, subject: str = "") -> None:
    """Remember who did what."""
    ProgrammeChange.objects.create(programme=programme, who=who, what=what, subject=subject[:200])


def _why(justification: Justification) -> str:
    parts = (justification.pupils, justification.problem, justification.reason)
    return "\n\n".join(part for part in parts if part)
