"""The verantwoording of one choice, and the schoolprogramma that gathers them."""

from practices.justifying.models.draft import Draft
from practices.justifying.models.justification import Justification
from practices.justifying.models.programme import (
    Happening,
    ProgrammeChange,
    ProgrammeItem,
    ProgrammeShare,
    SchoolProgramme,
)

__all__ = [
    "Draft",
    "Happening",
    "Justification",
    "ProgrammeChange",
    "ProgrammeItem",
    "ProgrammeShare",
    "SchoolProgramme",
]
