"""Pages of other rooms in the menu of one's own account."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import menu


def connect() -> None:
    """Called once, when the app is ready."""
    from editorial.review_menu import looks_after_pages

    menu.register(
        320, _("Organisaties"), "organisations:mine", "building-2", about=_("Waar je werkt, en wie dat bevestigt.")
    )
    menu.register(210, _("Leerlabs"), "leerlabs:mine", "messages-square", about=_("Waar je meepraat."))
    about = _("Pagina's waar jij voor zorgt: kloppen ze nog?")
    menu.register(150, _("Nakijken"), "reviewing:mine", "calendar-check", about=about, concerns=looks_after_pages)
