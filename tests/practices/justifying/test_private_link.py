"""A private link: whoever has it has all of it, and nobody else has anything."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from accounts import retention
from organisations.tokens import new_token
from practices.justifying.models import Justification
from tests.accounts.traces import traces_of
from tests.organisations.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(linked, token):
    return f"/verantwoording/link/{token}/"


def test_only_a_hash_of_it_is_kept(linked, token, url, client):
    client.get(url)
    assert traces_of(token) == []


@pytest.mark.parametrize("part", ["", "schrijven/", "pdf/", "weggooien/"])
def test_a_link_that_nobody_was_given_finds_nothing(client, linked, part):
    assert client.get(f"/verantwoording/link/{new_token()}/{part}").status_code == 404


def test_its_number_does_not_open_it(client, linked, teacher):
    assert signed_in(teacher).get(linked.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("part", ["", "schrijven/", "pdf/", "weggooien/"])
def test_no_cache_keeps_it_and_no_search_engine_finds_it(client, url, part):
    answer = client.get(url + part)
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "same-origin"


def test_a_second_visitor_is_not_served_the_first_ones_page(url):
    first, second = Client().get(url), Client().get(url)
    assert first.cookies["csrftoken"].value != second.cookies["csrftoken"].value


def test_a_new_address_ends_the_old_one(client, url):
    new = client.post(f"{url}nieuw-adres/")["Location"]
    assert client.get(url).status_code == 404
    assert client.get(new).status_code == 200


def test_who_has_it_can_throw_it_away(client, url):
    client.post(f"{url}weggooien/")
    assert not Justification.objects.exists()
    assert client.get(url).status_code == 404


def test_asking_to_throw_it_away_throws_nothing_away(client, url):
    assert client.get(f"{url}weggooien/").status_code == 200
    assert Justification.objects.count() == 1


def test_a_member_takes_it_into_the_account_and_the_link_ends(client, linked, url, teacher):
    answer = signed_in(teacher).post(f"{url}bewaren/")
    linked.refresh_from_db()
    assert linked.owner == teacher
    assert answer["Location"] == linked.get_absolute_url()
    assert client.get(url).status_code == 404


def test_a_visitor_who_wants_to_keep_it_signs_in_first(client, linked, url):
    assert "/account/inloggen/" in client.post(f"{url}bewaren/")["Location"]
    linked.refresh_from_db()
    assert linked.owner is None


def changed(row, days_ago):
    Justification.objects.filter(pk=row.pk).update(changed_at=timezone.now() - dt.timedelta(days=days_ago))


def test_after_its_time_it_goes_and_what_has_an_account_stays(linked, kept, settings):
    settings.KEEP_LINKED_JUSTIFICATIONS_DAYS = 30
    changed(linked, 31)
    changed(kept, 31)
    assert retention.carry_out_all()["linked_justifications"] == 1
    assert list(Justification.objects.all()) == [kept]


def test_it_stays_as_long_as_somebody_writes_in_it(linked, settings):
    settings.KEEP_LINKED_JUSTIFICATIONS_DAYS = 30
    changed(linked, 29)
    retention.carry_out_all()
    assert Justification.objects.exists()
