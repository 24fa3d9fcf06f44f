"""What stands in the menus of every page, and in that of one's own account, for whom it is there."""

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from keeping.models import DossierIndexPage
from tests.factories import InsightFactory, PersonFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db

FOOTER_LINK = '<a href="/dossiers/">Dossiers</a>'


@pytest.fixture
def site():
    cache.clear()
    return small_site()


@pytest.fixture
def dossiers(site):
    return site.home.add_child(instance=DossierIndexPage(title="Dossiers", slug="dossiers", show_in_menus=False))


def shown(client, address="/nieuws/"):
    return client.get(address).content.decode()


def test_readers_find_the_dossiers_at_the_foot_of_every_page(client, dossiers):
    assert shown(client).count(FOOTER_LINK) == 1
    assert shown(client, "/en/nieuws/").count('<a href="/en/dossiers/">') == 1


def test_dossiers_that_not_everyone_may_see_stand_in_no_menu(client, dossiers):
    PageViewRestriction.objects.create(page=dossiers, restriction_type=PageViewRestriction.LOGIN)
    assert FOOTER_LINK not in shown(client)


def test_dossiers_in_the_main_menu_stand_at_the_foot_once(client, dossiers):
    dossiers.show_in_menus = True
    dossiers.save_revision().publish()
    page = shown(client)
    assert page.partition("site-footer__list")[2].partition("</ul>")[0].count(FOOTER_LINK) == 1


def test_who_keeps_pages_is_told_of_the_dossiers(client, dossiers):
    client.force_login(UserFactory())
    assert "Bekijk de dossiers" in shown(client, "/account/bewaard/")


class TestNakijken:
    LINK = 'href="/account/nakijken/"'

    def test_it_is_of_no_use_to_who_looks_after_nothing(self, client, site):
        client.force_login(UserFactory())
        assert self.LINK not in shown(client, "/account/")

    def test_who_made_a_page_finds_it_in_the_menu_of_the_account(self, client, site):
        user = UserFactory()
        InsightFactory(parent=site.insights, owner=user)
        client.force_login(user)
        assert self.LINK in shown(client, "/account/")

    def test_so_does_who_is_on_record_as_a_person_to_ask(self, client, site):
        user = UserFactory()
        PersonFactory(user=user)
        client.force_login(user)
        assert self.LINK in shown(client, "/account/bewaard/")
