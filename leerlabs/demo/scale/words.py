"""What generated posts say: what the invented members said, over and over."""

from __future__ import annotations

from dataclasses import dataclass

from editorial.sanitise import sanitise
from leerlabs.demo import files
from leerlabs.rich_text.blocks import Surroundings, to_html


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it is kept."""

    source: str
    body: str


class Words:
    """Titles and texts by number, going round."""

    def __init__(self) -> None:
        threads = [thread for lab in files.labs() for thread in files.threads(lab.slug)]
        self._titles: list[str] = [thread["title"] for thread in threads]
        texts = [post["text"].strip() for thread in threads for post in thread["posts"]]
        # Without mentions and quotes, which would refer to posts elsewhere.
        alone = [text for text in texts if not {"@", ">"} & set(text)]
        self._texts = [Said(text, sanitise(to_html(text, Surroundings()))) for text in alone]

    def title(self, number: int) -> str:
        """A title with its number, so that no two are the same."""
        return f"{self._titles[number % len(self._titles)]} ({number + 1})"

    def text(self, number: int) -> Said:
        """A text."""
        return self._texts[number % len(self._texts)]
