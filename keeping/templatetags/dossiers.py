"""The way to the dossiers, for templates elsewhere on the site."""

from __future__ import annotations

from django import template

from caching.memory import per_generation
from editorial.addresses import public_path
from keeping.models import DossierIndexPage

register = template.Library()


@per_generation
def dossiers_path() -> str:
    """The path of the list of dossiers without language prefix; empty when not everyone may see it.

    Empty too when editors put the list in the main menu: the footer shows that already.
    """
    page = DossierIndexPage.objects.filter(live=True).only("path", "url_path", "show_in_menus").first()
    return "" if page is not None and page.show_in_menus else public_path(page)


@register.simple_tag(name="dossiers_path")
def show_dossiers_path() -> str:
    """The path, for ``local_path``."""
    return dossiers_path()
