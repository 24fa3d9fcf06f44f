"""The dashboard shows what was searched in vain."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.groups import CHIEF_EDITOR, EDITOR
from search.models import SearchCount
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def searched(query, days_ago=0, searches=3, without_result=3):
    day = timezone.localdate() - timedelta(days=days_ago)
    SearchCount.objects.create(day=day, query=query, searches=searches, without_result=without_result)


def dashboard(group=CHIEF_EDITOR):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_what_found_nothing_is_named_with_the_way_to_a_synonym():
    searched("wiebelkruk")
    html = dashboard()
    assert "wiebelkruk" in html
    assert f"{reverse('synoniemen:add')}?zoekvraag=wiebelkruk" in html


def test_what_found_something_is_not_named():
    searched("lezen", without_result=0)
    assert "lezen</td>" not in dashboard()


def test_days_are_added_up_and_the_most_frequent_comes_first():
    searched("eens per dag", days_ago=1, without_result=2)
    searched("eens per dag", without_result=2)
    searched("een keer", without_result=3)
    html = dashboard()
    assert html.index("eens per dag") < html.index("een keer")


def test_what_was_long_ago_is_left_out():
    searched("vroeger", days_ago=60)
    assert "vroeger" not in dashboard()


def test_who_does_not_keep_synonyms_does_not_see_it():
    searched("wiebelkruk")
    assert "wiebelkruk" not in dashboard(EDITOR)
