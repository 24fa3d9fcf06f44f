"""Holding the rows of a file against the register: what is new, what changes, what is refused."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from organisations.importing.columns import folded, kind_of
from organisations.importing.plan import (
    BoardReference,
    ChangedRow,
    FieldChange,
    ImportPlan,
    NewRow,
    UnchangedRow,
)
from organisations.importing.reading import ReadFile, RefusedRow, Row
from organisations.importing.register import Known, Register
from organisations.models import Organisation, OrganisationKind
from organisations.models.organisation import LOCAL_KINDS, SCHOOL_CODE

_is_url = URLValidator(schemes=["http", "https"])
_LONGEST = {name: getattr(Organisation._meta.get_field(name), "max_length", 0) for name in ("name", "code", "website")}


class _RowRefusedError(Exception):
    """This row is not taken in; the message says why."""


def plan(file: ReadFile, register: Register) -> ImportPlan:
    """What the file would do. Boards come first, so that schools in the same file find them."""
    planning = _Planning(file, register)
    for boards_only in (True, False):
        for row in file.rows:
            if (kind_of(row.cells["kind"]) == OrganisationKind.BOARD) == boards_only:
                planning.add(row)
    made = planning.made
    for rows in (made.new, made.changed, made.unchanged, made.refused):
        rows.sort(key=lambda entry: entry.line)
    return made


class _Planning:
    def __init__(self, file: ReadFile, register: Register) -> None:
        self.register = register
        self.made = ImportPlan(file.encoding, file.separator, file.ignored_columns, refused=list(file.refused))
        #: What a row was about → its line, to know a second one.
        self.seen: dict[tuple[str, ...], int] = {}
        self.new_boards: dict[str, list[BoardReference]] = defaultdict(list)

    def add(self, row: Row) -> None:
        """Put one row where it belongs."""
        try:
            self._add(row)
        except _RowRefusedError as refused:
            self.made.refused.append(RefusedRow(row.line, str(refused)))

    def _add(self, row: Row) -> None:
        kind = kind_of(row.cells["kind"])
        if kind is None:
            raise _RowRefusedError(_("De soort “%(kind)s” kennen we niet.") % {"kind": row.cells["kind"][:40]})
        values = _checked(row, kind)
        municipality_id = self._municipality(row.cells.get("municipality", ""))
        known = self._known(kind, values["name"], values["code"], municipality_id)
        self._refuse_second(row.line, kind, values, known, municipality_id)
        board = self._board(kind, row.cells.get("board", ""))
        if known is None:
            self._add_new(row.line, kind, values, municipality_id, board)
        else:
            self._add_known(row.line, known, values, municipality_id, board)

    def _municipality(self, cell: str) -> int | None:
        if not cell:
            return None
        found = self.register.municipality(cell)
        if found is None:
            raise _RowRefusedError(_("De gemeente “%(name)s” kennen we niet.") % {"name": cell[:60]})
        return found

    def _known(self, kind: str, name: str, code: str, municipality_id: int | None) -> Known | None:
        """The organisation of the register that a row is about: by its code, otherwise by its name and place."""
        if code:
            if into := self.register.merged_into(kind, code):
                raise _RowRefusedError(
                    _("De organisatie met code %(code)s is samengevoegd met “%(name)s”.") % {"code": code, "name": into}
                )
            if found := self.register.by_code(kind, code):
                return found
        namesakes = self.register.by_name(kind, name) if name else []
        if code:
            # Another code is another organisation; one without may get its code now.
            namesakes = [known for known in namesakes if not known.code]
        if municipality_id is not None:
            namesakes = [known for known in namesakes if known.municipality_id in {municipality_id, None}]
        if len(namesakes) > 1:
            raise _RowRefusedError(_("Er zijn meer organisaties met deze naam. Geef de code of de gemeente."))
        return namesakes[0] if namesakes else None

    def _refuse_second(
        self, line: int, kind: str, values: dict[str, str], known: Known | None, municipality_id: int | None
    ) -> None:
        if known is not None:
            key: tuple[str, ...] = ("known", str(known.pk))
        elif values["code"]:
            key = (kind, "code", values["code"])
        else:
            key = (kind, "name", folded(values["name"]), str(municipality_id))
        first = self.seen.setdefault(key, line)
        if first != line:
            raise _RowRefusedError(_("Dubbel: regel %(line)s gaat over dezelfde organisatie.") % {"line": first})

    def _board(self, kind: str, cell: str) -> BoardReference | None:
        if not cell:
            return None
        if kind == OrganisationKind.BOARD:
            raise _RowRefusedError(_("Een bestuur heeft zelf geen bestuur."))
        found = [BoardReference(known.name, pk=known.pk) for known in self.register.boards(cell)]
        found = found or self.new_boards.get(folded(cell), [])
        if not found:
            raise _RowRefusedError(_("Het bestuur “%(name)s” kennen we niet.") % {"name": cell[:60]})
        if len(found) > 1:
            raise _RowRefusedError(
                _("Er zijn meer besturen met de naam “%(name)s”. Geef de code.") % {"name": cell[:60]}
            )
        return found[0]

    def _add_new(
        self, line: int, kind: str, values: dict[str, str], municipality_id: int | None, board: BoardReference | None
    ) -> None:
        if not values["name"]:
            raise _RowRefusedError(_("Een nieuwe organisatie heeft een naam nodig."))
        if kind in LOCAL_KINDS and municipality_id is None:
            raise _RowRefusedError(_("Geef om welke gemeente het gaat."))
        self.made.new.append(NewRow(line, str(kind), **values, municipality_id=municipality_id, board=board))
        if kind == OrganisationKind.BOARD:
            reference = BoardReference(values["name"], line=line)
            for key in {folded(values["name"]), folded(values["code"])} - {""}:
                self.new_boards[key].append(reference)

    def _add_known(
        self, line: int, known: Known, values: dict[str, str], municipality_id: int | None, board: BoardReference | None
    ) -> None:
        """Compare field by field. An empty cell leaves what is there."""
        changes: list[FieldChange] = []
        written: dict[str, str | int] = {}
        for name, new in values.items():
            old = getattr(known, name)
            if new and new != old:
                changes.append(FieldChange(name, old, new))
                written[name] = new
        if municipality_id is not None and municipality_id != known.municipality_id:
            names = self.register.municipality_names
            changes.append(
                FieldChange("municipality", names.get(known.municipality_id or 0, ""), names[municipality_id])
            )
            written["municipality_id"] = municipality_id
        moves = board is not None and (board.pk is None or board.pk != known.board_id)
        if board is not None and moves:
            old_board = self.register.by_pk.get(known.board_id or 0)
            changes.append(FieldChange("board", old_board.name if old_board else "", board.name))
        if changes:
            moved = board if moves else None
            self.made.changed.append(ChangedRow(line, known.pk, known.name, tuple(changes), written, moved))
        else:
            self.made.unchanged.append(UnchangedRow(line, known.pk, known.name))


def _checked(row: Row, kind: str) -> dict[str, Any]:
    """Name, code and website of a row, each in the form in which it is kept."""
    values = {name: row.cells.get(name, "") for name in ("name", "code", "website")}
    values["name"] = " ".join(values["name"].split())
    values["code"] = values["code"].upper()
    if not values["name"] and not values["code"]:
        raise _RowRefusedError(_("Zonder naam en code is niet te zeggen over welke organisatie dit gaat."))
    for name, longest in _LONGEST.items():
        if len(values[name]) > longest:
            raise _RowRefusedError(
                _("“%(cell)s…” is te lang: hooguit %(longest)s tekens.")
                % {"cell": values[name][:30], "longest": longest}
            )
    if kind == OrganisationKind.SCHOOL and values["code"] and not SCHOOL_CODE.fullmatch(values["code"]):
        raise _RowRefusedError(
            _("“%(code)s” is geen code van een school: die is twee cijfers en twee letters, zoals 12AB of 12AB01.")
            % {"code": values["code"]}
        )
    if values["website"]:
        values["website"] = _website(values["website"])
    return values


def _website(cell: str) -> str:
    address = cell if "://" in cell else f"https://{cell}"
    try:
        _is_url(address)
    except ValidationError:
        raise _RowRefusedError(_("“%(cell)s” is geen webadres.") % {"cell": cell[:60]}) from None
    return address
