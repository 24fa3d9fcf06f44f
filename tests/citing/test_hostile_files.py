"""Files that are broken, foreign or made to hurt: a message for the visitor, soon, and nothing half-read."""

import tracemalloc

import pytest

from citing.formats import UnreadableFile, read

ONE_BIBTEX = b"@book{a, title={Boek}, author={Jansen, Jan}, year={2020}}\n"
ONE_RIS = b"TY  - BOOK\r\nTI  - Boek\r\nAU  - Jansen, Jan\r\nPY  - 2020\r\nER  - \r\n"
ONE_JSON = b'[{"type": "book", "title": "Boek", "author": [{"family": "Jansen", "given": "Jan"}]}]'


def refused(content: bytes, name: str = "bestand.bib") -> str:
    with pytest.raises(UnreadableFile) as problem:
        read(content, name)
    return str(problem.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "leeg"),
        (b" \n\n ", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01\x02", "geen tekstbestand"),
        (b"PK\x03\x04\x14\x00\x00\x00", "geen tekstbestand"),
        (bytes(range(256)) * 20, "geen tekstbestand"),
        (b"\xff\xfe\x00\xd8\x00\xd8", "geen tekstbestand"),
        (b"<!DOCTYPE html><html><body>Inloggen</body></html>", "webpagina of XML"),
        (b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaa">]><b>&a;</b>', "webpagina of XML"),
        (b"Beste mensen, hierbij de literatuurlijst.", "herkennen dit bestand niet"),
        (b"@book{a, title={Boek}", "regel 1"),
        (ONE_BIBTEX + b"\n@book{b, title={Nog {een}, year=2020}\n", "regel 3"),
        (b"@book{a, title={Boek}, title={Ander boek}}", "dubbel"),
        (b"TY  - BOOK\nTI  - Boek\n", "regel ER ontbreekt"),
        (b"TY  - BOOK\nTI  - Boek\nTY  - BOOK\nER  - \n", "regel 1"),
        (b'[{"type": "book", ', "regel 1"),
        (b'[\n{"type": "book",\n"title": NaN}]', "niet te lezen"),
        (b'[{"title": "Boek"}]', "type"),
        (b"[1, 2]", "Verwijzing 1"),
        (b"[]", "geen enkele verwijzing"),
        (b"@comment{niets}", "geen enkele verwijzing"),
        (b'{"items": "x"}', "type"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content, message):
    assert message in refused(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a" * 50_000_000, "groter dan"),
        (b"@book{a, title={" + b"{" * 20_000 + b"x" + b"}" * 20_000 + b"}}", "haakjes in elkaar"),
        (b"@book{a, title={" + b"{" * 2_000_000, "haakjes in elkaar"),
        (b"[" * 2_000_000, "haakjes in elkaar"),
        (b'{"a":' * 500_000, "haakjes in elkaar"),
        (b'[{"type": "book", "title": "' + b'\\"' * 2_000_000, "niet te lezen"),
        (b'[{"type": "book", "volume": ' + b"9" * 4_000_000 + b"}]", "niet te lezen"),
        (ONE_BIBTEX * 20_000, "meer dan 1000 verwijzingen"),
        (ONE_RIS * 20_000, "meer dan 1000 verwijzingen"),
        (b"[" + b",".join([ONE_JSON[1:-1]] * 20_000) + b"]", "meer dan 1000 verwijzingen"),
        (b"@a{" * 1_600_000, "meer dan 1000 verwijzingen"),
        (b"@book{a, title={" + b"x" * 4_000_000 + b"}}", "meer dan"),
        (b"@book{a, title={T}, author={" + b"A and " * 600_000 + b"B}}", "auteurs"),
        (b"TY  - BOOK\n" + b"AU  - A, B\n" * 400_000 + b"ER  - \n", "te veel regels"),
        (b"TY  - BOOK\nTI  - x\n" + b"verder\n" * 600_000 + b"ER  - \n", "meer dan"),
        (b'[{"type": "book", "title": "T", "author": [' + b"{}," * 100_000 + b"{}]}]", "auteurs"),
        (b'[{"type": "book", "title": "T", "author": [' + b"{}," * 1_000_000 + b"{}]}]", "meer dan 1000"),
        (b"@" * 4_900_000, "herkennen dit bestand niet"),
        (b"@" + b"a" * 4_900_000, "herkennen dit bestand niet"),
        (b"TY  -" * 900_000, "regel ER ontbreekt"),
        (b"&" * 10 + b"<i" * 2_000_000, "herkennen dit bestand niet"),
    ],
    ids=lambda value: value[:30].decode(errors="replace") if isinstance(value, bytes) else value,
)
def test_what_is_made_to_hurt_is_refused_all_the_same(content, message):
    assert message in refused(content)


@pytest.mark.parametrize("content", [b"a" * 50_000_000, b"@a{" * 1_600_000, b"[" * 4_900_000, b"TY  -" * 900_000])
def test_refusing_takes_memory_in_proportion(content):
    tracemalloc.start()
    try:
        refused(content)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 100_000_000


def test_abbreviations_that_name_each_other_do_not_grow():
    lines = [b'@string{a0 = "aaaaaaaaaa"}']
    lines += [b"@string{a%d = a%d # a%d # a%d # a%d}" % (n, n - 1, n - 1, n - 1, n - 1) for n in range(1, 60)]
    lines += [b"@book{b, title = {Boek}, publisher = a59}"]

    with pytest.raises(UnreadableFile):
        read(b"\n".join([*lines[:-1], b"@book{b, title = a59 # a59 # a59}"]), "a.bib")
    assert len(read(b"\n".join(lines), "a.bib")[0]["publisher"]) <= 2_000


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"]
)
@pytest.mark.parametrize(
    "text",
    [
        "@book{a, title={Één überïdee}}",
        "TY  - BOOK\nTI  - Één überïdee\nER  - \n",
        '[{"type":"book","title":"Één überïdee"}]',
    ],
)
def test_text_is_read_whatever_its_encoding(encoding, text):
    assert read(text.encode(encoding), "bestand.txt")[0]["title"] == "Één überïdee"


def test_old_line_ends_are_line_ends():
    assert len(read(ONE_RIS.replace(b"\r\n", b"\r") * 2, "a.ris")) == 2


def test_the_same_entry_twice_is_one_and_two_under_one_key_are_two():
    other = ONE_BIBTEX.replace(b"Boek", b"Ander boek")

    assert [item["title"] for item in read(ONE_BIBTEX + ONE_BIBTEX + other, "a.bib")] == ["Boek", "Ander boek"]


def test_what_the_file_holds_goes_before_what_it_is_called():
    assert read(ONE_RIS, "export.bib")[0]["title"] == "Boek"
    assert read(ONE_JSON, "export.ris")[0]["title"] == "Boek"


def test_fields_of_another_shape_are_left_out():
    content = b"""[{"type": "book", "title": ["Boek"], "author": "Jansen", "issued": 2020, "volume": {"a": 1},
        "editor": [1, {"family": "Smit"}, {"name": "Raad"}], "URL": true, "kwaad": "x", "DOI": "https://doi.org/10.1000/x"}]"""

    assert read(content, "a.json") == [
        {
            "id": "csl-1",
            "type": "book",
            "title": "Boek",
            "editor": [{"family": "Smit"}, {"literal": "Raad"}],
            "DOI": "10.1000/x",
        }
    ]


def test_markup_of_registries_is_taken_out_of_titles():
    content = b'[{"type": "journal-article", "title": ["The <i>p</i> &lt; .05 problem in H<sub>2</sub>O &amp; more"]}]'

    item = read(content, "crossref.json")[0]

    assert (item["type"], item["title"]) == ("article-journal", "The p < .05 problem in H2O & more")


def test_bibtex_as_people_write_it():
    content = rb"""
    % my library
    @string{rer = "Review of Educational Research"}
    @ARTICLE (hattie,
        author = "John Hattie and Timperley, Helen and {\'E}mile van der Berg and others",
        title  = "The {Power} of Feedback --- really",
        journal = rer # { (London)},
        year = 2007, month = mar, number = 1, volume = 77,
        pages = "81--112", url = {https://example.org/a\_b~c},
        doi = {https://doi.org/10.3102/003465430298487},
    )
    """

    (item,) = read(content, "library.bib")

    assert item == {
        "id": "hattie",
        "type": "article-journal",
        "title": "The Power of Feedback — really",
        "author": [
            {"family": "Hattie", "given": "John"},
            {"family": "Timperley", "given": "Helen"},
            {"family": "Berg", "given": "Émile", "non-dropping-particle": "van der"},
        ],
        "container-title": "Review of Educational Research (London)",
        "issued": {"date-parts": [[2007, 3]]},
        "issue": "1",
        "volume": "77",
        "page": "81-112",
        "URL": "https://example.org/a_b~c",
        "DOI": "10.3102/003465430298487",
    }
