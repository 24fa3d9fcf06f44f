"""What content blocks look like to a reader and to a screen reader."""

import re

from editorial.blocks import CallToActionBlock, DataTableBlock, KeyPointsBlock, QuoteBlock, VideoBlock


def rendered(block, **changes):
    return block.render(block.to_python({**block.meta.preview_value, **changes}))


def test_a_video_fetches_nothing_before_the_reader_asks():
    html = rendered(VideoBlock())

    assert "<iframe" not in html
    assert re.findall(r'src="([^"]*)"', html) == []


def test_a_video_can_be_watched_without_script():
    assert 'href="https://vimeo.com/76979871"' in rendered(VideoBlock())


def test_a_table_has_a_caption_and_headers_with_their_scope():
    html = rendered(DataTableBlock(), first_col_is_header=True)

    assert "<caption>Deelnemers</caption>" in html
    assert html.count('<th scope="col">') == 2
    assert html.count('<th scope="row">') == 2


def test_a_wide_table_can_be_scrolled_by_keyboard_and_says_what_it_is():
    assert 'tabindex="0" role="region" aria-label="Deelnemers"' in rendered(DataTableBlock())


def test_key_points_are_an_ordered_list_under_a_heading():
    html = rendered(KeyPointsBlock())

    assert "<h2" in html
    assert html.count("<li>") == 2


def test_a_quote_names_who_says_it():
    html = rendered(QuoteBlock())

    assert "<blockquote" in html
    assert "<figcaption" in html


def test_a_call_to_action_elsewhere_is_marked_as_such():
    assert 'href="https://example.org/" rel="external"' in rendered(CallToActionBlock())
