"""A document on paper: tagged, in a language, with a title, and never more than its data say."""

import shutil
from pathlib import Path

import pytest

from printing import characters, pdf
from tests.printing.checker import complaints
from tests.printing.document import read, tags_of, text_of

EXAMPLE = Path(__file__).with_name("example.typ")
HOSTILE = (
    '#panic("stop") #eval("1+1") #import "/printing/house.typ" #read("/etc/passwd") '
    '*vet* _schuin_ $x^2$ `code` = Kop <label> @ref // weg /* ook weg */ \\ [haak] {accolade} "aanhaling'
)


@pytest.fixture
def templates(tmp_path, settings):
    """A template that uses all that the house offers, beside the house itself."""
    shutil.copytree(Path(settings.BASE_DIR) / "templates" / "printing", tmp_path / "templates" / "printing")
    shutil.copy(EXAMPLE, tmp_path / "templates" / "example.typ")
    settings.BASE_DIR = tmp_path
    return tmp_path / "templates"


def example(text="Een zin.", **more):
    return {
        "lead": "Waarom wij dit kiezen",
        "text": text,
        "rows": [["Leerwinst", "+4 maanden", "Editie 2025"]],
        "sources": [{"text": "Slavin (2020)", "url": "https://doi.org/10.1000/182"}],
        **more,
    }


def made(text="Een zin.", *, language="nl", title="Een proef", **more):
    return pdf.make("example.typ", example(text, **more), language=language, title=title)


def test_it_is_tagged_and_says_its_language_and_title(templates):
    document = read(made(language="en", title="A trial"))
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en"
    assert document.metadata.title == "A trial"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_headings_lists_links_and_table_headings_stand_in_the_structure(templates):
    tags = tags_of(made())
    assert {"Title", "H1", "P", "Table", "THead", "TH", "TD", "L", "LI", "Link"} <= set(tags)
    assert tags.index("Title") < tags.index("H1") < tags.index("Table")


def test_the_house_speaks_the_documents_language(templates):
    assert "Bronnen" in text_of(made(language="nl"))
    assert "Bladzijde 1 van 1" in text_of(made(language="nl"))


def test_a_region_of_a_language_is_no_hindrance(templates):
    assert read(made(language="nl-nl")).trailer["/Root"]["/Lang"] == "nl"


def test_the_typefaces_are_the_sites_own(templates):
    fonts = set()
    for page in read(made()).pages:
        fonts |= {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert any("Literata" in font for font in fonts)
    assert any("Schibsted" in font for font in fonts)


def test_code_and_markup_of_the_typesetter_are_only_text(templates):
    plain, hostile = made("Een zin."), made(HOSTILE, title=HOSTILE, lead=HOSTILE)
    text = text_of(hostile).replace("/ ", "/")
    for piece in ('#panic("stop")', '#eval("1+1")', '#read("/etc/passwd")', "*vet*", "$x^2$", "@ref"):
        assert text.count(piece) >= 3
    assert sorted(set(tags_of(hostile))) == sorted(set(tags_of(plain)))
    assert read(hostile).metadata.title == HOSTILE


def test_only_addresses_of_the_web_are_links(templates):
    sources = [{"text": "kwaad", "url": "javascript:alert(1)"}, {"text": "bestand", "url": "file:///etc/passwd"}]
    assert "Link" not in tags_of(made(sources=sources))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("goed 🙂 zo", "goed □ zo"),
        ("👨‍👩‍👧 samen", "□ samen"),
        ("漢字 van de les", "□ van de les"),
        ("nul\x00 bel\x07 en \x1b[31m", "nul bel en [31m"),
        ("om\u202ekeren", "omkeren"),
        ("e\u0301e\u0301n", "één"),
        ("ligt \ud800 los", "ligt los"),
    ],
)
def test_what_no_font_has_becomes_a_sign_and_what_draws_nothing_goes(templates, typed, printed):
    assert printed in text_of(made(typed))


@pytest.mark.parametrize("word", ["שלום", "مرحبا", "Ελλάδα", "Привет", "İğdır", "Čeština"])
def test_other_scripts_that_the_fonts_have_are_kept(templates, word):
    assert set(word) <= set(text_of(made(word)))


def test_every_character_that_counts_as_drawable_can_be_set(templates, monkeypatch):
    monkeypatch.setattr(characters, "drawable", lambda text: pytest.fail("a second try was needed"))
    everything = [chr(code) for first, last in characters.RANGES for code in range(first, last + 1)]
    made(" ".join([*everything, *sorted(characters.SIGNS)]))


def test_a_word_longer_than_a_line_goes_on_on_the_next(templates):
    text = "".join(page.extract_text() for page in read(made("x" * 3000)).pages)
    lines = [line for line in text.splitlines() if "xxx" in line]
    assert len(lines) > 10
    assert max(len(line) for line in lines) < 120


def test_lines_and_paragraphs_stay_as_they_were_typed(templates):
    tags = tags_of(made("Eerste.\n\nTweede\nmet een regel."))
    assert tags.count("P") == tags_of(made("Eerste.")).count("P") + 1


@pytest.mark.slow
def test_a_long_text_is_set_and_one_beyond_all_bounds_is_refused(templates):
    assert len(read(made("Een lange zin over lezen. " * 20_000)).pages) > 50
    with pytest.raises(pdf.PrintingFailed):
        made("x" * (pdf.MOST_DATA + 1))


@pytest.mark.parametrize("data", [{"lead": object()}, {"lead": float("nan")}, "geen woordenboek"])
def test_data_that_cannot_be_printed_are_refused(templates, data):
    with pytest.raises(pdf.PrintingFailed):
        pdf.make("example.typ", data, language="nl", title="Een proef")


def test_a_template_that_never_ends_is_ended(templates, monkeypatch):
    (templates / "endless.typ").write_text('#import "/printing/house.typ": *\n#show: house\n#while true { [x] }\n')
    monkeypatch.setattr(pdf, "MOST_SECONDS", 2)
    with pytest.raises(pdf.PrintingFailed):
        pdf.make("endless.typ", {}, language="nl", title="Zonder einde")


def test_a_template_that_wants_all_memory_is_refused(templates, monkeypatch):
    greedy = '#import "/printing/house.typ": *\n#show: house\n#let a = "x" * 400000000\n#(a + a + a + a).len()\n'
    (templates / "greedy.typ").write_text(greedy)
    monkeypatch.setattr(pdf, "MOST_MEMORY", 600_000_000)
    with pytest.raises(pdf.PrintingFailed):
        pdf.make("greedy.typ", {}, language="nl", title="Te groot")


def test_a_template_reads_nothing_outside_the_templates(templates):
    (templates / "curious.typ").write_text(
        '#import "/printing/house.typ": *\n#show: house\n#read("../../../etc/passwd")\n'
    )
    with pytest.raises(pdf.PrintingFailed):
        pdf.make("curious.typ", {}, language="nl", title="Nieuwsgierig")


@pytest.mark.slow
def test_an_independent_validator_finds_it_accessible(templates):
    documents = {
        "plain": made("Eerste.\n\nTweede\nmet een regel."),
        "hostile": made(HOSTILE, title=HOSTILE),
        "scripts": made("שלום مرحبا Ελλάδα 🙂"),
        "english": made(language="en", title="A trial", sources=[]),
    }
    assert complaints(documents) == []
