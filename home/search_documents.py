"""What news, theme pages and plain pages are in the index."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from home.models import NewsPage, PlainPage, ThemePage
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument
from vocabulary.memory import vocabulary


def describe_news(page: NewsPage) -> SearchDocument:
    """News is found by its text; its date counts."""
    return describe(page, body=[page.intro, page.body], shown_date=page.date, keywords=[page.earlier_published_in])


def describe_theme_page(page: ThemePage) -> SearchDocument:
    """A theme page is found by the theme's names and by the synthesis."""
    theme = page.theme
    known = vocabulary().by_pk.get(("theme", theme.pk))
    return describe(
        page,
        body=[theme.description, page.known, page.works, page.does_not_work],
        shown_date=page.substantially_changed_on,
        keywords=[theme.name, *theme.synonym_list],
        facets={"thema": known.with_parents if known else (theme.slug,)},
        card={"theme": theme.slug},
    )


def describe_plain_page(page: PlainPage) -> SearchDocument:
    """A plain page stands behind what it is about."""
    return describe(page, body=[page.body], shown_date=page.substantially_changed_on, weight=0.7)


def register() -> None:
    """Make the three kinds findable."""
    for model, describe_page in (
        (NewsPage, describe_news),
        (ThemePage, describe_theme_page),
        (PlainPage, describe_plain_page),
    ):
        registry.register(model, describe_page)
        registry.bulk(model, with_terms)
    labels.register("type", {"theme": _("Thema"), "news": _("Nieuws"), "page": _("Over deze site")})
