"""What templates use of the look. Loaded in every template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

from design import fonts, instruments, kinds, patterns
from design.contents import with_anchors

register = template.Library()

#: The pattern of a card without a theme is that of its kind.
_WITHOUT_THEME = "zonder-thema"


@register.simple_tag
@lru_cache(maxsize=128)
def icon(name: str, size: int = 20) -> SafeString:
    """A line icon of the Lucide family as inline SVG, hidden from screen readers."""
    svg = lucide(name, size=size, aria_hidden="true", focusable="false")
    return SafeString(" ".join(svg.replace("<svg ", '<svg class="icon" ', 1).split()).replace("> <", "><"))


@register.simple_tag
def font_preloads() -> SafeString:
    """Fetches the two upright faces along with the style sheet, so that text hardly moves when they arrive."""
    return format_html_join(
        "",
        '<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">',
        ((static(f"design/fonts/{face.name}.woff2"),) for face in fonts.installed_faces() if face.style == "normal"),
    )


register.simple_tag(kinds.glyph, name="kind_glyph")
register.simple_tag(instruments.certainty_dial, name="certainty_dial")
register.simple_tag(instruments.practice_blocks, name="practice_blocks")
register.simple_tag(instruments.strength_bars, name="strength_bars")
register.simple_tag(instruments.cost_coins, name="cost_coins")
register.simple_tag(instruments.months_ruler, name="months_ruler")
register.filter("months_text", instruments.months_text)


@register.filter
def kind_label(code: str) -> str:
    """What one of this kind is called: ``Interventie``."""
    return str(kinds.kind_of(code).label)


@register.filter
def kind_plural(code: str) -> str:
    """What several of this kind are called: ``Interventies``."""
    return str(kinds.kind_of(code).plural)


@register.simple_tag
def theme_pattern(name: str, columns: int = 6, rows: int = 4) -> SafeString:
    """The pattern that belongs to the name of a theme, of so many tiles."""
    return patterns.pattern(str(name or _WITHOUT_THEME), columns, rows)


@register.filter
def pattern_name(themes: Iterable[Any]) -> str:
    """The name whose pattern a page or card carries: its first theme's code."""
    for theme in themes or ():
        return str(theme["code"] if isinstance(theme, Mapping) else theme.code)
    return _WITHOUT_THEME


@register.filter
def as_date(value: str) -> date | None:
    """An ISO date or moment as Python knows it, for Django's own ``date`` filter."""
    moment = parse_datetime(value or "")
    return moment or parse_date((value or "")[:10])


@register.filter
def level_steps(highest: int) -> range:
    """The steps of a scale from 1, to draw all of it."""
    return range(1, int(highest) + 1)


class ContentsNode(template.Node):
    """Renders what it encloses with anchors on its headings, inside the layout of a long text."""

    layout = "components/long_text.html"

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The enclosed text beside the list of its headings."""
        text, sections = with_anchors(self.nodelist.render(context))
        return render_to_string(self.layout, {"long_text": text, "sections": sections})


@register.tag
def long_text(parser: Parser, token: Token) -> ContentsNode:
    """``{% long_text %} … {% endlong_text %}``: a text with "op deze pagina" beside it."""
    nodelist = parser.parse(("endlong_text",))
    parser.delete_first_token()
    return ContentsNode(nodelist)
