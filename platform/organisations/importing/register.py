"""The register as an import looks at it: everything in memory, found by code or by name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from organisations.importing.columns import folded
from organisations.models import MergedOrganisation, Municipality, Organisation, OrganisationKind


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation of the register."""

    pk: int
    kind: str
    name: str
    code: str
    website: str
    municipality_id: int | None
    board_id: int | None


class Register:
    """Reads everything once: three queries."""

    def __init__(self) -> None:
        self.by_pk: dict[int, Known] = {}
        self._by_code: dict[tuple[str, str], Known] = {}
        self._by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
        rows = Organisation.objects.order_by("pk").values_list(
            "pk", "kind", "name", "code", "website", "municipality_id", "board_id"
        )
        for row in rows.iterator():
            known = Known(*row)
            self.by_pk[known.pk] = known
            self._by_name[known.kind, folded(known.name)].append(known)
            if known.code:
                self._by_code[known.kind, known.code] = known
        merged = MergedOrganisation.objects.exclude(code="").values_list("kind", "code", "organisation__name")
        self._merged = {(kind, code): name for kind, code, name in merged}
        self._municipalities: dict[str, tuple[int, str]] = {}
        self.municipality_names: dict[int, str] = {}
        for pk, name, code in Municipality.objects.values_list("pk", "name", "code"):
            self.municipality_names[pk] = name
            self._municipalities[folded(name)] = (pk, name)
            if code:
                self._municipalities[folded(code)] = (pk, name)
                # The number of GM0363 alone, as statistics have it.
                self._municipalities.setdefault(code.upper().removeprefix("GM"), (pk, name))

    def by_code(self, kind: str, code: str) -> Known | None:
        """The one with this code."""
        return self._by_code.get((kind, code))

    def by_name(self, kind: str, name: str) -> list[Known]:
        """Those of this name, whatever its capitals and accents."""
        return self._by_name.get((kind, folded(name)), [])

    def boards(self, code_or_name: str) -> list[Known]:
        """The boards that are meant."""
        by_code = self.by_code(OrganisationKind.BOARD, code_or_name.upper())
        return [by_code] if by_code else self.by_name(OrganisationKind.BOARD, code_or_name)

    def merged_into(self, kind: str, code: str) -> str:
        """The name of the organisation in which the one with this code went; empty when it went in none."""
        return self._merged.get((kind, code), "")

    def municipality(self, code_or_name: str) -> int | None:
        """The municipality that is meant."""
        found = self._municipalities.get(folded(code_or_name))
        return found[0] if found else None
