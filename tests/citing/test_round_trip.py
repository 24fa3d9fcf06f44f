"""What is written, another library reads back as it was; and so does our own reading."""

import html
import json
from io import StringIO

import pytest
import rispy
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from citing.formats import FORMATS, read, write
from citing.formats.bibtex_writing import citation_key
from citing.formats.tex import plain_text
from tests.citing.known_references import REFERENCES

ITEMS = [{**item, "id": name.replace(" ", "-")} for name, item in REFERENCES.items()]


def written(items, code):
    return write(items, code).content.decode()


@pytest.mark.parametrize("code", FORMATS)
@pytest.mark.parametrize("name", REFERENCES)
def test_our_own_reading_gives_back_every_field(code, name):
    item = {**REFERENCES[name], "id": "een"}
    file = write([item], code)

    (given,) = read(file.content, f"bestand.{file.extension}")

    lost = {"id"} if code == "bibtex" else set()
    assert {field: value for field, value in given.items() if field not in lost} == {
        field: value for field, value in item.items() if field not in lost
    }


def test_pybtex_reads_our_bibtex_with_the_same_fields():
    library = parse_string(written(ITEMS, "bibtex"), "bibtex")
    entries = dict(zip((item["id"] for item in ITEMS), library.entries.values(), strict=True))

    article = entries["many-authors"]
    assert article.type == "article"
    assert plain_text(article.fields["title"]) == "The NCEP/NCAR 40-year reanalysis project"
    assert article.fields["journal"] == "Bulletin of the American Meteorological Society"
    assert (article.fields["volume"], article.fields["number"], article.fields["pages"]) == ("77", "3", "437--471")
    assert article.fields["doi"] == "10.1175/1520-0477(1996)077<0437:TNYRP>2.0.CO;2"
    assert len(article.persons["author"]) == 22

    learning = entries["particles"].persons["author"]
    assert [(p.prelast_names, p.last_names) for p in learning] == [
        ([], ["Donker"]),
        (["de"], ["Boer"]),
        ([], ["Kostons"]),
        ([], ["{Dignath van Ewijk}"]),
        (["van", "der"], ["Werf"]),
    ]
    assert entries["report-of-an-institution"].persons["author"][0].last_names == ["{Inspectie van het Onderwijs}"]
    assert entries["report-of-an-institution"].type == "techreport"
    assert entries["thesis"].type == "phdthesis"
    assert entries["thesis"].fields["school"] == "Universiteit van Amsterdam"
    assert entries["chapter"].fields["booktitle"] == "The psychology of learning and motivation"
    assert entries["chapter"].persons["editor"][0].last_names == ["Bower"]
    assert entries["web-page"].fields["urldate"] == "2026-01-12"


def test_rispy_reads_our_ris_with_the_same_fields():
    records = {record["id"]: record for record in rispy.load(StringIO(written(ITEMS, "ris").replace("\r\n", "\n")))}

    assert set(records) == {item["id"] for item in ITEMS}
    article = records["particles"]
    assert article["type_of_reference"] == "JOUR"
    assert article["title"] == "Effectiveness of learning strategy instruction on academic performance: A meta-analysis"
    assert article["authors"][1::3] == ["de Boer, H.", "van der Werf, M. P. C."]
    assert (article["year"], article["volume"], article["start_page"], article["end_page"]) == ("2014", "11", "1", "26")
    assert article["doi"] == "10.1016/j.edurev.2013.11.002"
    assert records["report-of-an-institution"]["authors"] == ["Inspectie van het Onderwijs"]
    assert records["chapter"]["secondary_authors"] == ["Bower, Gordon H."]
    assert records["web-page"]["urls"] == ["https://www.w3.org/TR/WCAG21/"]
    assert records["web-page"]["access_date"] == "2026/01/12/"


def test_csl_json_is_the_reference_itself():
    assert json.loads(written(ITEMS, "csl-json")) == ITEMS


@pytest.mark.parametrize("code", FORMATS)
def test_the_abbreviation_of_a_journal_comes_back(code):
    names = {"container-title": "Review of Educational Research", "container-title-short": "Rev. Educ. Res."}
    item = {"id": "a", "type": "article-journal", "title": "Artikel", **names}

    (given,) = read(write([item], code).content, "x")

    assert {name: given.get(name) for name in names} == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TY  - JOUR\nTI  - T\nT2  - Review of Research\nJ2  - Rev Res\nER  - \n", "a.ris"),
        ("TY  - JOUR\nTI  - T\nJF  - Review of Research\nJA  - Rev Res\nER  - \n", "a.ris"),
        ("TY  - JOUR\nTI  - T\nT2  - Review of Research\nJO  - Rev Res\nER  - \n", "a.ris"),
        ("@article{a, title={T}, journal={Review of Research}, shortjournal={Rev Res}}", "a.bib"),
        ("@article{a, title={T}, journaltitle={Review of Research}, journal-iso={Rev Res}}", "a.bib"),
        (
            '{"type": "journal-article", "title": ["T"], "container-title": ["Review of Research"],'
            ' "short-container-title": ["Rev Res"]}',
            "a.json",
        ),
        (
            '[{"type": "article-journal", "title": "T", "container-title": "Review of Research",'
            ' "journalAbbreviation": "Rev Res"}]',
            "a.json",
        ),
    ],
)
def test_sources_name_the_abbreviation_of_a_journal_each_in_their_way(text, name):
    (item,) = read(text.encode(), name)

    assert (item["container-title"], item["container-title-short"]) == ("Review of Research", "Rev Res")


@pytest.mark.parametrize("tags", ["JO  - Rev Res", "T2  - Rev Res\nJO  - Rev Res", "J2  - Rev Res"])
def test_a_journal_that_is_named_once_has_no_abbreviation(tags):
    (item,) = read(f"TY  - JOUR\nTI  - T\n{tags}\nER  - \n".encode(), "a.ris")

    assert item["container-title"] == "Rev Res"
    assert "container-title-short" not in item


@pytest.mark.parametrize("code", FORMATS)
def test_no_references_are_an_empty_file_that_can_be_made(code):
    assert written([], code).strip() in ("", "[]")


def test_a_key_is_the_same_every_time_and_differs_within_a_file():
    item = {"type": "book", "title": "De Groote Études", "author": [{"family": "Børg", "given": "Å."}], "id": "1"}
    text = written([item, item], "bibtex")

    assert citation_key(item) == "borgzdgroote"
    assert "@book{borgzdgroote," in text
    assert "@book{borgzdgroote-2," in text


def test_what_tex_would_misread_is_escaped():
    title = r"100% {half} R&D_2 #1 costs $5 ~ ^ \section"
    text = written([{"type": "book", "title": title, "id": "1", "language": "nl"}], "bibtex")

    assert r"100\%" in text
    assert r"R\&D\_2" in text
    assert text.count("{") == text.count("}")
    assert read(text.encode(), "a.bib")[0]["title"] == title


@pytest.mark.parametrize(
    "name",
    [
        {"family": "Berg", "given": "Saar", "non-dropping-particle": "van den"},
        {"family": "Hoff", "given": "J. H.", "non-dropping-particle": "van 't"},
        {"family": "Hertogenbosch", "given": "Piet", "non-dropping-particle": "'s"},
        {"literal": "Ministerie van Onderwijs, Cultuur en Wetenschap"},
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        {"family": "García Márquez", "given": "Gabriel"},
        {"family": "O’Brien", "given": "Zoë"},
        {"family": "Boer-de Wit", "given": "A."},
    ],
    ids=str,
)
@pytest.mark.parametrize("code", FORMATS)
def test_a_name_comes_back_as_it_was(code, name):
    item = {"id": "a", "type": "book", "title": "Boek", "author": [name]}

    assert read(write([item], code).content, "x")[0]["author"] == [name]


#: Text as it stands in titles: no control characters, no spaces that collapse, composed.
texts = (
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn", "Zs", "Zl", "Zp", "Cf", "Mn", "Mc", "Me", "Lm")
        )
        | st.just(" "),
        min_size=1,
        max_size=60,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and html.unescape(text) == text)
)


@pytest.mark.parametrize("code", FORMATS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=texts)
@example(title=r"\'e {\"o} $x$ %")
@example(title="@article{a, title={b}}")
@example(title="TY  - JOUR")
@example(title='"quoted" # and')
@example(title="-- --- `` ''")
@example(title="<i>")
def test_any_title_survives(code, title):
    import unicodedata

    title = unicodedata.normalize("NFC", title)
    item = {"id": "a", "type": "book", "title": title, "language": "nl"}

    (given,) = read(write([item], code).content, "x")

    if code != "csl-json" or "<" not in title:
        assert given["title"] == _as_read(title, code)


def _as_read(title, code):
    """Markup of titles and TeX's own dashes and quotation marks are read as such, also where nobody meant them."""
    from citing.formats.cleaning import plain

    if code == "bibtex":
        for tex, sign in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”")):
            title = title.replace(tex, sign)
    return plain(title)


families = (
    st.text(st.characters(categories=("Lu", "Ll")), min_size=2, max_size=12)
    .map(str.title)
    .filter(lambda text: text.isalpha() and text[0].isupper() and text.lower() not in ("and", "others"))
)


@pytest.mark.parametrize("code", FORMATS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    names=st.lists(
        st.tuples(families, families, st.sampled_from(["", "van", "van der", "de", "van 't", "ten"])),
        min_size=1,
        max_size=6,
    )
)
def test_any_names_survive_in_their_order(code, names):
    import unicodedata

    authors = []
    for family, given_name, particle in names:
        name = {"family": unicodedata.normalize("NFC", family), "given": unicodedata.normalize("NFC", given_name)}
        authors.append(name | ({"non-dropping-particle": particle} if particle else {}))
    item = {"id": "a", "type": "book", "title": "Boek", "author": authors}

    assert read(write([item], code).content, "x")[0]["author"] == authors
