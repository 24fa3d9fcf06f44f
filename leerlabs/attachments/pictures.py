"""Pictures: decoded within bounds and written anew, so that nothing is left in them but what one sees."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from leerlabs.attachments.refusal import Refused

#: Pixels that we are prepared to unpack: a photograph of a good camera.
MAX_PIXELS = 40_000_000
#: Longest side of what is kept, in pixels.
LONGEST_SIDE = 2400
_QUALITY = 85
#: Format as Pillow calls it → media type and ending of what is kept.
_KEPT_AS = {
    "JPEG": ("JPEG", "image/jpeg", "jpg"),
    "PNG": ("PNG", "image/png", "png"),
    "WEBP": ("WEBP", "image/webp", "webp"),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept."""

    content: bytes
    media_type: str
    ending: str
    width: int
    height: int


def written_anew(file: IO[bytes]) -> Picture:
    """The first frame, upright, no larger than needed, without place, camera or maker. Raises Refused."""
    try:
        with warnings.catch_warnings():
            # The bound is looked at here; Pillow only warns at another one.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _written_anew(file)
    except Refused:
        raise
    except Exception as problem:
        # Decoders fail on damaged files in many ways; none of them is worth more than a refusal.
        raise Refused(_("Dit beeld kunnen we niet lezen.")) from problem


def _written_anew(file: IO[bytes]) -> Picture:
    file.seek(0)
    with Image.open(file, formats=[*_KEPT_AS]) as opened:
        if opened.width * opened.height > MAX_PIXELS:
            raise Refused(_("Dit beeld is te groot: hoogstens 40 miljoen beeldpunten."))
        form, media_type, ending = _KEPT_AS[str(opened.format)]
        opened.load()
        image: Image.Image = ImageOps.exif_transpose(opened)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if form == "JPEG":
        image = image.convert("RGB")
    elif image.mode not in {"RGB", "RGBA", "L", "LA"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    # A fresh picture with nothing but the points: what the old one carried along stays behind.
    fresh = Image.new(image.mode, image.size)
    fresh.paste(image)
    written = BytesIO()
    fresh.save(written, form, **({"optimize": True} if form == "PNG" else {"quality": _QUALITY}))
    return Picture(written.getvalue(), media_type, ending, *fresh.size)
