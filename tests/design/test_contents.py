"""The headings of a text become the list "op deze pagina"."""

from design.contents import with_anchors


def anchors(html):
    return [section.anchor for section in with_anchors(html)[1]]


def test_a_heading_gets_an_anchor_from_its_words():
    text, sections = with_anchors("<h2>Wat is het?</h2><p>Dit.</p>")

    assert text == '<h2 id="wat-is-het">Wat is het?</h2><p>Dit.</p>'
    assert [(section.anchor, section.title) for section in sections] == [("wat-is-het", "Wat is het?")]


def test_a_heading_keeps_the_anchor_that_it_has():
    assert anchors('<h2 class="big" id="hoe-zeker">Hoe zeker is dit?</h2>') == ["hoe-zeker"]


def test_equal_headings_get_different_anchors():
    assert anchors("<h2>Doel</h2><h2>Doel</h2><h2>Doel</h2>") == ["doel", "doel-2", "doel-3"]


def test_a_heading_without_letters_still_gets_an_anchor():
    assert anchors("<h2>…</h2><h2>?!</h2>") == ["deel", "deel-2"]


def test_markup_and_footnotes_are_left_out_of_the_list():
    _, sections = with_anchors('<h2>Wat <b>werkt</b><a href="#footnote-1"><sup>[1]</sup></a></h2>')

    assert sections[0].title == "Wat werkt"


def test_a_heading_may_stay_out_of_the_list():
    assert with_anchors("<h2 data-unlisted>Voetnoten</h2>") == ("<h2 data-unlisted>Voetnoten</h2>", [])


def test_smaller_headings_are_not_listed():
    assert anchors("<h3>Stap 1</h3>") == []
