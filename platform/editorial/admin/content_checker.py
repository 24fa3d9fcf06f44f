"""The accessibility check beside the form, set to what an editor can put right."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page


class EditorContentChecker(ContentCheckerItem):
    """Looks at the main part of the page only: the frame around it is not the editor's."""

    axe_include = ["main"]
    axe_run_only = [*ContentCheckerItem.axe_run_only, "image-alt", "image-redundant-alt"]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("Afbeelding zonder tekst"),
            "help_text": _("Zeg wat het beeld laat zien, of vink “alleen versiering” aan."),
        },
        "image-redundant-alt": {
            "error_name": _("Tekst bij het beeld staat er al naast"),
            "help_text": _("Zeg iets anders dan het bijschrift, of vink “alleen versiering” aan."),
        },
    }


def use_own_checker(request: HttpRequest, items: list[Any], page: Page | None) -> None:
    """Put our checker in the place of Wagtail's."""
    items[:] = [
        EditorContentChecker(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
