"""Office files are zip packages: looked into, within bounds, for what they are and what they should not hold."""

from __future__ import annotations

import zipfile
import zlib
from typing import IO

from django.utils.translation import gettext as _

from leerlabs.attachments.refusal import Refused

MAX_PARTS = 5_000
#: Bytes that a package may unpack to.
MAX_UNPACKED = 150_000_000
#: A part that unpacks to this many times its size is there to do harm; XML full of blanks stays below it.
MAX_RATIO = 250
_SMALL = 1_000_000
_CHUNK = 64 * 1024

#: A part that only this kind of file has → media type and ending.
_BY_PART = {
    "word/document.xml": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "xl/workbook.xml": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    "ppt/presentation.xml": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
}
_BY_MIMETYPE = {
    f"application/vnd.oasis.opendocument.{name}": ending
    for name, ending in (("text", "odt"), ("spreadsheet", "ods"), ("presentation", "odp"))
}


def package_type(file: IO[bytes]) -> tuple[str, str]:
    """Media type and ending of an office file. Raises Refused for any other package, and one that is a trap."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
            _look_at(parts)
            names = {part.filename for part in parts}
            found = _type_of(package, names)
            _unpack(package, parts)
            return found
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
        UnicodeError,
    ) as problem:
        raise Refused(_("Dit bestand is beschadigd of versleuteld.")) from problem


def _look_at(parts: list[zipfile.ZipInfo]) -> None:
    """What the package says of itself is already too much."""
    too_big = len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED
    if too_big or any(_is_bomb(part.compress_size, part.file_size) for part in parts):
        raise Refused(_("Dit bestand pakt zich uit tot iets dat veel te groot is."))
    if any(part.filename.lower().endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")) for part in parts):
        raise Refused(_("Bestanden met macro’s of programma’s nemen we niet aan."))


def _type_of(package: zipfile.ZipFile, names: set[str]) -> tuple[str, str]:
    if "[Content_Types].xml" in names:
        for part, found in _BY_PART.items():
            if part in names:
                return found
    if "mimetype" in names:
        with package.open("mimetype") as stated:
            media_type = stated.read(200).decode("ascii").strip()
        if media_type in _BY_MIMETYPE:
            return media_type, _BY_MIMETYPE[media_type]
    raise Refused(_("Ingepakte bestanden nemen we niet aan. Voeg toe wat erin zit."))


def _unpack(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """What it says of itself may be a lie: count what comes out."""
    total = 0
    for part in parts:
        size = 0
        with package.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if total + size > MAX_UNPACKED or _is_bomb(part.compress_size, size):
                    raise Refused(_("Dit bestand pakt zich uit tot iets dat veel te groot is."))
        total += size


def _is_bomb(packed: int, unpacked: int) -> bool:
    return unpacked > _SMALL and unpacked > MAX_RATIO * max(packed, 1)
