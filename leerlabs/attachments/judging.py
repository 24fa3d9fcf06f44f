"""What a file is, by its content. Its name and what the browser says of it count for nothing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from leerlabs.attachments.packages import package_type
from leerlabs.attachments.pictures import written_anew
from leerlabs.attachments.refusal import Refused

#: Bytes of one file.
MAX_SIZE = 10 * 1024 * 1024
ALLOWED = "pdf, docx, xlsx, pptx, odt, ods, odp, jpg, png, webp"
_HEAD = 4096
_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|RIFF....WEBP", re.DOTALL)
_MAX_STEM = 100


@dataclass(frozen=True, slots=True)
class Judged:
    """A file that is taken. ``content`` is None when it is kept as it came."""

    media_type: str
    name: str
    content: bytes | None = None
    width: int | None = None
    height: int | None = None


def judge(file: IO[bytes], size: int, name: str) -> Judged:
    """What is kept of an uploaded file. Raises Refused with a sentence for whoever chose it."""
    if size > MAX_SIZE:
        raise Refused(_("Dit bestand is te groot: hoogstens 10 MB."))
    file.seek(0)
    head = file.read(_HEAD)
    if _PICTURE.match(head):
        picture = written_anew(file)
        shown = _safe_name(name, picture.ending)
        return Judged(picture.media_type, shown, picture.content, picture.width, picture.height)
    if head.startswith(b"%PDF-") and _ends_like_pdf(file, size):
        return Judged("application/pdf", _safe_name(name, "pdf"))
    if head.startswith(b"PK\x03\x04"):
        media_type, ending = package_type(file)
        return Judged(media_type, _safe_name(name, ending))
    raise Refused(_("Dit soort bestand nemen we niet aan. Wel: %(kinds)s.") % {"kinds": ALLOWED})


def _ends_like_pdf(file: IO[bytes], size: int) -> bool:
    file.seek(max(0, size - _HEAD))
    return b"%%EOF" in file.read(_HEAD)


def _safe_name(name: str, ending: str) -> str:
    """The name that somebody gave, with the ending that belongs to the content, and nothing that misleads."""
    bare = PurePosixPath(name.replace("\\", "/")).name
    # Control characters, and those that turn the direction of writing: "gpj.exe" must not look like "exe.jpg".
    visible = "".join(char for char in bare if unicodedata.category(char) not in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
    stem = re.sub(r'[<>:"/\\|?*&\';%]', "", visible).strip(" .")
    stem = re.sub(rf"\.({ending}|jpe?g|png|webp|pdf|docx|xlsx|pptx|od[tsp])$", "", stem, flags=re.IGNORECASE)
    return f"{stem[:_MAX_STEM].strip(' .') or _('bestand')}.{ending}"
