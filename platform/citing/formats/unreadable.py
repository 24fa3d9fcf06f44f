"""What a file with references may hold, and the error for one that cannot be read."""

from __future__ import annotations

from django.utils.translation import gettext as _

#: A reference takes one to three kilobytes with its abstract.
MAX_BYTES = 5_000_000
MAX_ITEMS = 1_000
#: Braces or brackets within each other; real files stay below ten.
MAX_NESTING = 50
#: Authors of one reference: the largest papers of physics have about 3,000 (CERN's) to 15,000.
MAX_NAMES = 5_000
MAX_TEXT = 2_000
MAX_LONG_TEXT = 20_000


class UnreadableFile(ValueError):
    """A file that holds no references that can be read; the message tells a visitor why, in Dutch."""


def too_many() -> UnreadableFile:
    """More references than one file may hold."""
    return UnreadableFile(
        _("Dit bestand heeft meer dan %(most)d verwijzingen. Verdeel het over kleinere bestanden.")
        % {"most": MAX_ITEMS}
    )


def too_many_names() -> UnreadableFile:
    """More authors or editors than any publication has."""
    return UnreadableFile(_("Een verwijzing in dit bestand heeft meer dan %(most)d auteurs.") % {"most": MAX_NAMES})


def too_nested() -> UnreadableFile:
    """Braces within braces, far beyond what a reference needs."""
    return UnreadableFile(
        _("In dit bestand staan meer dan %(most)d haakjes in elkaar. Zo'n bestand kunnen we niet lezen.")
        % {"most": MAX_NESTING}
    )
