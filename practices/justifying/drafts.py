"""Drafts on the server: an older one never takes the place of a newer one, and what was saved stays as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from editorial.contributing import typed
from organisations.tokens import hash_of
from practices.justifying.forms.fields import MOST_TEXT
from practices.justifying.forms.justification import JustificationForm
from practices.justifying.justifications import START
from practices.justifying.models import Draft, Justification
from practices.models import InterventionPage

WORD = "justifying.draft"
#: A draft that was saved or thrown away stays this long, so that a late autosave does not bring it back.
EMPTY_STAYS = timedelta(days=2)
#: What a visitor typed and never saved stays this long.
UNSAVED_STAYS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """The form that a draft belongs to."""

    key: str
    owner: User | None = None
    page: InterventionPage | None = None
    justification: Justification | None = None


def of(justification: Justification) -> DraftPlace:
    """Of writing on in one that is there."""
    return DraftPlace(f"of:{justification.pk}", justification=justification)


def of_member(user: User, page: InterventionPage) -> DraftPlace:
    """Of beginning one with an account: one an intervention."""
    return DraftPlace(f"member:{user.pk}:{page.pk}", owner=user, page=page)


def by_word(token: str, page: InterventionPage) -> DraftPlace:
    """Of beginning one without an account, known by the word of the form; only a hash of that is kept."""
    return DraftPlace(f"word:{hash_of(WORD, token)}", page=page)


def typed_in(posted: Mapping[str, Any]) -> dict[str, str]:
    """What was typed, as it was typed; nothing when all of it is blank."""
    return typed.typed_in(posted, Justification.WRITTEN, MOST_TEXT)


def was_begun(token: str) -> bool:
    """Whether the form with this word was saved already: what it still sends comes too late."""
    return Justification.objects.filter(start_hash=hash_of(START, token)).exists()


@transaction.atomic
def save(place: DraftPlace, *, version: int, based_on: int, values: dict[str, str]) -> Draft:
    """Keep the draft if ``version`` is higher than what is kept; the draft that is kept now.

    The row is made first and then only ever changed under the condition that it is older, so that two savings at
    once leave the newer one, in whatever order they arrive.
    """
    _make(place)
    older = Draft.objects.filter(place=place.key, version__lt=version)
    older.update(version=version, based_on=based_on, values=values, updated_at=timezone.now())
    return Draft.objects.get(place=place.key)


@transaction.atomic
def empty(place: DraftPlace, version: int) -> None:
    """It was saved or thrown away: savings up to ``version`` that are still on their way come too late."""
    if version:
        _make(place)
    rows = Draft.objects.filter(place=place.key)
    rows.filter(version__lt=version).update(version=version)
    rows.filter(version__lte=version).update(values={}, updated_at=timezone.now())


def kept_at(place: DraftPlace) -> Draft | None:
    """The draft of this place, which may be empty."""
    return Draft.objects.filter(place=place.key).first()


def offered(draft: Draft | None, justification: Justification | None = None) -> Draft | None:
    """The draft when it says something else than what was saved."""
    if draft is None or not draft.values:
        return None
    if justification is not None and not JustificationForm(draft.values, instance=justification).has_changed():
        return None
    return draft


def clean_up(now: datetime | None = None) -> int:
    """Remove empty drafts of some days ago, and what visitors typed long ago and never saved; how many."""
    moment = now or timezone.now()
    is_empty = Q(values={}, updated_at__lt=moment - EMPTY_STAYS)
    is_left = Q(place__startswith="word:", updated_at__lt=moment - UNSAVED_STAYS)
    return Draft.objects.filter(is_empty | is_left).delete()[0]


def _make(place: DraftPlace) -> None:
    row = Draft(place=place.key, owner=place.owner, page=place.page, justification=place.justification)
    Draft.objects.bulk_create([row], ignore_conflicts=True)
