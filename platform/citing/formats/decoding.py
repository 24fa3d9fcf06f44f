"""From the bytes of an uploaded file to text, whatever encoding it has."""

from __future__ import annotations

import codecs
import unicodedata

from django.utils.translation import gettext as _

from citing.formats.unreadable import MAX_BYTES, UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALLOWED_CONTROLS = {"\n", "\r", "\t", "\f", "\v", "\x1a"}
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\f": " ", "\v": " ", "\x1a": " ", "\x85": "…"})


def decoded(content: bytes) -> str:
    """The text of a file, with ``\\n`` line ends and composed characters.

    UTF-8, UTF-16 and UTF-32 are recognised; whatever else is text is taken as Windows-1252, which holds Latin-1.
    Raises UnreadableFile for a file that is too large, empty, or no text.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableFile(
            _("Dit bestand is groter dan %(most)d MB. Verdeel het over kleinere bestanden.")
            % {"most": MAX_BYTES // 1_000_000}
        )
    text = _as_text(content).translate(_LINE_ENDS).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableFile(_("Dit bestand is leeg."))
    return unicodedata.normalize("NFC", text)


def _as_text(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    if encoding := _unmarked_utf_16(content):
        return _strictly(content, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = _strictly(content, "windows-1252")
    return _checked(text)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError:
        raise _no_text() from None


def _unmarked_utf_16(content: bytes) -> str:
    """Text in western letters has a zero in every second byte."""
    start = content[:200]
    if len(start) < 4 or start.count(0) < len(start) // 3:
        return ""
    return "utf-16-le" if start[1::2].count(0) > start[0::2].count(0) else "utf-16-be"


def _checked(text: str) -> str:
    """``text`` itself, unless it holds what no text holds."""
    for character in set(text) - _ALLOWED_CONTROLS:
        if unicodedata.category(character) in ("Cc", "Cs", "Cn") and character != "\x85":
            raise _no_text()
    return text


def _no_text() -> UnreadableFile:
    return UnreadableFile(
        _("Dit is geen tekstbestand. Bewaar je verwijzingen als RIS, BibTeX of CSL-JSON en probeer het opnieuw.")
    )
