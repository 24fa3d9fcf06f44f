"""Advice on a text."""

import pytest
from django.urls import reverse

from editorial.checks import report_on
from editorial.checks.readability import readability_of, sentences_in, syllables_in
from editorial.models import EditorialImage
from home.models import PlainPage
from tests.editorial.forms import plain_page_form
from tests.factories import InsightFactory, PlainPageFactory
from tests.factories.pages import blocks

pytestmark = pytest.mark.django_db


def text_page(markup, **kwargs):
    return PlainPage(title="Tekst", summary="Kort.", body=blocks(("text", markup)), **kwargs)


def advice_on(page):
    return [(advice.subject, advice.message) for advice in report_on(page).advice]


def test_a_good_text_gets_no_advice():
    page = text_page(
        "<h2>Aanpak</h2><p>Begin klein.</p><h3>Daarna</h3><p>Lees <a href='/x'>de aanpak in stappen</a>.</p>"
    )
    assert advice_on(page) == []


def test_a_heading_that_skips_a_level_is_named():
    ((subject, message),) = advice_on(text_page("<p>Tekst.</p><h3>Kleine kop</h3>"))
    assert subject == "headings"
    assert "Kleine kop" in message


def test_levels_go_on_from_one_block_to_the_next():
    page = PlainPage(title="Tekst", body=blocks(("text", "<h2>Een</h2>"), ("text", "<h3>Twee</h3>")))
    assert advice_on(page) == []


@pytest.mark.parametrize("text", ["klik hier", "Klik hier.", "lees meer", "hier", "Meer informatie"])
def test_a_link_text_that_says_nothing_is_named(text):
    ((subject, message),) = advice_on(text_page(f"<p>Wil je dit ook? <a href='/x'>{text}</a></p>"))
    assert subject == "links"
    assert text in message


def test_a_bare_address_as_link_text_is_named():
    assert [subject for subject, _ in advice_on(text_page("<p><a href='/x'>https://example.org/x</a></p>"))] == [
        "links"
    ]


def test_a_file_name_is_no_alternative_text():
    picture = EditorialImage.objects.create(title="x", file="x.png", width=1, height=1, maker="m", rights="own")
    value = {"image": picture.pk, "alternative_text": "IMG_0231.JPG", "decorative": False}
    page = PlainPage(title="Tekst", body=blocks(("image", value)))
    assert [subject for subject, _ in advice_on(page)] == ["pictures"]


def test_long_sentences_are_counted_and_quoted():
    long = "De leraar " + "leest en schrijft " * 10 + "elke dag."
    ((subject, message),) = advice_on(text_page(f"<p>{long}</p><p>Kort.</p>"))
    assert subject == "sentences"
    assert "De leraar leest" in message


def test_headings_and_footnotes_are_no_sentences():
    page = text_page("<h2>Een kop zonder punt</h2><p>Een zin.<footnote id='a'>[1]</footnote></p>")
    assert report_on(page).readability.words == 3


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("leraar", 2),
        ("zeeën", 2),
        ("beïnvloeden", 4),
        ("mooie", 2),
        ("nieuwe", 2),
        ("bureau", 2),
        ("begrijpend", 3),
        ("hm", 1),
    ],
)
def test_syllables_are_counted_the_dutch_way(word, syllables):
    assert syllables_in(word) == syllables


def test_an_abbreviation_ends_no_sentence():
    assert sentences_in(["Lees bijv. Een boek. Prof. Jansen doet dat ook."]) == [
        "Lees bijv. Een boek.",
        "Prof. Jansen doet dat ook.",
    ]


def test_the_score_is_that_of_flesch_and_douma():
    # 100 words of 1 syllable in sentences of 10: 206.84 - 0.93 x 10 - 77 x 1 = 120.54
    readability = readability_of(["Dit is een zin die kort is en goed leest."] * 10)
    assert (readability.words_a_sentence, readability.score) == (10, 121)


def test_a_short_text_gets_no_score():
    assert readability_of(["Een korte tekst."]).score is None


def test_a_text_of_long_words_is_called_hard():
    hard = "Beleidsverantwoordelijken implementeren organisatieontwikkelingstrajecten onderwijskwaliteitsverbetering. "
    readability = readability_of([hard * 30])
    assert readability.is_hard
    assert "C1" in str(readability.level)


def test_every_kind_of_page_can_be_checked(site):
    page = InsightFactory(parent=site.insights)
    assert report_on(page).readability.words > 0


class TestBesideTheForm:
    """Where an editor meets the advice."""

    def test_the_form_shows_advice_on_the_draft(self, site, editor):
        page = PlainPageFactory(parent=site.home, body=blocks(("text", "<p><a href='/x'>klik hier</a></p>")))
        html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert "De link “klik hier” zegt niet waar hij heen gaat" in html

    def test_the_fragment_follows_the_latest_draft(self, site, editor):
        page = PlainPageFactory(parent=site.home)
        page.body = blocks(("text", "<p><a href='/x'>lees meer</a></p>"))
        page.save_revision()
        assert "lees meer" in editor.get(reverse("editorial_text_advice", args=[page.pk])).content.decode()

    def test_the_fragment_is_for_who_may_edit_the_page(self, site, signed_in):
        page = PlainPageFactory(parent=site.home, owner=None)
        answer = signed_in("Onderzoeker").get(reverse("editorial_text_advice", args=[page.pk]))
        assert answer.status_code == 302

    def test_after_publishing_the_advice_is_told_and_nothing_is_held_back(self, site, chief):
        long = "De leraar " + "leest en schrijft " * 10 + "elke dag."
        form = plain_page_form(summary=long[:290])
        url = reverse("wagtailadmin_pages:add", args=["home", "plainpage", site.home.pk])
        answer = chief.post(url, {**form, "action-publish": "1"}, follow=True)
        assert PlainPage.objects.get(slug="over-ons").live
        assert "meer dan 25 woorden" in answer.content.decode()

    def test_the_accessibility_check_looks_at_the_main_part_only(self, site, editor):
        page = PlainPageFactory(parent=site.home)
        html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert '"include": ["main"]' in html
