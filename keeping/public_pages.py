"""Which pages can be kept: content that everyone may read at this moment."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from editorial.models import ContentPage
from editorial.publicity import public


def page_to_keep(page_id: int) -> Page | None:
    """The public page of content with this number, whatever its kind; None for any other."""
    page = public(Page.objects.filter(pk=page_id)).first()
    if page is None:
        return None
    model = ContentType.objects.get_for_id(page.content_type_id).model_class()
    return page if model is not None and issubclass(model, ContentPage) else None
