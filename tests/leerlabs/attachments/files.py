"""Files to upload: good ones, and traps."""

import io
import struct
import zipfile
import zlib

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def picture(form="JPEG", size=(60, 40), **saving):
    """A picture, as bytes."""
    written = io.BytesIO()
    Image.new("RGB", size, "orange").save(written, form, **saving)
    return written.getvalue()


def photo_with_place():
    """A photograph that says where it was taken, by which camera, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0110] = "CAMERA-VAN-SAAR"
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 0.0), 3: "E", 4: (5.0, 7.0, 0.0)})
    return picture(exif=exif, comment=b"GEHEIME-PLEK")


def document(parts=None, compression=zipfile.ZIP_DEFLATED):
    """A docx with these parts besides what makes it one."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
        for name, content in (parts or {}).items():
            package.writestr(name, content)
    return written.getvalue()


def lying_document():
    """A docx with a part that says it is small and unpacks to three hundred megabytes."""
    honest = document({"word/big.xml": b"0" * 300_000_000})
    said, lie = struct.pack("<I", 300_000_000), struct.pack("<I", 1000)
    return honest.replace(said, lie)


def open_document():
    """An odt."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<office/>")
    return written.getvalue()


def huge_png():
    """A png of a few kilobytes that says it is 30,000 by 30,000 pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 90_001 * 10)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
