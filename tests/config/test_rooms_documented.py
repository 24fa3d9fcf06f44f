"""The list of rooms in docs/architecture.md is whole."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]


def test_every_room_stands_in_the_list() -> None:
    listed = (ROOT / "docs" / "architecture.md").read_text().split("```")[1]
    named = {line.split("/")[0].strip() for line in listed.splitlines() if "/" in line}
    packages = sysconfig.get_path("purelib")
    rooms = {Path(room.path).name for room in apps.get_app_configs() if not room.path.startswith(packages)}
    assert rooms - named == set()
