"""Quoting: the server writes down who said it and where, and only when it was said."""

from __future__ import annotations

import re
from collections.abc import Callable

from leerlabs.models import Post, Thread
from leerlabs.rich_text.blocks import quotations_in
from leerlabs.rich_text.references import MENTION

_MARKS = re.compile(r"[*_#>\s]+")
#: Stands for what the one who quotes left out.
_LEFT_OUT = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")
_LONGEST = 1500


def quote_source(number: int, said: str) -> str:
    """What goes into the editor to quote post ``number``, whose source is ``said``.

    Left out is what it quotes itself, and whom it mentions: they are not called again.
    """
    own = [MENTION.sub("…", line) for line in said.splitlines() if not line.lstrip().startswith(">")]
    text = "\n".join(own).strip()
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    lines = [f"[bericht {number}]", *(line for line in text.splitlines() if line.strip())]
    return "\n".join(f"> {line}" for line in lines) + "\n\n"


def quotation_check(thread: Thread | None, source: str) -> Callable[[int, str], bool]:
    """Tells whether a post of this thread says what is quoted from it. One query, for texts that quote."""
    numbers = {number for number, _text in quotations_in(source)}
    said: dict[int, str] = {}
    if numbers and thread is not None and thread.pk:
        rows = Post.objects.filter(thread=thread, number__in=numbers, hidden_at=None, deleted_at=None, moved_to=None)
        said = {number: _bare(text) for number, text in rows.values_list("number", "source")}

    def is_quotation(number: int, text: str) -> bool:
        pieces = [_bare(piece) for piece in _LEFT_OUT.split(text)]
        return number in said and any(pieces) and all(piece in said[number] for piece in pieces)

    return is_quotation


def _bare(text: str) -> str:
    """Words only, so that a changed line end or mark makes no other quotation."""
    return _MARKS.sub("", _LEFT_OUT.sub("", MENTION.sub("", text))).casefold()
