"""A spool of this test alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def own_data_directory(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "data"
