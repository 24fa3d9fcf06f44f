"""Generated pages for measuring."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.fields import StreamField
from wagtail.models import Page

from editorial.models import PageRelation
from home.demo.scale import making
from home.demo.scale.clearing import clear
from home.demo.scale.generated import generated_pages
from home.demo.scale.making import make
from home.demo.scale.pages import generate
from home.demo.scale.surroundings import look_around
from home.models import NewsPage
from practices.models import PracticeIndexPage, PracticePage
from research.models import InsightPage
from search.models import IndexOutboxEntry
from tests.home.demo.database_digest import digest

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def scaled(demo):
    make(60)


def generated(model):
    return model.objects.filter(pk__in=generated_pages().values("pk"))


def test_seven_in_ten_are_practices_two_insights_and_one_is_news(scaled):
    counts = [generated(model).count() for model in (PracticePage, InsightPage, NewsPage)]

    assert counts == [42, 12, 6]


def test_the_tree_has_no_problems(scaled):
    assert Page.find_problems() == ([], [], [], [], [])


def test_an_editor_can_still_add_pages(scaled):
    index = PracticeIndexPage.objects.get()
    like = generated(PracticePage).first()
    values = {"occasion": "x", "goal": "x", "duration": "x", "result": "x", "measured_how": "x", "summary": "x"}

    index.add_child(instance=PracticePage(title="Nieuw", approach=like.approach, **values))

    assert Page.find_problems() == ([], [], [], [], [])


def test_every_generated_page_satisfies_its_own_rules(scaled):
    for page in generated_pages():
        specific = page.specific
        specific.full_clean()
        for field in specific._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(specific, field.name))


def test_generated_pages_are_classified(scaled):
    for page in generated_pages():
        specific = page.specific
        assert specific.theme_tags.exists()
        assert specific.levels.exists()
        assert specific.subjects.exists()


def test_asking_for_the_same_number_again_adds_nothing(scaled):
    before = digest()

    assert make(60) == 0
    assert digest() == before


def test_asking_for_more_adds_the_difference(scaled):
    assert make(75) == 15
    assert generated_pages().count() == 75


def test_a_page_is_the_same_however_many_others_there_are(demo):
    around = look_around()

    assert generate(17, around) == generate(17, around)
    make(20)
    title = generated_pages().get(slug__startswith="schaal-000017-").title
    assert title == generate(17, around).title


def test_the_outbox_hears_nothing(demo):
    IndexOutboxEntry.objects.all().delete()

    make(20)

    assert not IndexOutboxEntry.objects.exists()


def test_a_chunk_takes_the_same_number_of_statements_whatever_its_size(demo):
    def statements(count: int) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            make(count)
        clear()
        return len(captured)

    statements(10)
    assert statements(30) == statements(120)


def test_chunks_do_not_show_in_the_result(demo, monkeypatch):
    make(30)
    at_once = list(generated_pages().order_by("slug").values_list("slug", "url_path", "path"))
    clear()
    monkeypatch.setattr(making, "CHUNK", 7)

    make(30)

    in_parts = list(generated_pages().order_by("slug").values_list("slug", "url_path", "path"))
    assert [row[:2] for row in in_parts] == [row[:2] for row in at_once]
    assert Page.find_problems() == ([], [], [], [], [])


def test_clearing_leaves_the_database_as_it_was(demo):
    before = digest()
    make(60)

    assert clear() == 60
    assert digest() == before


def test_clearing_takes_what_points_at_a_generated_page(scaled):
    page = generated(PracticePage).first()
    PageRelation.objects.create(source=InsightPage.objects.get(slug="kracht-van-feedback").page_ptr, target=page)
    edited = generated(NewsPage).first()
    edited.save_revision()

    clear()

    assert not generated_pages().exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_clearing_leaves_other_pages_alone(scaled):
    index = PracticeIndexPage.objects.get()
    like = generated(PracticePage).first()
    values = {"occasion": "x", "goal": "x", "duration": "x", "result": "x", "measured_how": "x", "summary": "x"}
    index.add_child(instance=PracticePage(title="x", slug="schaal-verdeling", approach=like.approach, **values))

    clear()

    assert PracticePage.objects.filter(slug="schaal-verdeling").exists()


def test_the_command_says_that_the_index_has_to_be_rebuilt(demo, capsys):
    call_command("demo", "load", "--scale", "10")
    call_command("demo", "clear-scale")

    said = capsys.readouterr().out
    assert "10 generated pages" in said
    assert said.count("search_index rebuild") == 2
