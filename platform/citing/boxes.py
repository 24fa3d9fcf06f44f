"""The box in which a reader chooses a style and takes a reference along."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from wagtail.models import Page

from citing import items
from citing.formats import FORMATS
from citing.items import CslItem
from citing.styles import STYLES, bibliography
from editorial.addresses import localised

FIRST_STYLE = "apa"
#: What may be cited of a page: what it stands for (a publication), or the page itself.
WORK, PAGE = "werk", "pagina"


@dataclass(frozen=True, slots=True)
class Choice:
    """A style or format, and the address that gives the reference in it."""

    code: str
    label: str
    url: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One reference in one style, with the way to the others. ``subject`` is :data:`WORK` or :data:`PAGE`."""

    page_id: int
    subject: str
    language: str
    style: str
    citation: SafeString
    styles: tuple[Choice, ...]
    formats: tuple[Choice, ...]
    #: The same style in the other language.
    other_language_url: str
    is_publication: bool


def box_of(page: Page, subject: str, style: str, item: CslItem) -> Box:
    """The box about ``page`` in the language of the interface. No query."""
    language = "en" if get_language() == "en" else "nl"
    other = "nl" if language == "en" else "en"
    return Box(
        page_id=page.pk,
        subject=subject,
        language=language,
        style=STYLES[style].label,
        citation=bibliography([item], style, language)[0],
        styles=tuple(
            Choice(code, entry.label, address(page.pk, subject, code, language), code == style)
            for code, entry in STYLES.items()
        ),
        formats=tuple(
            Choice(code, entry.label, address(page.pk, subject, code, language)) for code, entry in FORMATS.items()
        ),
        other_language_url=address(page.pk, subject, style, other),
        is_publication=subject == WORK and items.stands_for_a_publication(page),
    )


def item_of(page: Page, subject: str) -> CslItem:
    """What is cited: of a page that stands for nothing else, the two subjects are the same."""
    return items.page_item(page) if subject == PAGE else items.item_for(page)


def address(page_id: int, subject: str, code: str, language: str) -> str:
    """``/citeren/12/apa/``, ``/en/citeren/12/pagina/ris/``."""
    name, arguments = ("citing:page", [page_id, code]) if subject == PAGE else ("citing:work", [page_id, code])
    with override("nl"):
        return localised(reverse(name, args=arguments), language)
