"""Reading content files: every mistake is said with its file and its field."""

import uuid

import pytest

from editorial.demonstration.content import ContentError, Item, read_file, read_folder
from editorial.demonstration.rich_text import (
    RefusedTextError,
    as_saved,
    headings_from_h2,
    with_footnotes,
    with_page_links,
)


def test_a_file_that_is_no_toml_is_named(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "kapot.toml").write_text("title = ")

    with pytest.raises(ContentError, match=r"^news/kapot\.toml: "):
        read_folder(tmp_path, "news")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"^home\.toml: there is no such file"):
        read_file(tmp_path, "home.toml")


def test_a_missing_field_is_named():
    item = Item("news/x.toml", "x", {})

    with pytest.raises(ContentError, match=r"^news/x\.toml: title: is missing"):
        item["title"]


def test_a_field_that_nobody_asks_for_is_named():
    item = Item("news/x.toml", "x", {"title": "X", "tilte": "Y"})
    item["title"]

    with pytest.raises(ContentError, match=r"^news/x\.toml: tilte: "):
        item.check_all_read()


def test_a_field_for_somebody_else_may_stay():
    item = Item("news/x.toml", "x", {"other": 1})
    item.leave("other")

    item.check_all_read()


def test_block_keys_follow_from_the_place_of_the_text():
    first = as_saved("<p>Een</p><p>Twee</p>", ["bold"], "a")

    assert first == as_saved("<p>Een</p><p>Twee</p>", ["bold"], "a")
    assert first != as_saved("<p>Een</p><p>Twee</p>", ["bold"], "b")


def test_an_empty_text_stays_empty():
    assert as_saved("", ["bold"], "a") == ""


@pytest.mark.parametrize("html", ["<p><i>x</i></p>", "<h2>x</h2>", "<ul><li>x</li></ul>"])
def test_markup_that_the_field_does_not_allow_is_refused(html):
    with pytest.raises(RefusedTextError):
        as_saved(html, ["bold"], "a")


def test_headings_move_up_together():
    assert headings_from_h2("<h3>a</h3><h4>b</h4>") == "<h2>a</h2><h3>b</h3>"


def test_headings_that_start_at_the_second_level_stay():
    assert headings_from_h2("<h2>a</h2><h3>b</h3>") == "<h2>a</h2><h3>b</h3>"


def test_a_marker_without_footnote_is_refused():
    with pytest.raises(RefusedTextError, match="2"):
        with_footnotes("<p>a[1] b[2]</p>", {"1": uuid.UUID(int=1)})


def test_a_link_to_a_page_that_is_not_there_yet_leaves_its_words():
    html = '<p><a page="news/a">een</a> en <a page="news/b">twee</a></p>'

    assert with_page_links(html, {"news/a": 7}.get) == '<p><a linktype="page" id="7">een</a> en twee</p>'
