"""Carrying an import out: all of it or nothing, and only what somebody agreed to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from accounts.models import User
from caching.generation import renew_on_commit
from organisations.importing.plan import BoardReference, ChangedRow, ImportPlan, NewRow
from organisations.importing.planning import plan
from organisations.importing.reading import read
from organisations.importing.register import Register
from organisations.models import Organisation, OrganisationKind
from organisations.slugs import FreeSlugs
from vocabulary.concerned_pages import pages_that_show
from vocabulary.receivers import announce

LOG_ACTION = "organisations.import"
_BATCH = 500
_WRITTEN = ("name", "code", "website", "municipality_id", "board_id")


class DataChangedError(Exception):
    """The register is not what it was when the report was made; the message says so."""


def report(content: bytes) -> ImportPlan:
    """What a file would do; changes nothing. Raises :class:`FileRefusedError`."""
    return plan(read(content), Register())


@transaction.atomic
def apply(content: bytes, *, expected: str | None = None, by: User | None = None) -> ImportPlan:
    """Do what the file says, in one transaction; returns what was done.

    ``expected`` is the fingerprint of the report that somebody agreed to. Raises :class:`DataChangedError` when
    the same file would do something else by now, :class:`FileRefusedError` as the report does.
    """
    _lock(report(content))
    made = report(content)
    if expected is not None and made.fingerprint() != expected:
        raise DataChangedError(_("Er is sinds het verslag iets veranderd. Bekijk het nieuwe verslag."))
    try:
        with transaction.atomic():
            _write(made, by)
    except IntegrityError as problem:
        raise DataChangedError(_("Er is tijdens het verwerken iets veranderd. Bekijk het nieuwe verslag.")) from problem
    return made


def _lock(made: ImportPlan) -> None:
    """Nobody else changes these organisations until we are done. In one order, as all who lock several."""
    for pks in _batches(sorted(row.pk for row in made.changed)):
        list(Organisation.objects.select_for_update().filter(pk__in=pks).order_by("pk").values_list("pk", flat=True))


def _write(made: ImportPlan, by: User | None) -> None:
    slugs = FreeSlugs()
    boards = _create([row for row in made.new if row.kind == OrganisationKind.BOARD], slugs, {})
    others = _create([row for row in made.new if row.kind != OrganisationKind.BOARD], slugs, boards)
    changed = _update(made.changed, boards)
    _log({**boards, **others}.values(), changed, by)
    for batch in _batches(changed):
        announce(Organisation, pages_that_show(batch))
    if made.changes_anything:
        renew_on_commit()


def _create(rows: Sequence[NewRow], slugs: FreeSlugs, boards: dict[int, Organisation]) -> dict[int, Organisation]:
    """Line → organisation."""
    made = {
        row.line: Organisation(
            name=row.name,
            slug=slugs.take(row.name),
            kind=row.kind,
            code=row.code,
            website=row.website,
            municipality_id=row.municipality_id,
            board_id=_board_id(row.board, boards),
        )
        for row in rows
    }
    Organisation.objects.bulk_create(made.values(), batch_size=_BATCH)
    return made


def _update(rows: Sequence[ChangedRow], boards: dict[int, Organisation]) -> list[Organisation]:
    changed = []
    for batch in _batches(rows):
        known = Organisation.objects.in_bulk([row.pk for row in batch])
        for row in batch:
            organisation = known[row.pk]
            for name, value in row.values.items():
                setattr(organisation, name, value)
            if row.board is not None:
                organisation.board_id = _board_id(row.board, boards)
            changed.append(organisation)
    Organisation.objects.bulk_update(changed, _WRITTEN, batch_size=_BATCH)
    return changed


def _board_id(board: BoardReference | None, boards: dict[int, Organisation]) -> int | None:
    if board is None or board.line is None:
        return board.pk if board else None
    return boards[board.line].pk


def _log(made: Iterable[Organisation], changed: Iterable[Organisation], by: User | None) -> None:
    """In the history of each organisation."""
    content_type, now = ContentType.objects.get_for_model(Organisation), timezone.now()
    entries = (
        ModelLogEntry(
            content_type=content_type,
            object_id=str(organisation.pk),
            label=organisation.name[:255],
            action=LOG_ACTION,
            timestamp=now,
            user=by,
            data={"new": is_new},
            content_changed=True,
        )
        for group, is_new in ((made, True), (changed, False))
        for organisation in group
    )
    ModelLogEntry.objects.bulk_create(entries, batch_size=_BATCH)


def _batches(items: Sequence[Any]) -> Iterator[list[Any]]:
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
