"""Photos of members: taken in only as a small picture that we made ourselves."""

from __future__ import annotations

import io
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

#: What a phone makes stays below these; what unpacks to more is refused before it is unpacked.
MAX_BYTES = 12 * 1024 * 1024
MAX_PIXELS = 60_000_000
#: The side of the square that we keep, in pixels.
SIDE = 480
_FORMATS = ("JPEG", "PNG", "WEBP")


def square_photo(upload: File) -> ContentFile:
    """The middle of the picture as a JPEG of our own, upright, without what the camera wrote beside it (place, time).

    Raises ValidationError, in a sentence for the reader, for what is too large or no picture.
    """
    if upload.size is None or upload.size > MAX_BYTES:
        raise ValidationError(_("Deze foto is te groot; 12 MB is het meeste."))
    try:
        with Image.open(upload, formats=_FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise ValidationError(_("Deze foto heeft te veel beeldpunten; maak hem eerst kleiner."))
            picture.draft("RGB", (2 * SIDE, 2 * SIDE))
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as problem:
        raise ValidationError(_("Dit is geen foto die we kunnen lezen. JPEG, PNG en WebP kan.")) from problem
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright.getchannel("A"))
    made = io.BytesIO()
    ImageOps.fit(ground, (SIDE, SIDE)).save(made, "JPEG", quality=85, optimize=True)
    return ContentFile(made.getvalue(), name=f"{uuid4().hex}.jpg")
