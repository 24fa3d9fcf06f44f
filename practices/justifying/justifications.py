"""A verantwoording: beginning it, its private link, deciding about newer figures, throwing it away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from organisations.tokens import LENGTH, hash_of, new_token
from practices.justifying.models import Justification
from practices.justifying.snapshots import differences, digest_of, figures_of, fingerprint, sources_of
from practices.models import InterventionPage

START, LINK = "justifying.start", "justifying.link"
_TOKEN = re.compile(rf"[A-Za-z0-9_-]{{{LENGTH}}}")


class ChangedMeanwhileError(Exception):
    """What was decided about is not what there is any more."""


def is_token(text: str) -> bool:
    """Whether ``text`` has the form of a token."""
    return bool(_TOKEN.fullmatch(text))


@transaction.atomic
def begin(
    token: str, owner: User | None, page: InterventionPage, values: Mapping[str, Any]
) -> tuple[Justification, bool]:
    """A new verantwoording of choosing ``page``, and whether it is new; the same token gives the same one.

    Without an owner the token itself is its private link.
    """
    return Justification.objects.get_or_create(
        start_hash=hash_of(START, token),
        defaults={
            "owner": owner,
            "link_hash": None if owner else hash_of(LINK, token),
            "page": page,
            "intervention": page.title,
            "figures": figures_of(page),
            "sources": sources_of(page),
            "version": 1,
            **values,
        },
    )


def by_link(token: str) -> Justification | None:
    """The verantwoording with this private link."""
    if not is_token(token):
        return None
    return Justification.objects.select_related("page").filter(link_hash=hash_of(LINK, token)).first()


@transaction.atomic
def renew_link(justification: Justification) -> str:
    """A new private link; the old one no longer holds."""
    token = new_token()
    Justification.objects.filter(pk=justification.pk, owner=None).update(link_hash=hash_of(LINK, token))
    return token


@transaction.atomic
def adopt(justification: Justification, user: User) -> bool:
    """Keep it with an account from now on; the link no longer holds. False when somebody did so already."""
    mine = Justification.objects.filter(pk=justification.pk, owner=None)
    return bool(mine.update(owner=user, link_hash=None))


@transaction.atomic
def decide(justification: Justification, seen: str, *, take_over: bool) -> None:
    """Take over what sources say now, or leave the figures as they are.

    ``seen`` is :func:`~practices.justifying.snapshots.digest_of` what was shown. Raises
    :class:`ChangedMeanwhileError` when other figures came since.
    """
    kept = Justification.objects.select_for_update(of=("self",)).select_related("page").get(pk=justification.pk)
    found = differences(kept)
    if not found:
        return
    if digest_of(found) != seen:
        raise ChangedMeanwhileError
    if take_over and kept.page is not None:
        kept.figures, kept.sources = figures_of(kept.page), sources_of(kept.page)
        kept.figures_of, kept.left_alone = timezone.now(), []
    else:
        kept.left_alone = [*kept.left_alone, *(fingerprint(one.new) for one in found)]
    kept.save(update_fields=["figures", "sources", "figures_of", "left_alone", "changed_at"])
