"""StreamField blocks of content files, in the raw form in which they are stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from editorial.blocks.text import SMALL_TEXT_FEATURES, TEXT_FEATURES
from editorial.demonstration.content import Item
from editorial.demonstration.identity import stable_uuid
from editorial.demonstration.rich_text import (
    RefusedTextError,
    as_saved,
    headings_from_h2,
    with_footnotes,
    with_page_links,
)
from home.demo.world import World


class Builder:
    """Makes the raw blocks and texts of one item; identifiers follow from its place in the content."""

    def __init__(self, item: Item, world: World, footnotes: Mapping[str, UUID] | None = None) -> None:
        self.item = item
        self.world = world
        self.footnotes = footnotes or {}

    def html(self, field: str, features: Sequence[str], html: str | None = None) -> str:
        """A text of the item as the editor stores it; empty when the file does not give it."""
        given = self.item.get(field, "") if html is None else html
        try:
            linked = with_page_links(headings_from_h2(given), lambda name: self._page_id(field, name))
            noted = with_footnotes(linked, self.footnotes) if self.footnotes else linked
            return as_saved(noted, features, self._key(field))
        except RefusedTextError as problem:
            raise self.item.error(field, str(problem)) from problem

    def block(self, field: str, number: int, kind: str, value: Any) -> dict[str, Any]:
        """One block, with an identifier of its own."""
        return {"type": kind, "value": value, "id": str(stable_uuid("block", self._key(field), number))}

    def plain_blocks(self, field: str, kind: str, values: Sequence[Any]) -> list[dict[str, Any]]:
        """Blocks of one kind with plain values."""
        return [self.block(field, number, kind, value) for number, value in enumerate(values)]

    def items(self, field: str, number: int, values: Sequence[Any]) -> list[dict[str, Any]]:
        """The items of a list inside a block."""
        return self.plain_blocks(f"{field}.{number}", "item", values)

    def steps(self, field: str = "steps") -> list[dict[str, Any]]:
        """Steps of an approach: a title and what one does."""
        blocks = []
        for number, step in enumerate(self.item[field]):
            text = self.html(f"{field}[{number}].text", SMALL_TEXT_FEATURES, step["text"])
            blocks.append(self.block(field, number, "step", {"title": step["title"], "text": text}))
        return blocks

    def body(self, field: str = "body") -> list[dict[str, Any]]:
        """A body: either one text, or blocks that each say their type."""
        given = self.item.get(field, [])
        blocks = [{"type": "text", "html": given}] if isinstance(given, str) else given
        return [self._body_block(field, number, block) for number, block in enumerate(blocks)]

    def quote(self, field: str = "quote") -> list[dict[str, Any]]:
        """A body that consists of one quotation, when the item has one."""
        quote = self.item.get(field)
        value = {"text": quote["text"], "attribution": quote.get("attribution", "")} if quote else None
        return [self.block(field, 0, "quote", value)] if value else []

    def pages(self, field: str) -> list[dict[str, Any]]:
        """Chosen pages, by their names."""
        ids = self.world.page_ids(self.item, field, self.item.get(field, []))
        return self.plain_blocks(field, "page", ids)

    def _body_block(self, field: str, number: int, block: Mapping[str, Any]) -> dict[str, Any]:
        where = f"{field}[{number}]"
        match block:
            case {"type": "text", "html": html}:
                value: Any = self.html(where, TEXT_FEATURES, html)
            case {"type": "key_points", "points": points}:
                value = {"title": block.get("title", ""), "points": self.items(field, number, points)}
            case {"type": "quote", "text": text}:
                value = {"text": text, "attribution": block.get("attribution", "")}
            case {"type": "image", "image": name, "alternative_text": alternative}:
                value = {
                    "image": self.world.media_id(self.item, where, name),
                    "alternative_text": alternative,
                    "decorative": False,
                    "caption": block.get("caption", ""),
                }
            case _:
                raise self.item.error(where, "is not a block that the loader knows")
        return self.block(field, number, str(block["type"]), value)

    def _page_id(self, field: str, name: str) -> int | None:
        found = self.world.page_ids(self.item, field, [name])
        return found[0] if found else None

    def _key(self, field: str) -> str:
        return f"{self.item.source}:{field}"
