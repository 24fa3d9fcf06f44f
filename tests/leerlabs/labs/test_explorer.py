"""A hidden Leerlab shows nowhere in the editors' room to somebody who may not know of it."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.factories import LeerlabFactory, MembershipFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db

QUESTION = "Besloten overleg Kameleon"


@pytest.fixture
def hidden():
    small_site()
    return LeerlabFactory(visibility="hidden", title=QUESTION)


def in_group(name):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=name))
    return user


def places(leerlab):
    index = leerlab.get_parent()
    return [
        reverse("wagtailadmin_explore", args=[index.pk]),
        reverse("wagtailadmin_pages:search") + "?q=Kameleon",
        reverse("wagtailadmin_choose_page_child", args=[index.pk]),
        reverse("wagtailadmin_choose_page_search") + "?q=Kameleon",
        reverse("wagtailadmin_reports:site_history"),
    ]


def seen_in(client, address):
    return QUESTION in client.get(address, follow=True).content.decode()


@pytest.mark.parametrize("place", range(5))
def test_a_researcher_finds_nothing_of_it(client, hidden, place):
    client.force_login(in_group("Onderzoeker"))

    assert not seen_in(client, places(hidden)[place])


def test_a_researcher_who_takes_part_finds_it(client, hidden):
    researcher = in_group("Onderzoeker")
    MembershipFactory(leerlab=hidden, user=researcher)
    client.force_login(researcher)

    assert seen_in(client, places(hidden)[0])


@pytest.mark.parametrize("place", range(4))
def test_an_editor_finds_it(client, hidden, place):
    client.force_login(in_group("Redacteur"))

    assert seen_in(client, places(hidden)[place])
