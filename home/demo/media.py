"""The one picture and the one file of the demo, both drawn here."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import pairwise
from math import exp

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from editorial.demonstration.rows import Tally
from editorial.licences import Licence, MediaRights
from editorial.models import EditorialDocument, EditorialImage

IMAGE_TITLE = "Twee heuvels die elkaar overlappen"
FLYER_TITLE = "Flyer Samen onderwijs versnellen"
MAKER = "Redactie"
_PAPER, _LINE = (247, 243, 234), (40, 44, 52)
_HILLS = (((28, 92, 110, 190), 0.40), ((206, 122, 48, 170), 0.60))
_WIDTH, _HEIGHT = 1600, 1000

_FLYER_LINES = (
    ("F2", 22, "Samen onderwijs versnellen"),
    ("F1", 12, "Een alliantie van Sardes, CAOP en Kennisland voor het primair onderwijs"),
    ("F1", 12, ""),
    ("F2", 14, "Wat je bij ons vindt"),
    ("F1", 12, "- Onderzoek in gewone taal, met erbij hoe zeker het is"),
    ("F1", 12, "- Voorbeelden van scholen: stappen, tijd, kosten en resultaat"),
    ("F1", 12, "- De menukaart met de cijfers van elke editie"),
    ("F1", 12, "- Leerlabs en netwerken in de regio"),
    ("F1", 12, "- Adviesmodules, zoals de schoolscan"),
    ("F1", 12, ""),
    ("F2", 14, "Meedoen"),
    ("F1", 12, "Besturen sluiten zich aan en beginnen met de schoolscan."),
    ("F1", 12, "Gemeenten doen mee met hun eigen plan en hun eigen partners."),
    ("F1", 12, ""),
    ("F1", 10, "Voorbeeld bij de demonstratie-inhoud. Licentie: CC BY 4.0."),
)


def load_media(tally: Tally) -> dict[str, int]:
    """Makes what is missing; primary keys by name."""
    return {"two-hills": _image(tally).pk, "flyer": _flyer(tally).pk}


def _image(tally: Tally) -> EditorialImage:
    image = EditorialImage.objects.filter(title=IMAGE_TITLE).first()
    if image is not None:
        tally.kept += 1
        return image
    image = EditorialImage(
        title=IMAGE_TITLE,
        description="Tekening van een blauwe en een oranje heuvel die elkaar voor een groot deel overlappen.",
        file=ContentFile(draw_hills(), name="twee-heuvels.png"),
        width=_WIDTH,
        height=_HEIGHT,
        maker=MAKER,
        rights=MediaRights.OWN,
    )
    image.full_clean()
    image.save()
    tally.made += 1
    return image


def _flyer(tally: Tally) -> EditorialDocument:
    flyer = EditorialDocument.objects.filter(title=FLYER_TITLE).first()
    if flyer is not None:
        tally.kept += 1
        return flyer
    content = write_pdf(_FLYER_LINES, FLYER_TITLE)
    flyer = EditorialDocument(
        title=FLYER_TITLE,
        file=ContentFile(content, name="flyer-samen-onderwijs-versnellen.pdf"),
        file_size=len(content),
        licence=Licence.BY,
        maker=MAKER,
    )
    flyer.full_clean()
    flyer.save()
    tally.made += 1
    return flyer


def draw_hills() -> bytes:
    """Two overlapping bell shapes as a PNG: what an effect size is about."""
    picture = Image.new("RGBA", (_WIDTH, _HEIGHT), (*_PAPER, 255))
    for colour, centre in _HILLS:
        layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
        draw = ImageDraw.Draw(layer)
        curve = [(x, _bell(x, centre)) for x in range(0, _WIDTH + 1, 4)]
        draw.polygon([(0, _HEIGHT - 120), *curve, (_WIDTH, _HEIGHT - 120)], fill=colour)
        for start, end in pairwise(curve):
            draw.line([start, end], fill=(*_LINE, 255), width=4)
        picture = Image.alpha_composite(picture, layer)
    ImageDraw.Draw(picture).line([(0, _HEIGHT - 120), (_WIDTH, _HEIGHT - 120)], fill=(*_LINE, 255), width=4)
    out = io.BytesIO()
    picture.convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()


def _bell(x: int, centre: float) -> float:
    distance = (x - centre * _WIDTH) / (0.12 * _WIDTH)
    return _HEIGHT - 120 - 720 * exp(-distance * distance / 2)


def write_pdf(lines: Iterable[tuple[str, int, str]], title: str) -> bytes:
    """One A4 page of text lines (font, size in points, text), with the fonts that every reader has."""
    y, text = 770, []
    for font, size, line in lines:
        text.append(f"BT /{font} {size} Tf 64 {y} Td ({_escaped(line)}) Tj ET")
        y -= round(size * 1.7)
    stream = "\n".join(text).encode("cp1252")
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
        f"<< /Title ({_escaped(title)}) /Author ({MAKER}) >>".encode("cp1252"),
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
