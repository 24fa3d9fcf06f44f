"""Where the site as a whole appears in the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from home.admin.searches_panel import FruitlessSearchesPanel


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    """What was searched in vain, on the dashboard of who keeps the synonyms."""
    if request.user.has_perm("search.add_synonymgroup"):
        panels.append(FruitlessSearchesPanel())
