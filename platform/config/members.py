"""Pages of other rooms in the menu of one's own account."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import menu


def connect() -> None:
    """Called once, when the app is ready."""
    menu.register(30, _("Organisaties"), "organisations:mine", "building-2")
    menu.register(35, _("Leerlabs"), "leerlabs:mine", "messages-square")
