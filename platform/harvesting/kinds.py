"""Which classes of page have records."""

from __future__ import annotations

from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page, get_page_models

from editorial.models import ContentPage
from editorial.publicity import public_in_database


@cache
def content_models() -> tuple[type[ContentPage], ...]:
    """Every kind of content page of the site, whichever room it is of."""
    return tuple(model for model in get_page_models() if issubclass(model, ContentPage))


def model_by_type() -> dict[int, type[ContentPage]]:
    """Content type → class of page; from memory once they were asked for."""
    types = ContentType.objects.get_for_models(*content_models())
    return {types[model].pk: model for model in content_models()}


def known_kinds() -> tuple[str, ...]:
    """The codes of all kinds of content, in alphabetical order."""
    return tuple(sorted({model.content_kind for model in content_models()}))


def recordable(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Of these, the public pages that have a record."""
    return public_in_database(pages).filter(content_type_id__in=model_by_type())
