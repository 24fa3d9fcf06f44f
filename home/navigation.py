"""The menus, on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from caching.memory import per_generation
from editorial.addresses import localised, site_path, site_root_path
from editorial.publicity import public
from home.models import PlainPage


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page in a menu; ``path`` is without language prefix."""

    title: str
    path: str


@per_generation
def menu_pages() -> tuple[MenuItem, ...]:
    """Public pages right below the front page that editors put in the menu, in the order of the tree."""
    root = site_root_path()
    if not root:
        return ()
    pages = public(Page.objects.filter(show_in_menus=True, depth=3, url_path__startswith=root)).order_by("path")
    return tuple(MenuItem(page.title, site_path(page.url_path)) for page in pages)


@per_generation
def footer_pages() -> tuple[MenuItem, ...]:
    """The plain pages right below the front page: who we are, joining in, privacy …"""
    root = site_root_path()
    if not root:
        return ()
    pages = public(PlainPage.objects.filter(depth=3, url_path__startswith=root)).order_by("path")
    return tuple(MenuItem(page.title, site_path(page.url_path)) for page in pages)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``main_menu``, ``footer_menu`` and this address in both languages."""
    language = get_language() or "nl"
    path = without_language(request.path_info)
    return {
        "main_menu": [
            {
                "title": item.title,
                "url": localised(item.path, language),
                "is_current": path.startswith(item.path),
            }
            for item in menu_pages()
        ],
        "footer_menu": [{"title": item.title, "url": localised(item.path, language)} for item in footer_pages()],
        "path_without_language": path,
        "path_in_english": localised(path, "en"),
        "path_in_dutch": path,
    }


def without_language(path: str) -> str:
    """``/en/praktijk/`` → ``/praktijk/``."""
    return path.removeprefix("/en") if path == "/en" or path.startswith("/en/") else path
