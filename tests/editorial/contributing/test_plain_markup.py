"""Between plain boxes and rich text: nothing a writer types is lost, and nothing is markup but what should be."""

import pytest

from editorial.contributing.plain_markup import to_html, to_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een zin.", "<p>Een zin.</p>"),
        ("Een\n\nTwee", "<p>Een</p><p>Twee</p>"),
        ("Een\nregel", "<p>Een<br/>regel</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("Nodig:\n- a", "<p>Nodig:</p><ul><li>a</li></ul>"),
        ("**vet** en *schuin*", "<p><b>vet</b> en <i>schuin</i></p>"),
        ("5 * 3 * 2", "<p>5 * 3 * 2</p>"),
        ("[site](https://example.nl/*a*b)", '<p><a href="https://example.nl/*a*b">site</a></p>'),
        ("[hier](pagina:7)", '<p><a linktype="page" id="7">hier</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ('[x](https://a.nl/"onclick="y)', '<p><a href="https://a.nl/&quot;onclick=&quot;y">x</a></p>'),
        ("<b>nee</b> & zo", "<p>&lt;b&gt;nee&lt;/b&gt; &amp; zo</p>"),
        ("", ""),
    ],
)
def test_text_becomes_rich_text(text, html):
    assert to_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "Een\n\nTwee",
        "Nodig:\n\n- a **b**\n- [c](https://example.nl)",
        "1. eerst\n2. dan",
        "[hier](pagina:7) en [daar](document:3)",
        "<script>alert(1)</script>",
    ],
)
def test_what_a_writer_sees_again_is_what_they_typed(text):
    assert to_text(to_html(text)) == text


def test_rich_text_of_editors_is_readable():
    html = '<p data-block-key="a1">Een <b>vet</b> woord</p><ul><li data-block-key="b2">a</li></ul>'

    assert to_text(html) == "Een **vet** woord\n\n- a"
