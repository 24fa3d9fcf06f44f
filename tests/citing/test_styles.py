"""What holds for every style, whatever the reference."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citing.styles import LANGUAGES, STYLES, bibliography

EVERY_STYLE = pytest.mark.parametrize("style", STYLES)


def cited(style="apa", language="en", **item):
    return bibliography([{"type": "article-journal", "title": "Een titel", "language": "nl", **item}], style, language)[
        0
    ]


@EVERY_STYLE
def test_what_looks_like_markup_in_a_title_is_text(style):
    text = cited(style, title="Less <script>alert(1)</script> & more", author=[{"literal": "A <b>& B"}])

    assert "&lt;script&gt;" in text
    assert "<script" not in text
    assert "<b>" not in text


@EVERY_STYLE
def test_a_title_that_asks_gets_no_full_stop(style):
    text = cited(style, type="book", title="Werkt huiswerk?", publisher="Uitgever", issued={"date-parts": [[2020]]})

    assert "Werkt huiswerk?" in text
    assert "?." not in re.sub(r"<[^>]+>|[”’]", "", text)


def test_vancouver_abbreviates_a_journal_that_says_how_and_the_other_styles_do_not():
    names = {"container-title": "Review of Research", "container-title-short": "Rev. Res."}

    assert "Rev Res" in cited("vancouver", **names)
    for style in set(STYLES) - {"vancouver"}:
        assert re.sub("<[^>]+>", "", cited(style, **names)).count("Review of Research") == 1


def test_what_is_in_press_says_so():
    assert "(in press)" in cited("apa", status="in press", author=[{"family": "Jansen", "given": "Jan"}])
    assert "(in druk)" in cited("apa", "nl", status="in press", author=[{"family": "Jansen", "given": "Jan"}])


def test_without_a_date_apa_says_so_in_dutch():
    assert "(z.d.)" in cited("apa", "nl", author=[{"family": "Jansen", "given": "Jan"}])


def test_an_institution_that_publishes_its_own_site_is_said_once():
    text = cited("apa", type="webpage", author=[{"literal": "De Site"}], **{"container-title": "De Site"})

    assert text.count("De Site") == 1


@EVERY_STYLE
def test_a_title_in_the_place_of_the_author_is_said_once(style):
    text = cited(style, type="webpage", title="Alleen een titel", URL="https://example.org/")

    assert text.count("Alleen een titel") == 1


def test_initials_stand_apart_however_they_were_entered():
    author = [{"family": "Verhagen", "given": "M.D."}]

    assert "Verhagen, M. D." in cited("apa", author=author)
    assert "Verhagen, M. D." in cited("chicago", author=author)
    assert "Verhagen MD" in cited("vancouver", author=author)
    assert "Verhagen, M.D." in cited("harvard", author=author)


def test_dutch_titles_keep_their_small_letters():
    assert "Samen lezen in groep 5" in cited("chicago", title="Samen lezen in groep 5")


@pytest.mark.parametrize(
    ("pages", "mla", "chicago"),
    [
        ("1-26", "1–26", "1–26"),
        ("81-112", "81–112", "81–112"),
        ("101-108", "101–08", "101–8"),
        ("437-471", "437–71", "437–71"),
        ("1496-1504", "1496–504", "1496–504"),
        ("100-104", "100–04", "100–104"),
    ],
)
def test_a_range_of_pages_is_shortened_as_the_style_has_it(pages, mla, chicago):
    common = {"issued": {"date-parts": [[2020]]}, "container-title": "Tijdschrift", "volume": "1", "page": pages}

    assert f"pp. {mla}" in cited("mla", **common)
    assert f": {chicago}" in cited("chicago", **common)


def test_a_style_is_rendered_the_same_again_after_another_one_with_a_date():
    page = {"type": "webpage", "issued": {"date-parts": [[2020, 3, 4]]}, "accessed": {"date-parts": [[2021, 5, 6]]}}
    before = cited("mla", URL="https://example.org/", **page)
    for style in STYLES:
        cited(style, "nl", title="Tussendoor", URL="https://example.org/", **page)

    assert cited("mla", URL="https://example.org/", **page) == before


def test_a_style_that_is_not_on_offer_is_refused():
    with pytest.raises(KeyError):
        bibliography([], "ieee", "nl")


texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co")), min_size=1, max_size=40).filter(str.strip)
names = st.one_of(
    st.fixed_dictionaries({"literal": texts}),
    st.fixed_dictionaries({"family": texts}, optional={"given": texts, "non-dropping-particle": texts}),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    title=texts,
    authors=st.lists(names, max_size=25),
    kind=st.sampled_from(["article-journal", "book", "chapter", "thesis", "webpage", "dataset", "song", "report"]),
    style=st.sampled_from(list(STYLES)),
    language=st.sampled_from(LANGUAGES),
    extra=st.fixed_dictionaries(
        {},
        optional={"volume": texts, "issue": texts, "page": texts, "edition": texts, "DOI": texts, "publisher": texts},
    ),
)
def test_whatever_is_cited_gives_one_line_with_italics_at_most(title, authors, kind, style, language, extra):
    item = {"type": kind, "title": title, "author": authors, **extra}

    (text,) = bibliography([item], style, language)

    assert text
    assert "\n" not in text
    assert set(re.findall(r"<[^>]*>", text)) <= {"<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>"}
    assert not re.search(r"[\ue000-\uf8ff]", text)
