"""The real site: an editor changes something, and every reader sees it in every page that shows it."""

import pytest
from django.test import Client

from search.indexing.drain import drain
from search.indexing.rebuild import rebuild
from tests.factories import NewsFactory, ThemeFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings, tmp_path, file_cache):
    """A site with one news item on a theme, in the index, read by somebody before."""
    settings.ELASTICSEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.DATA_DIR = tmp_path
    settings.PAGE_CACHE_SECONDS = 3600
    site = small_site()
    site.theme = ThemeFactory(name="Lezen", slug="lezen")
    site.item = NewsFactory(parent=site.news, title="Eerste kop", slug="bericht", themes=[site.theme])
    rebuild()
    return site


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Make a change and commit it."""

    def now(change):
        with django_capture_on_commit_callbacks(execute=True):
            change()

    return now


def reads(address):
    """What a reader gets who was never here before."""
    response = Client().get(address)
    return response.content.decode() if response.status_code == 200 else response.status_code


def publish(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_each_page_comes_from_the_cache_the_second_time(site, django_assert_num_queries):
    for address in ("/", "/nieuws/", "/nieuws/bericht/", "/zoeken/"):
        first = reads(address)
        with django_assert_num_queries(0):
            assert reads(address) == first


def test_a_change_shows_on_the_page_at_once_and_in_lists_when_the_index_has_it(site, commit):
    assert "Eerste kop" in reads("/nieuws/bericht/")
    assert "Eerste kop" in reads("/nieuws/")
    commit(lambda: publish(site.item, title="Tweede kop"))
    assert "Tweede kop" in reads("/nieuws/bericht/")
    assert "Eerste kop" in reads("/nieuws/"), "the list is what the index says, and the index is not there yet"
    commit(drain)
    assert "Tweede kop" in reads("/nieuws/")
    assert "Tweede kop" in reads("/zoeken/")


def test_what_is_taken_back_is_gone(site, commit):
    assert "Eerste kop" in reads("/nieuws/bericht/")
    commit(site.item.unpublish)
    assert reads("/nieuws/bericht/") == 404
    commit(drain)
    assert "Eerste kop" not in reads("/nieuws/")


def test_a_page_that_moved_is_no_longer_at_its_old_address(site, commit):
    assert "Eerste kop" in reads("/nieuws/bericht/")
    commit(lambda: publish(site.item, slug="ander-adres"))
    assert reads("/nieuws/bericht/") in {301, 404}
    assert "Eerste kop" in reads("/nieuws/ander-adres/")


def test_the_menu_changes_on_every_page(site, commit):
    assert "Agenda" in reads("/nieuws/bericht/")
    commit(lambda: publish(site.meetings, show_in_menus=False))
    assert ">Agenda<" not in reads("/nieuws/bericht/")


def test_a_term_that_gets_another_name_has_it_on_every_page(site, commit):
    assert "Lezen" in reads("/nieuws/bericht/")
    site.theme.name = "Leesonderwijs"
    commit(site.theme.save)
    assert "Leesonderwijs" in reads("/nieuws/bericht/")


def test_a_draft_changes_nothing_for_readers_and_costs_them_nothing(site, commit, django_assert_num_queries):
    before = reads("/nieuws/bericht/")

    def save_draft():
        site.item.title = "Nog geheim"
        site.item.save_revision()

    commit(save_draft)
    with django_assert_num_queries(0):
        assert reads("/nieuws/bericht/") == before


def test_a_page_behind_a_login_is_not_shown_from_before(site, commit):
    from wagtail.models import PageViewRestriction

    assert "Eerste kop" in reads("/nieuws/bericht/")
    commit(lambda: PageViewRestriction.objects.create(page=site.news, restriction_type="login"))
    assert reads("/nieuws/bericht/") == 302


def test_an_editor_who_is_signed_in_meets_no_kept_page(site, admin_client):
    assert Client().get("/nieuws/bericht/").headers["ETag"]
    assert "ETag" not in admin_client.get("/nieuws/bericht/").headers
