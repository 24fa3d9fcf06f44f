"""Why the data of a publication could not be had, in words for who asked."""

from __future__ import annotations

from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class LookupProblem(Enum):
    """What went wrong on the way to a DOI's data."""

    NOT_REGISTERED = "not_registered"
    NO_METADATA = "no_metadata"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"

    @property
    def message(self) -> Promise:
        """What the researcher reads."""
        return _MESSAGES[self]


_MESSAGES: dict[LookupProblem, Promise] = {
    LookupProblem.NOT_REGISTERED: _("Deze DOI is niet geregistreerd. Kijk of hij goed is overgenomen."),
    LookupProblem.NO_METADATA: _("Bij deze DOI zijn geen gegevens te krijgen die we kunnen lezen."),
    LookupProblem.TOO_SLOW: _("Het register van DOI's antwoordt niet op tijd."),
    LookupProblem.TOO_LARGE: _("Het antwoord op deze DOI is te groot om te lezen."),
    LookupProblem.UNREACHABLE: _("Het register van DOI's is nu niet te bereiken."),
    LookupProblem.REFUSED: _("Deze DOI verwijst naar een adres dat we niet bezoeken."),
}


class LookupFailed(Exception):
    """A DOI's data could not be had; ``problem`` says why."""

    def __init__(self, problem: LookupProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem
