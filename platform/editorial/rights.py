"""What keeps a page from being published: pictures without maker and rights, or without a text beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.blocks import CreditedImageBlock
from editorial.models import EditorialImage
from editorial.page_content import blocks_in, referenced


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason, in words for an editor, and where in the admin it is taken away.

    ``url`` is empty when that is in the page's own form.
    """

    message: str
    url: str = ""


def obstacles_to_publishing(page: Page) -> list[Obstacle]:
    """All that has to be put right before ``page``, as it is in memory, may be published.

    Two queries at most: the pictures of blocks, and those that keys point at.
    """
    return [*_pictures_without_rights(page), *_pictures_without_text(page)]


def _pictures_without_rights(page: Page) -> Iterator[Obstacle]:
    for picture in EditorialImage.objects.filter(pk__in=referenced(page, EditorialImage)).order_by("title", "pk"):
        if not picture.has_rights:
            yield Obstacle(
                _("Van de afbeelding “%(picture)s” missen we %(missing)s.")
                % {"picture": picture.title, "missing": _missing(picture)},
                reverse("wagtailimages:edit", args=[picture.pk]),
            )


def _missing(picture: EditorialImage) -> str:
    if not picture.maker and not picture.rights:
        return _("de maker en de rechten")
    return _("de rechten") if picture.maker else _("de maker")


def _pictures_without_text(page: Page) -> Iterator[Obstacle]:
    for block, value in blocks_in(page):
        if not isinstance(block, CreditedImageBlock) or not value or not value["image"]:
            continue
        if not value["decorative"] and not (value["alternative_text"] or "").strip():
            yield Obstacle(
                _(
                    "Bij de afbeelding “%(picture)s” staat geen tekst voor wie het beeld niet ziet. "
                    "Vul die in, of vink “alleen versiering” aan."
                )
                % {"picture": value["image"].title}
            )
