"""Subject, text and HTML of one mail, whatever it is about."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from css_inline import CSSInliner

#: Longer subjects are cut: no reader shows more.
LONGEST_SUBJECT = 150


@dataclass(frozen=True, slots=True)
class Content:
    """What somebody reads. ``html`` has its styles on its elements, for readers that know no style sheets."""

    subject: str
    text: str
    html: str


def one_line(text: str, longest: int = LONGEST_SUBJECT) -> str:
    """The text without line ends and other control characters, so that nothing in it becomes a header."""
    seen = "".join(" " if _breaks(character) else character for character in text)
    line = " ".join(seen.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _breaks(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def with_inlined_style(html: str) -> str:
    """The page with its style sheet on its elements; what is inside an at-rule stays in the head."""
    return _inliner().inline(html)


@cache
def _inliner() -> CSSInliner:
    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
