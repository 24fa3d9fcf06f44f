"""Addresses of pages, from what a row of the page table holds."""

from __future__ import annotations

from django.urls import get_script_prefix
from wagtail.models import Page, Site

from caching.memory import per_generation
from editorial.publicity import is_public


@per_generation
def site_root_path() -> str:
    """The ``url_path`` of the front page, such as ``/home/``; empty when there is no site yet."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    return site.root_page.url_path if site else ""


def site_path(url_path: str) -> str:
    """The path below the site's root, without language prefix: ``/praktijk/samen-lezen/``."""
    root = site_root_path()
    if not root or not url_path.startswith(root):
        return ""
    return "/" + url_path.removeprefix(root)


def public_path(page: Page | None) -> str:
    """The path of a page; empty when there is none, or when not everyone may see it."""
    return site_path(page.url_path) if is_public(page) else ""


def localised(path: str, language: str) -> str:
    """A path as it stands in the interface language: ``/en/praktijk/`` in English."""
    prefix = get_script_prefix().rstrip("/")
    return f"{prefix}{path}" if language == "nl" else f"{prefix}/{language}{path}"
