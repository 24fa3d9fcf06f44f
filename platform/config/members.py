"""Pages of other rooms in the menu of one's own account."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import menu


def connect() -> None:
    """Called once, when the app is ready."""
    from editorial.review_menu import looks_after_pages

    menu.register(30, _("Organisaties"), "organisations:mine", "building-2")
    menu.register(35, _("Leerlabs"), "leerlabs:mine", "messages-square")
    menu.register(36, _("Nakijken"), "reviewing:mine", "calendar-check", concerns=looks_after_pages)
