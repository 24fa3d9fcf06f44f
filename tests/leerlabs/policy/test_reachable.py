"""No page of Leerlabs is there only for who knows its address."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.urls import URLPattern, URLResolver

from leerlabs import urls

#: Told once to whom it belongs, as a whole address.
SECRET = {"feed"}


def names(entries) -> Iterator[str]:
    """What the addresses of this room are called."""
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from names(entry.url_patterns)
        elif isinstance(entry, URLPattern):
            yield entry.name or ""


def everything_that_leads_somewhere() -> str:
    """Our templates and code, as one text."""
    root = Path(settings.BASE_DIR)
    files = [*(root / "templates").rglob("*.html"), *(root / "leerlabs").rglob("*.py")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_address_is_led_to_from_somewhere():
    text = everything_that_leads_somewhere()
    led_to = {name for name in names(urls.urlpatterns) if f"leerlabs:{name}'" in text or f'leerlabs:{name}"' in text}

    assert set(names(urls.urlpatterns)) - SECRET - led_to == set()
