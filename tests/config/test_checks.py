"""The system checks of the site as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.checks.registry import registry
from django.urls import clear_url_caches, include, path, re_path

from config import checks

urlpatterns = [
    path("zoeken/", lambda request: None),
    path("", include([path("nieuw/<int:number>/", lambda request, number: None)])),
    path("<slug:anything>/", lambda request, anything: None),
    path("favicon.ico", lambda request: None),
    re_path(r"^((?:[\w\-]+/)*)$", lambda request: None),
]


def found_by(check) -> list[str]:
    return [message.msg for message in check()]


@pytest.mark.parametrize("check", [checks.reserved_slugs_cover_the_addresses, checks.platform_is_no_package])
def test_the_site_is_held_to_it_and_passes(check) -> None:
    assert check in registry.get_checks()
    assert found_by(check) == []


def test_an_address_whose_first_word_is_not_reserved_is_an_error(settings) -> None:
    settings.ROOT_URLCONF = __name__
    clear_url_caches()
    (message,) = found_by(checks.reserved_slugs_cover_the_addresses)
    assert "/nieuw/" in message


@pytest.mark.parametrize("setting", ["STATIC_URL", "MEDIA_URL"])
def test_the_folders_of_files_have_to_be_reserved_too(setting: str, settings) -> None:
    setattr(settings, setting, "/elders/")
    assert any("/elders/" in message for message in found_by(checks.reserved_slugs_cover_the_addresses))


def test_an_init_file_in_platform_is_an_error(settings, tmp_path: Path) -> None:
    (tmp_path / "platform").mkdir()
    settings.BASE_DIR = tmp_path
    assert found_by(checks.platform_is_no_package) == []
    (tmp_path / "platform" / "__init__.py").touch()
    (message,) = found_by(checks.platform_is_no_package)
    assert "hides the standard library" in message
