"""Looking at pages again: which are due, and which lack what readers find them by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from accounts.models import Person, User
from editorial.models import ContentPage

#: In the history of a page: somebody said that it was still right.
CONFIRMED = "editorial.still_right"
#: Kinds that are about a theme by themselves, or about the site.
_NEED_NO_THEME = frozenset({"theme", "page"})


def content_models() -> list[type[ContentPage]]:
    """All kinds of content page."""
    return [model for model in apps.get_models() if issubclass(model, ContentPage)]


def content_pages() -> QuerySet[Page]:
    """Pages of all kinds of content, annotated with ``review_date`` and ``contact_id`` (null where there is none)."""
    kinds = [model._meta.model_name for model in content_models()]
    is_content = Q()
    for kind in kinds:
        is_content |= Q(**{f"{kind}__isnull": False})
    return Page.objects.filter(is_content).annotate(
        review_date=_of_any_kind(kinds, "review_date"), contact_id=_of_any_kind(kinds, "contact_id")
    )


def _of_any_kind(kinds: Iterable[str], field: str) -> Coalesce | F:
    paths = [f"{kind}__{field}" for kind in kinds]
    return Coalesce(*paths) if len(paths) > 1 else F(paths[0])


def overdue_pages(today: date | None = None) -> QuerySet[Page]:
    """Published pages whose day to be looked at has come, the longest overdue first."""
    today = today or timezone.localdate()
    return content_pages().filter(live=True, review_date__lte=today).order_by("review_date", "title")


def pages_of(pages: QuerySet[Page], user: User) -> QuerySet[Page]:
    """Of these, the pages that are somebody's: made by them, or with them as the contact."""
    return pages.filter(Q(owner=user) | Q(contact_id__in=Person.objects.filter(user=user).values("pk")))


def pages_without_theme() -> QuerySet[Page]:
    """Published content that no theme leads to, the newest first."""
    need_no_theme = [model for model in content_models() if model.content_kind in _NEED_NO_THEME]
    return (
        content_pages()
        .filter(live=True, theme_tags__isnull=True)
        .exclude(content_type__in=[ContentType.objects.get_for_model(model).pk for model in need_no_theme])
        .order_by("-first_published_at", "-pk")
    )


@dataclass(frozen=True, slots=True)
class Unchecked:
    """What a reader is told of a page that nobody looked at when the day came."""

    since: date
    #: Long overdue: said before the text, not only below it.
    is_long: bool


def unchecked(page: ContentPage, today: date | None = None) -> Unchecked | None:
    """What to tell readers of a published page; None when it is not due. One query for a page that is."""
    today = today or timezone.localdate()
    if not page.live or page.review_date is None or page.review_date > today:
        return None
    is_long = page.review_date <= today - _long_overdue()
    return Unchecked(_last_looked_at(page), is_long)


def _last_looked_at(page: ContentPage) -> date:
    """The last day on which somebody confirmed the page, or changed what it says."""
    confirmed = PageLogEntry.objects.filter(page_id=page.pk, action=CONFIRMED).order_by("-timestamp").first()
    changed = page.substantially_changed_on or _day(page.last_published_at) or _day(page.first_published_at)
    days = [day for day in (changed, _day(confirmed.timestamp if confirmed else None)) if day is not None]
    return max(days, default=page.review_date or timezone.localdate())


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment is not None else None


def _long_overdue() -> timedelta:
    return timedelta(days=settings.REVIEW_LONG_OVERDUE_DAYS)


def become_due(today: date | None = None) -> bool:
    """Whether there are published pages of which readers are told something else from this day on."""
    today = today or timezone.localdate()
    days = [today, today - _long_overdue()]
    return content_pages().filter(live=True, review_date__in=days).exists()
