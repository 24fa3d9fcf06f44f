"""Reading a file with references that somebody uploads."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from citing.formats.bibtex_reading import read_bibtex
from citing.formats.csl_json import read_csl_json
from citing.formats.decoding import decoded
from citing.formats.ris_reading import read_ris
from citing.formats.unreadable import MAX_ITEMS, UnreadableFile, too_many
from citing.items import CslItem

_RIS = re.compile(r"^TY  ?-", re.MULTILINE)
_BIBTEX = re.compile(r"^[ \t]*@[A-Za-z]{1,40}[ \t]{0,20}[{(]", re.MULTILINE)
_MARKUP = re.compile(r"<(!doctype|html|\?xml|head|body)\b", re.IGNORECASE)


def read(content: bytes, name: str) -> list[CslItem]:
    """The references in an uploaded file, in its order; at least one.

    What the file is, its content says; ``name`` is mentioned in no message and decides only where the content does
    not. Raises UnreadableFile, with a message for the visitor, for a file that cannot be read as a whole.
    """
    text = decoded(content)
    start = text.lstrip()[:200]
    if _MARKUP.match(start):
        raise UnreadableFile(
            _("Dit is een webpagina of XML-bestand. Bewaar je verwijzingen als RIS, BibTeX of CSL-JSON.")
        )
    items = _by_content(text, start, name)
    if not items:
        raise UnreadableFile(_("In dit bestand staat geen enkele verwijzing."))
    if len(items) > MAX_ITEMS:
        raise too_many()
    return items


def _by_content(text: str, start: str, name: str) -> list[CslItem]:
    if start[:1] in ("[", "{") or name.lower().endswith(".json"):
        return read_csl_json(text)
    if _RIS.search(text):
        return read_ris(text)
    if _BIBTEX.search(text):
        return read_bibtex(text)
    raise UnreadableFile(_("We herkennen dit bestand niet. We lezen RIS, BibTeX en CSL-JSON."))
