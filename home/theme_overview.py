"""What theme pages show besides their own texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from editorial.addresses import localised, site_path
from editorial.publicity import public
from search.cards import cards_of_chosen, count_by_theme, newest
from vocabulary.memory import KnownTerm, vocabulary

if TYPE_CHECKING:
    from home.models import ThemeIndexPage, ThemePage

FOUND_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class ThemeLink:
    """A theme with the address of its page, if it has one, and how many pages are about it."""

    term: KnownTerm
    url: str
    description: str
    count: int
    children: tuple[ThemeLink, ...] = ()


def themes_context(page: ThemeIndexPage) -> dict[str, Any]:
    """Template variable ``theme_tree``; one query for all theme pages."""
    return {"theme_tree": _branch("", _pages_by_theme(), count_by_theme())}


def theme_context(page: ThemePage) -> dict[str, Any]:
    """Template variables ``picked``, ``insights``, ``practices``, ``interventions``, ``answers``, ``neighbours``."""
    code = page.theme.slug
    known = vocabulary()
    term = known.by_code.get(("theme", code))
    pages = _pages_by_theme()
    above = term.parents[0] if term and term.parents else code
    near = [t for t in known.of_kind("theme") if t.code != code and t.parents[:1] in {(above,), (code,)}]
    return {
        "term": term,
        "picked": cards_of_chosen(page.picks),
        "insights": newest("insight", FOUND_AT_ONCE, thema=code),
        "practices": newest("practice", FOUND_AT_ONCE, thema=code),
        "interventions": newest("intervention", FOUND_AT_ONCE, thema=code),
        "answers": newest("answer", FOUND_AT_ONCE, thema=code),
        "neighbours": [_link(t, pages, {}) for t in near if t.code in pages],
    }


def top_themes() -> list[ThemeLink]:
    """The themes above all others, each with the address of its page if it has one; one query."""
    pages = _pages_by_theme()
    return [_link(term, pages, {}) for term in vocabulary().of_kind("theme") if not term.parents]


def _pages_by_theme() -> dict[str, tuple[str, str]]:
    from home.models import ThemePage

    rows = public(ThemePage.objects.all()).values_list("theme__slug", "url_path", "theme__description")
    language = get_language() or "nl"
    return {slug: (localised(site_path(url_path), language), description) for slug, url_path, description in rows}


def _branch(above: str, pages: Mapping[str, tuple[str, str]], counts: Mapping[str, int]) -> tuple[ThemeLink, ...]:
    known = vocabulary()
    terms = known.children("theme", above) if above else [t for t in known.of_kind("theme") if not t.parents]
    return tuple(_link(term, pages, counts, _branch(term.code, pages, counts)) for term in terms)


def _link(
    term: KnownTerm,
    pages: Mapping[str, tuple[str, str]],
    counts: Mapping[str, int],
    children: tuple[ThemeLink, ...] = (),
) -> ThemeLink:
    url, description = pages.get(term.code, ("", ""))
    return ThemeLink(term, url, description, counts.get(term.code, 0), children)
