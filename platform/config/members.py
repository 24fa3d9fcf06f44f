"""Pages of other rooms in the menu of one's own account."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import menu


def connect() -> None:
    """Called once, when the app is ready."""
    menu.register(320, _("Organisaties"), "organisations:mine", "building-2", _("Waar je werkt, en wie dat bevestigt."))
    menu.register(210, _("Leerlabs"), "leerlabs:mine", "messages-square", _("Waar je meepraat."))
