"""What a harvester asks: the verb and its arguments, held to the protocol."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, QueryDict

from harvesting.oai.errors import OaiError, bad_argument

#: Verb → arguments that it needs, and that it may have. ``resumptionToken`` excludes all others.
VERBS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset({"resumptionToken"})),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset()),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set", "resumptionToken"})),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set", "resumptionToken"})),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SECOND = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII)
_NAME = r"[A-Za-z0-9\-_.!~*'()]+"
#: What the schema of the protocol lets these be; every answer repeats them, so others would make it invalid.
_SHAPES = {"metadataPrefix": re.compile(_NAME), "set": re.compile(f"{_NAME}(?::{_NAME})*")}


@dataclass(frozen=True, slots=True)
class OaiRequest:
    """A verb with readable arguments."""

    verb: str
    arguments: dict[str, str]

    def get(self, name: str) -> str:
        """The value of an argument, or an empty string."""
        return self.arguments.get(name, "")


def read(request: HttpRequest) -> OaiRequest:
    """The request in the query of a GET or the form of a POST. Raises :class:`OaiError` for a bad one."""
    given = request.POST if request.method == "POST" else request.GET
    verbs = given.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise OaiError("badVerb", f"Give one verb out of these: {', '.join(VERBS)}.")
    return OaiRequest(verbs[0], _arguments(verbs[0], given))


def _arguments(verb: str, given: QueryDict) -> dict[str, str]:
    needed, allowed = VERBS[verb]
    arguments: dict[str, str] = {}
    for name, values in given.lists():
        if name == "verb":
            continue
        if name not in needed | allowed:
            raise bad_argument(f"{verb} knows no argument of this name.")
        if len(values) != 1 or not values[0]:
            raise bad_argument(f"Give {name} once, with a value.")
        if "\0" in values[0] or (name in _SHAPES and not _SHAPES[name].fullmatch(values[0])):
            raise bad_argument(f"{name} has characters that it cannot have.")
        arguments[name] = values[0]
    if "resumptionToken" in arguments:
        if len(arguments) > 1:
            raise bad_argument("A resumptionToken stands alone.")
    elif missing := needed - arguments.keys():
        raise bad_argument(f"{verb} needs {' and '.join(sorted(missing))}.")
    return arguments


def period(request: OaiRequest) -> tuple[datetime | None, datetime | None]:
    """The moments of ``from`` and ``until``, both inclusive, to the second. Raises :class:`OaiError`.

    A day is the whole day: ``until=2026-01-31`` is up to its last second.
    """
    first, last = request.get("from"), request.get("until")
    if first and last and len(first) != len(last):
        raise bad_argument("from and until have to be of the same granularity.")
    start = _moment("from", first) if first else None
    end = _moment("until", last) if last else None
    if end and _DAY.fullmatch(last):
        end += timedelta(days=1, seconds=-1)
    if start and end and start > end:
        raise bad_argument("from is later than until.")
    return start, end


def _moment(name: str, text: str) -> datetime:
    try:
        if _DAY.fullmatch(text):
            return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
        if _SECOND.fullmatch(text):
            return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        pass
    raise bad_argument(f"{name} should look like 2026-01-31 or 2026-01-31T12:00:00Z.")
