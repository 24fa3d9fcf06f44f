"""What every test may use."""

from pathlib import Path

import pytest

pytest_plugins = [
    "tests.services.missing",
    "tests.services.elasticsearch",
    "tests.services.postgresql",
    "tests.services.chromium",
]


def pytest_configure(config: pytest.Config) -> None:
    """Compile the message catalogues that changed, so that the English pages are English."""
    from config.catalogues import compile_catalogues

    compile_catalogues([Path(__file__).resolve().parents[1] / "locale"])
