"""The one place where markup from outside the editor's room is made safe to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from bleach.sanitizer import Cleaner

#: One piece of the parsed markup, as html5lib hands it from filter to filter.
Token: TypeAlias = dict[str, Any]

TAGS = frozenset(
    {"a", "abbr", "b", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "pre"}
    | {"strong", "sub", "sup", "ul"}
)
ATTRIBUTES = {"a": ["href", "title"], "abbr": ["title"]}
PROTOCOLS = frozenset({"http", "https", "mailto"})
#: Elements whose content is no text for a reader: they go with all that is in them.
_GO_ENTIRELY = frozenset(
    {"applet", "audio", "canvas", "embed", "frameset", "head", "iframe", "math", "noembed", "noframes", "noscript"}
    | {
        "object",
        "picture",
        "plaintext",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
        "xmp",
    }
)


def sanitise(html: str) -> str:
    """``html`` with only harmless elements, attributes and addresses; links carry ``nofollow noopener``.

    Elements that are not allowed lose their tags and keep their text; scripts, styles and embedded things go
    with their content, instead of being shown as text. Safe to apply twice.
    """
    # Two passes: the first takes out whole elements and for that has to let their tags through, the second
    # knows nothing but what is allowed, so that nothing rests on the first one alone.
    return _clean(_clean(html, TAGS | _GO_ENTIRELY, _without_elements), TAGS, _with_marked_links)


def _clean(html: str, tags: frozenset[str], token_filter: Any) -> str:
    cleaner = Cleaner(tags=tags, attributes=ATTRIBUTES, protocols=PROTOCOLS, strip=True, filters=[token_filter])
    return str(cleaner.clean(html))


def _without_elements(source: Iterable[Token]) -> Iterator[Token]:
    """Takes certain elements out with everything in them."""
    depth = 0
    for token in source:
        goes = token.get("name") in _GO_ENTIRELY
        if goes and token["type"] == "StartTag":
            depth += 1
        elif goes and token["type"] == "EndTag":
            depth -= 1
        elif not goes and depth == 0:
            yield token


def _with_marked_links(source: Iterable[Token]) -> Iterator[Token]:
    """Tells search engines and the page behind a link that it is not ours."""
    for token in source:
        if token["type"] == "StartTag" and token["name"] == "a":
            token["data"][(None, "rel")] = "nofollow noopener"
        yield token
