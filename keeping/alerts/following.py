"""Following a search, and no longer following it."""

from __future__ import annotations

from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from delivery.models import DigestedItem
from keeping.collections import KeepingRefusedError
from keeping.models import Alert, AlertedPage
from keeping.models.alert import NAME_LENGTH

MOST_ALERTS = 50
#: What a page's key in the digest begins with.
KEY = "page:"


@transaction.atomic
def follow(user: User, query: str, name: str, *, in_digest: bool = True) -> tuple[Alert, bool]:
    """Follow a search (:func:`keeping.alerts.searches.canonical`), and whether that is new: asked twice it is one.

    Raises :class:`KeepingRefusedError` when there are as many as one may have.
    """
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    theirs = Alert.objects.filter(user=user)
    if found := theirs.filter(query=query).first():
        return found, False
    if theirs.count() >= MOST_ALERTS:
        raise KeepingRefusedError(
            _("Je volgt al %(most)d zoekopdrachten. Stop er eerst met een.") % {"most": MOST_ALERTS}
        )
    name = " ".join(name.split())[:NAME_LENGTH]
    return Alert.objects.create(user=user, query=query, name=name or query[:NAME_LENGTH], in_digest=in_digest), True


@transaction.atomic
def stop(alert: Alert) -> None:
    """No longer follow it. What it found and nobody was told of yet, another alert may find again."""
    untold(AlertedPage.objects.filter(alert=alert)).delete()
    alert.delete()


def untold(pages: QuerySet[AlertedPage]) -> QuerySet[AlertedPage]:
    """Those that stood in no digest of that person yet."""
    return pages.filter(~Exists(digests_with_the_page()))


def digests_with_the_page() -> QuerySet[DigestedItem]:
    """For a subquery on :class:`AlertedPage`: that this page stood in a digest of this person."""
    key = Concat(Value(KEY), Cast(OuterRef("page_id"), CharField()))
    return DigestedItem.objects.filter(user_id=OuterRef("user_id"), key=key)
