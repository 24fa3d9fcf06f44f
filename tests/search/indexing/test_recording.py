"""What happens to a page is in the outbox when it is committed, and only then."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from search.indexing.outbox import record_changes, record_pages
from search.models import IndexOutboxEntry
from tests.search.indexing.site_pages import front_page, published

#: Of a plain page with another title, all of it: Wagtail's own, what is remembered, the outbox, the public
#: record, and one for the dossiers that have it.
QUERIES_OF_A_SAVE = 27

pytestmark = pytest.mark.usefixtures("site")


def recorded() -> list[int]:
    """Pages in the outbox, each once; looking empties it."""
    pages = sorted(set(IndexOutboxEntry.objects.values_list("page_id", flat=True)))
    IndexOutboxEntry.objects.all().delete()
    return pages


@pytest.fixture
def chapter() -> Page:
    page = published("Hoofdstuk")
    recorded()
    return page


@pytest.fixture
def section(chapter: Page) -> Page:
    page = published("Paragraaf", below=chapter)
    recorded()
    return page


def test_a_new_published_page_is_recorded() -> None:
    page = published("Nieuw")
    assert recorded() == [page.pk]


def test_a_change_that_is_rolled_back_leaves_nothing() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        published("Toch niet")
        raise ZeroDivisionError
    assert recorded() == []


def test_a_new_draft_is_not_recorded() -> None:
    front_page().add_child(instance=Page(title="Concept", live=False))
    assert recorded() == []


def test_saving_a_draft_of_a_published_page_is_not_recorded(chapter: Page) -> None:
    chapter.title = "Nog niet af"
    chapter.save_revision()
    assert recorded() == []


def test_a_save_looks_once_at_what_the_page_was_and_writes_one_entry(chapter: Page) -> None:
    chapter.title = "Nieuwe titel"
    with CaptureQueriesContext(connection) as asked:
        chapter.save()
    statements = [query["sql"] for query in asked.captured_queries]
    looked = [sql for sql in statements if sql.startswith('SELECT "wagtailcore_page"."url_path"')]
    assert len(looked) == 1
    assert len([sql for sql in statements if IndexOutboxEntry._meta.db_table in sql]) == 1
    assert len(statements) <= QUERIES_OF_A_SAVE


def test_publishing_a_draft_is_recorded(chapter: Page) -> None:
    chapter.title = "Wel af"
    chapter.save_revision().publish()
    assert recorded() == [chapter.pk]


def test_publishing_for_the_first_time_is_recorded() -> None:
    page = front_page().add_child(instance=Page(title="Concept", live=False))
    page.save_revision().publish()
    assert recorded() == [page.pk]


def test_unpublishing_is_recorded(chapter: Page) -> None:
    chapter.unpublish()
    assert recorded() == [chapter.pk]


def test_deleting_is_recorded_with_the_pages_below(chapter: Page, section: Page) -> None:
    chapter_id, section_id = chapter.pk, section.pk
    Page.objects.get(pk=chapter.pk).delete()
    assert recorded() == [chapter_id, section_id]


def test_deleting_through_a_queryset_is_recorded(chapter: Page) -> None:
    chapter_id = chapter.pk
    Page.objects.filter(pk=chapter.pk).delete()
    assert recorded() == [chapter_id]


def test_moving_is_recorded_with_the_pages_below(chapter: Page, section: Page) -> None:
    elsewhere = published("Elders")
    recorded()
    Page.objects.get(pk=chapter.pk).move(elsewhere, pos="last-child")
    assert recorded() == [chapter.pk, section.pk]


def test_another_slug_is_recorded_with_the_pages_below(chapter: Page, section: Page) -> None:
    page = Page.objects.get(pk=chapter.pk)
    page.slug = "ander-adres"
    page.save()
    assert recorded() == [chapter.pk, section.pk]


def test_another_slug_of_a_kind_that_is_not_indexed_is_recorded_for_the_pages_below(section: Page) -> None:
    page = front_page()
    page.slug = "andere-voorpagina"
    page.save()
    assert section.pk in recorded()


def test_making_private_is_recorded_with_the_pages_below(chapter: Page, section: Page) -> None:
    PageViewRestriction.objects.create(page=chapter, restriction_type=PageViewRestriction.LOGIN)
    assert recorded() == [chapter.pk, section.pk]


def test_making_public_again_is_recorded_with_the_pages_below(chapter: Page, section: Page) -> None:
    restriction = PageViewRestriction.objects.create(page=chapter, restriction_type=PageViewRestriction.LOGIN)
    recorded()
    restriction.delete()
    assert recorded() == [chapter.pk, section.pk]


def test_pages_that_something_else_changes_are_recorded_by_their_room(chapter: Page, section: Page) -> None:
    record_pages(Page.objects.filter(depth__gte=3))
    assert recorded() == [chapter.pk, section.pk]


def test_a_page_that_is_named_twice_is_written_once(chapter: Page) -> None:
    record_changes([chapter.pk, chapter.pk])
    assert IndexOutboxEntry.objects.count() == 1
