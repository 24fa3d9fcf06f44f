"""What other rooms tell editors of a person, below the form of that person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.panels import Panel

from accounts.models import Person

#: The HTML of a section, already escaped; empty for none.
Tell = Callable[[Person], SafeString | str]

_registered: dict[str, Tell] = {}


def register(name: str, tell: Tell) -> None:
    """Add a section, once; it is asked when somebody opens the form of a person."""
    _registered[name] = tell


class PersonSectionsPanel(Panel):
    """The sections of all rooms; not there for a person who is being made."""

    class BoundPanel(Panel.BoundPanel):
        """The sections of this person."""

        def is_shown(self) -> bool:
            """Whether there are any."""
            return bool(super().is_shown() and self.instance.pk and self._html)

        def render_html(self, parent_context: Any = None) -> str:
            """One below the other."""
            return self._html

        @cached_property
        def _html(self) -> SafeString:
            return format_html_join("", "{}", ((tell(self.instance),) for tell in _registered.values()))
