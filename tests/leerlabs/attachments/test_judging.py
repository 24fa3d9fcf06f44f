"""A file is what is in it."""

import io

import pytest
from PIL import Image

from leerlabs.attachments.judging import MAX_SIZE, judge
from leerlabs.attachments.refusal import Refused
from tests.leerlabs.attachments import files

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def judged(content, name):
    return judge(io.BytesIO(content), len(content), name)


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (files.PDF, "verslag.pdf", "application/pdf"),
        (files.picture(), "foto.jpg", "image/jpeg"),
        (files.picture("PNG"), "schema.png", "image/png"),
        (files.picture("WEBP"), "foto.webp", "image/webp"),
        (files.document(), "brief.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (files.open_document(), "brief.odt", "application/vnd.oasis.opendocument.text"),
    ],
)
def test_what_is_taken(content, name, media_type):
    assert (judged(content, name).media_type, judged(content, name).name) == (media_type, name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<html><script>alert(1)</script></html>", "onschuldig.pdf"),
        (b"%PDF-1.7 <script>alert(1)</script>", "half.pdf"),
        (SVG, "plaatje.svg"),
        (SVG, "plaatje.png"),
        (b"MZ\x90\x00", "programma.docx"),
        (b"GIF89a<script>alert(1)</script>", "beweegt.gif"),
        (b"\xff\xd8\xff<script>alert(1)</script>", "kapot.jpg"),
        (b"", "leeg.pdf"),
        (files.document({"word/vbaProject.bin": b"x"}), "macro.docx"),
        (files.huge_png(), "reuzengroot.png"),
        (files.document({"word/big.xml": b"0" * 200_000_000}), "bom.docx"),
        (files.lying_document(), "liegende-bom.docx"),
        (files.document({f"word/{n}.xml": b"" for n in range(6000)}), "veel.docx"),
        (b"PK\x03\x04kapot", "kapot.docx"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_refused(content, name):
    with pytest.raises(Refused):
        judged(content, name)


def test_a_zip_is_no_office_file():
    plain = io.BytesIO()
    import zipfile

    with zipfile.ZipFile(plain, "w") as package:
        package.writestr("iets.txt", "x")

    with pytest.raises(Refused):
        judged(plain.getvalue(), "iets.docx")


def test_a_file_that_is_too_big_is_not_even_looked_at():
    with pytest.raises(Refused):
        judge(io.BytesIO(files.PDF), MAX_SIZE + 1, "groot.pdf")


def test_a_photo_no_longer_says_where_or_with_what_it_was_taken():
    kept = judged(files.photo_with_place(), "foto.jpg").content

    with Image.open(io.BytesIO(kept)) as picture:
        assert not picture.getexif()
        assert not {"exif", "comment", "icc_profile", "xmp"} & set(picture.info)
    assert b"CAMERA-VAN-SAAR" not in kept and b"GEHEIME-PLEK" not in kept


def test_a_photo_on_its_side_is_set_upright():
    kept = judged(files.photo_with_place(), "foto.jpg")

    assert (kept.width, kept.height) == (40, 60)


def test_a_large_photo_is_made_smaller():
    kept = judged(files.picture(size=(5000, 1000)), "foto.jpg")

    assert (kept.width, kept.height) == (2400, 480)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\saar\\verslag.PDF", "verslag.pdf"),
        ("\u202efdp.exe", "fdp.exe.pdf"),
        ('a"b<c>&.pdf', "abc.pdf"),
        ("verslag.docx", "verslag.pdf"),
        ("", "bestand.pdf"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
        ("regel\r\nSet-Cookie: a.pdf", "regelSet-Cookie a.pdf"),
    ],
)
def test_the_name_is_harmless_and_its_ending_true(given, kept):
    assert judged(files.PDF, given).name == kept
