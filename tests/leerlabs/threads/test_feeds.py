"""A personal feed: secret, revocable, and under the policy of the moment."""

from urllib.parse import urlsplit

import feedparser
import pytest
from django.urls import reverse
from django.utils import timezone

from leerlabs.models import FeedAddress, Post
from tests.factories import UserFactory
from tests.factories.leerlabs import LeerlabFactory
from tests.leerlabs.threads.writing import begin, say


@pytest.fixture
def address(as_saar):
    page = as_saar.post(reverse("leerlabs:feed_address"), {"maak": "1"}).content.decode()
    as_saar.logout()
    return urlsplit(page.split('id="adres" readonly value="')[1].split('"')[0]).path


def entries(client, address):
    answer = client.get(address)
    return feedparser.parse(answer.content).entries if answer.status_code == 200 else answer.status_code


def test_it_has_the_latest_posts_of_ones_leerlabs(client, saar, thread, address):
    say(thread, saar, "Het allernieuwste.")
    begin(LeerlabFactory(), UserFactory(), "Van een ander Leerlab.")

    found = entries(client, address)

    assert [entry.summary for entry in found] == ["<p>Het allernieuwste.</p>", "<p>Hoe doen jullie dat?</p>"]
    assert found[0].author == "Saar Jansen"


def test_who_left_the_leerlab_reads_nothing_any_more(client, saar, leerlab, thread, address):
    leerlab.memberships.filter(user=saar).update(state="left", left_at=timezone.now())

    assert entries(client, address) == []


def test_what_is_hidden_is_not_in_it(client, thread, address):
    Post.objects.update(hidden_at=timezone.now())

    assert entries(client, address) == []


def test_an_address_that_was_withdrawn_does_not_exist(client, saar, thread, address):
    client.force_login(saar)
    client.post(reverse("leerlabs:feed_address"), {"stop": "1"})
    client.logout()

    assert entries(client, address) == 404


def test_a_new_address_ends_the_old_one(client, saar, thread, address):
    client.force_login(saar)
    client.post(reverse("leerlabs:feed_address"), {"maak": "1"})
    client.logout()

    assert entries(client, address) == 404


def test_nobody_keeps_it_and_no_engine_finds_it(client, thread, address):
    answer = client.get(address)

    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_the_secret_itself_is_not_kept(address):
    token = address.rstrip("/").rsplit("/", 1)[1]

    assert token not in FeedAddress.objects.get().token_hash
