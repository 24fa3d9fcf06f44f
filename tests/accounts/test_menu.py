"""The menu of one's own account."""

import pytest
from django.test import Client

from accounts import menu
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_every_page_between_the_overview_and_leaving_stands_in_a_group_with_a_name():
    first, *between, last = menu.groups(UserFactory())

    assert [item.url_name for item in (*first.items, *last.items)] == ["accounts:overview", "account_logout"]
    assert [group.name for group in between] == list(menu.GROUPS.values())


def test_the_overview_leads_to_every_page_and_the_other_pages_back_to_it():
    client, member = Client(), UserFactory()
    client.force_login(member)

    overview = client.get("/account/").content.decode()
    profile = client.get("/account/profiel/").content.decode()

    assert all(f'href="{item.url}"' in overview for group in menu.groups(member) for item in group.items)
    assert 'class="own-account__back" href="/account/"' in profile
