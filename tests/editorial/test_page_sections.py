"""Rooms above add sections to a content page, which know nothing of the page's own room."""

import pytest

from editorial import page_sections
from editorial.page_sections import Section
from tests.factories import InsightFactory, InterventionFactory, PracticeFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def registry(monkeypatch):
    """An empty registry for this test alone."""
    monkeypatch.setattr(page_sections, "_makers", {})
    return page_sections


@pytest.fixture
def section_template(settings, tmp_path):
    """A template of a room above."""
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "section.html").write_text("<p>{{ words }} bij {{ page.title }}</p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]
    return "room/section.html"


@pytest.mark.parametrize(
    ("factory", "listing"),
    [(InsightFactory, "insights"), (PracticeFactory, "practices"), (InterventionFactory, "interventions")],
)
def test_a_section_stands_on_the_page_below_its_heading(client, registry, section_template, factory, listing):
    page = factory(parent=getattr(small_site(), listing), title="Samen lezen")
    registry.register(
        "talk", lambda shown: Section("gesprekken", "Gesprekken", section_template, {"words": "<b>Drie</b>"})
    )

    html = client.get(page.url).content.decode()

    assert '<h2 class="page-section__title" id="gesprekken">Gesprekken</h2>' in html
    assert "<p>&lt;b&gt;Drie&lt;/b&gt; bij Samen lezen</p>" in html


def test_a_room_with_nothing_to_say_leaves_no_trace(client, registry):
    page = InsightFactory(parent=small_site().insights)
    registry.register("silent", lambda shown: None)

    assert "page-section" not in client.get(page.url).content.decode()


def test_sections_come_in_the_order_that_rooms_asked_for(registry):
    page = InsightFactory(parent=small_site().insights)
    registry.register("last", lambda shown: Section("b", "B", "x.html"), order=20)
    registry.register("first", lambda shown: Section("a", "A", "x.html"), order=10)

    assert [section.anchor for section in registry.sections_of(page)] == ["a", "b"]


def test_a_page_that_is_not_saved_has_no_sections(registry):
    registry.register("talk", lambda shown: Section("a", "A", "x.html"))

    assert registry.sections_of(InsightFactory.build()) == []


def test_a_name_is_taken_once(registry):
    registry.register("talk", lambda shown: None)

    with pytest.raises(ValueError, match="talk"):
        registry.register("talk", lambda shown: None)
