"""Where a harvester was: all of it in the token, signed, so that we keep nothing and it can be resumed anywhere."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.utils import timezone

from harvesting.oai.errors import OaiError

LIFETIME = timedelta(days=2)
_SALT = "harvesting.oai"


@dataclass(frozen=True, slots=True)
class Place:
    """A list that was asked for, and how far it was given."""

    verb: str
    prefix: str
    #: Seconds since 1970, or None.
    start: int | None = None
    end: int | None = None
    set_spec: str = ""
    #: The number of the last change that was given.
    after: int = 0
    #: How many were given before, and how many there were in all when the list began.
    cursor: int = 0
    size: int = 0

    def further(self, after: int, given: int) -> Place:
        """The place after ``given`` more records."""
        return replace(self, after=after, cursor=self.cursor + given)

    @property
    def period(self) -> tuple[datetime | None, datetime | None]:
        """The limits as moments."""
        first = datetime.fromtimestamp(self.start, UTC) if self.start is not None else None
        last = datetime.fromtimestamp(self.end, UTC) if self.end is not None else None
        return first, last


def write(place: Place) -> str:
    """The token for ``place``."""
    return signing.dumps(asdict(place), salt=_SALT, compress=True)


def read(token: str, verb: str) -> Place:
    """The place that a token stands for. Raises :class:`OaiError` for one that we did not make, or that is over."""
    try:
        place = Place(**signing.loads(token, salt=_SALT, max_age=LIFETIME))
    except (signing.BadSignature, TypeError, ValueError) as problem:
        raise OaiError("badResumptionToken", "This resumptionToken is not ours, or it has expired.") from problem
    if place.verb != verb:
        raise OaiError("badResumptionToken", f"This resumptionToken belongs to {place.verb}.")
    return place


def expires_at() -> datetime:
    """Until when a token that is made now can be used."""
    return timezone.now() + LIFETIME
