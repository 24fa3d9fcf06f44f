"""Templates hold to the content security policy, and the tags give what templates count on."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation

#: Mails have their style with them: their readers load none from elsewhere.
FOLDER = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*.html") if "mail" not in path.parts)
#: What a browser would run or apply; a script of data is neither.
INLINE = r"<style|<script(?![^>]*(?:\bsrc=|type=\"application/json\"))|\sstyle=|\son[a-z]+=|javascript:"


def rendered(source, **context):
    with translation.override("nl"):
        return Template(source).render(Context(context))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_inline_script_style_or_handler(path):
    text = path.read_text()

    assert re.findall(INLINE, text) == []


def test_an_icon_is_inline_and_hidden_from_screen_readers():
    icon = rendered('{% icon "search" 18 %}')

    assert icon.startswith('<svg class="icon" width="18" height="18"')
    assert 'aria-hidden="true"' in icon


def test_a_kind_that_nobody_knows_looks_like_a_plain_page():
    assert rendered('{{ "unheard-of"|kind_label }}') == rendered('{{ "page"|kind_label }}')


def test_the_pattern_of_a_card_is_that_of_its_first_theme():
    card = rendered("{% theme_pattern themes|pattern_name 3 3 %}", themes=[{"code": "feedback", "label": "Feedback"}])

    assert card == rendered('{% theme_pattern "feedback" 3 3 %}')


def test_a_card_without_theme_has_a_pattern_too():
    assert "<svg" in rendered("{% theme_pattern themes|pattern_name 3 3 %}", themes=[])


@pytest.mark.parametrize(
    ("iso", "shown"), [("2021-06-23", "23 juni 2021"), ("2021-06-23T12:45:00+02:00", "23 juni 2021"), ("", "")]
)
def test_dates_of_cards_are_shown_in_words(iso, shown):
    assert rendered('{% with day=iso|as_date %}{{ day|date:"j F Y" }}{% endwith %}', iso=iso) == shown


def test_a_long_text_lists_its_headings():
    text = rendered("{% long_text %}<h2>Een</h2><h2>Twee</h2><h2>Drie</h2>{% endlong_text %}")

    assert re.findall(r'<a href="#([a-z]+)">', text) == ["een", "twee", "drie"]


def test_a_text_with_few_headings_needs_no_list():
    assert "data-contents" not in rendered("{% long_text %}<h2>Een</h2>{% endlong_text %}")


def test_messages_are_shown_once_by_the_frame_of_every_page():
    shown = [path for path in TEMPLATES if "components/messages.html" in path.read_text()]

    assert shown == [FOLDER / "base.html"]
