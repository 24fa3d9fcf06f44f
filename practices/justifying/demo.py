"""Two verantwoordingen and one schoolprogramma of a school that does not exist.

They are nobody's: everybody reads the verantwoordingen, members of the site the plan.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from editorial.demonstration.rows import Tally
from organisations.models import Organisation, OrganisationKind
from organisations.tokens import hash_of
from practices.justifying import programmes
from practices.justifying.justifications import START
from practices.justifying.models import Justification, ProgrammeItem, ProgrammeShare, SchoolProgramme
from practices.justifying.snapshots import figures_of, sources_of
from practices.models import InterventionPage

_FILE = Path(__file__).parent / "data" / "demo.toml"


@transaction.atomic
def load(tally: Tally) -> None:
    """Add what is not there yet. Without the pages or the school of the demo it adds nothing."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    school = Organisation.objects.filter(slug=content["school"], is_example=True).first()
    if school is None:
        return
    rows = [_justification(one, tally) for one in content["verantwoordingen"]]
    _programme(content["schoolprogramma"], school, [row for row in rows if row], tally)


def _justification(values: dict[str, Any], tally: Tally) -> Justification | None:
    page = InterventionPage.objects.live().filter(slug=values.pop("intervention")).first()
    if page is None:
        return None
    row, is_new = Justification.objects.get_or_create(
        start_hash=hash_of(START, f"demo:{page.slug}"),
        defaults={
            **values,
            "page": page,
            "intervention": page.title,
            "figures": figures_of(page),
            "sources": sources_of(page),
            "version": 1,
            "is_example": True,
        },
    )
    _count(tally, is_new)
    return row


def _programme(values: dict[str, Any], school: Organisation, rows: list[Justification], tally: Tally) -> None:
    items = {item.pop("intervention"): item for item in values.pop("onderdelen")}
    programme, is_new = SchoolProgramme.objects.get_or_create(
        start_hash=hash_of(programmes.START, "demo"),
        defaults={**values, "organisation": school, "version": 1, "is_example": True},
    )
    _count(tally, is_new)
    if not is_new:
        return
    for position, row in enumerate(rows, start=1):
        known = items.get(row.page.slug if row.page else "", {})
        ProgrammeItem.objects.create(**programmes.copy_of(row), **known, programme=programme, position=position)
    boards = Organisation.objects.filter(pk=school.board_id or 0, kind=OrganisationKind.BOARD)
    for board in boards:
        ProgrammeShare.objects.create(programme=programme, organisation=board)


def _count(tally: Tally, is_new: bool) -> None:
    if is_new:
        tally.made += 1
    else:
        tally.kept += 1
