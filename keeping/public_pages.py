"""Which pages can be kept and shown: those that everyone may read at this moment."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from editorial.models import ContentPage
from editorial.restrictions import is_restricted


def is_public(page: Page | None) -> bool:
    """Whether everyone may read this page now."""
    return page is not None and page.live and not is_restricted(page.path)


def page_to_keep(page_id: int) -> Page | None:
    """The public page of content with this number, whatever its kind; None for any other."""
    page: Page | None = Page.objects.filter(pk=page_id, live=True).first()
    if page is None or not is_public(page):
        return None
    model = ContentType.objects.get_for_id(page.content_type_id).model_class()
    return page if model is not None and issubclass(model, ContentPage) else None
