"""Which pages everyone may see: the predicate and both querysets say the same."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from editorial.blocks.related import RelatedPagesBlock
from editorial.publicity import is_public, public, public_in_database
from tests.factories import NewsFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return small_site()


def everywhere(page) -> set[bool]:
    page = Page.objects.get(pk=page.pk)
    one = Page.objects.filter(pk=page.pk)
    return {is_public(page), public(one).exists(), public_in_database(one).exists()}


def test_a_published_page_is_public(site):
    assert everywhere(NewsFactory(parent=site.news)) == {True}


def test_a_page_that_is_not_published_is_not(site):
    assert everywhere(NewsFactory(parent=site.news, live=False)) == {False}


@pytest.mark.django_db(transaction=True)
def test_a_page_below_a_restriction_is_not(site):
    page = NewsFactory(parent=site.news)
    PageViewRestriction.objects.create(page=site.news, restriction_type=PageViewRestriction.LOGIN)

    assert everywhere(page) == {False}


def test_no_page_is_not_public():
    assert not is_public(None)


def test_readers_are_asked_no_query_more_than_their_list(site, django_assert_num_queries):
    NewsFactory(parent=site.news)
    list(public(Page.objects.all()))

    with django_assert_num_queries(1):
        list(public(Page.objects.all()))


def test_what_is_written_down_leaves_out_a_page_past_its_last_day(site):
    over = NewsFactory(parent=site.news, expire_at=timezone.now() - timedelta(minutes=1))

    assert not public_in_database(Page.objects.filter(pk=over.pk)).exists()


def test_a_list_of_pages_in_a_text_leaves_out_what_not_everyone_may_read(site):
    open_page = NewsFactory(parent=site.news, title="Voor iedereen")
    hidden = NewsFactory(parent=site.news, title="Binnenskamers", live=False)
    block = RelatedPagesBlock()

    shown = block.render(block.to_python({"title": "", "pages": [open_page.pk, hidden.pk]}))
    nothing = block.render(block.to_python({"title": "", "pages": [hidden.pk]}))

    assert "Voor iedereen" in shown
    assert "Binnenskamers" not in shown
    assert nothing.strip() == ""
