"""Looking at pages again: which are due, and which lack what readers find them by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page

from accounts.models import Person, User
from editorial.models import ContentPage

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
