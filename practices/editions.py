"""Loading the editions of sources that figures of interventions come from."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.db import transaction

from practices.models import Edition

_FILE = Path(__file__).parent / "data" / "editions.toml"


@transaction.atomic
def load_editions() -> int:
    """Add the editions that are not there yet, leave the others as they are; how many were added."""
    known = set(Edition.objects.values_list("code", flat=True))
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["editions"]
    new = [Edition(**row) for row in rows if row["code"] not in known]
    for edition in new:
        edition.full_clean()
        edition.save()
    return len(new)
