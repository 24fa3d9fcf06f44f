"""Making a picture that somebody uploads safe to keep: what it is said to be is not believed.

The bytes are decoded and written anew as JPEG, so that nothing else can travel along: no script, no place where it
was taken, no second file behind the first.
"""

from __future__ import annotations

from io import BytesIO
from typing import IO

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
#: Past this a small file can still fill the memory when it is decoded.
MAX_PIXELS = 40_000_000
#: Longest side of what is kept; more than any screen shows of it.
MAX_SIDE = 2400
QUALITY = 86


class UnusablePictureError(Exception):
    """This file cannot be used; the message says why, in words for who chose it."""


def made_safe(file: IO[bytes], size: int) -> ContentFile[bytes]:
    """The picture in ``file`` as a fresh JPEG. Raises :class:`UnusablePictureError`.

    Reads one frame, turns it the way it was held, and leaves out all that is not the picture itself.
    """
    if size > settings.PRACTICE_PICTURE_MAX_BYTES:
        raise UnusablePictureError(
            _("Dit bestand is te groot: hooguit %(megabytes)d MB.")
            % {"megabytes": settings.PRACTICE_PICTURE_MAX_BYTES // 1024**2}
        )
    try:
        with Image.open(file, formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise UnusablePictureError(_("Dit beeld heeft te veel beeldpunten. Maak het eerst kleiner."))
            picture.draft("RGB", (MAX_SIDE, MAX_SIDE))
            return ContentFile(_as_jpeg(picture))
    except UnidentifiedImageError as problem:
        raise UnusablePictureError(_("Dit is geen JPG-, PNG- of WebP-beeld.")) from problem
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as problem:
        raise UnusablePictureError(_("Dit beeld is beschadigd en kan niet worden gelezen.")) from problem


def _as_jpeg(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in {"RGBA", "LA", "P", "PA"}:
        seen = upright.convert("RGBA")
        flat = Image.new("RGB", seen.size, "white")
        flat.paste(seen, mask=seen.getchannel("A"))
    else:
        flat = upright.convert("RGB")
    flat.thumbnail((MAX_SIDE, MAX_SIDE))
    # A new picture of the same dots: nothing of the old one's notes comes along.
    clean = Image.new("RGB", flat.size)
    clean.paste(flat)
    target = BytesIO()
    clean.save(target, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return target.getvalue()
