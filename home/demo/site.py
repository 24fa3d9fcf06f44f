"""The default site, and room for our front page where Wagtail puts its welcome page."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

_DEFAULT_PORTS = {"http": 80, "https": 443}
_AWAY = "welkom-van-wagtail"


def move_welcome_page_away() -> None:
    """Gives up the slug ``home``, if a page without content of its own has it."""
    for page in Page.objects.filter(depth=2, slug="home"):
        if page.specific_class is Page:
            page.slug = _AWAY
            page.save(update_fields=["slug", "url_path"])


def point_site_at(home: Page, name: str) -> bool:
    """Makes ``home`` the root of the default site at ``SITE_URL``; whether anything changed."""
    address = urlsplit(settings.SITE_URL)
    wanted = {
        "hostname": address.hostname or "localhost",
        "port": address.port or _DEFAULT_PORTS[address.scheme],
        "site_name": name,
        "root_page_id": home.pk,
        "is_default_site": True,
    }
    site = Site.objects.filter(is_default_site=True).first() or Site()
    if all(getattr(site, field) == value for field, value in wanted.items()):
        return False
    for field, value in wanted.items():
        setattr(site, field, value)
    site.full_clean()
    site.save()
    return True


def remove_welcome_page() -> None:
    """Deletes Wagtail's welcome page once no site starts there and nothing stands below it."""
    for page in Page.objects.filter(depth=2, slug=_AWAY, numchild=0, sites_rooted_here__isnull=True):
        page.delete()
