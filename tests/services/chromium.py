"""The browser for the journeys: Playwright's own, or one of the system's."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.services.missing import unavailable

#: Names under which systems install it.
_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The path of an executable Chromium: ``CHROMIUM`` names it, else Playwright's, else the system's."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return named
    return _of_playwright() or next(filter(None, map(shutil.which, _COMMANDS)), None)


def _of_playwright() -> str | None:
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return None
    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Error:
        return None
    return path if Path(path).exists() else None


@pytest.fixture(scope="session")
def chromium_executable() -> str:
    """The path of a Chromium; without one the tests that need it are counted as missing."""
    return find_chromium() or unavailable("Chromium", "no chromium or google-chrome found")
