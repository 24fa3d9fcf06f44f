"""A corpus of attacks through every field that members fill in."""

import uuid

import pytest
from django.urls import reverse

from leerlabs.models import Attachment, Poll, Thread, ThreadKind
from leerlabs.threads.polls import open_poll
from tests.factories import small_site
from tests.factories.leerlabs import LeerlabFactory
from tests.leerlabs.threads.writing import begin, form, member, say
from tests.site.hostile_text import ATTACKS, assert_harmless


@pytest.fixture
def leerlab(db):
    small_site()
    return LeerlabFactory(slug="lezen")


@pytest.fixture
def saar(leerlab):
    return member(leerlab, "Saar Jansen")


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_a_post_and_a_title(client, leerlab, saar, attack):
    thread = begin(leerlab, saar, attack, title=attack[:150])
    say(thread, saar, attack)

    assert_harmless(client.get(thread.get_absolute_url()).content.decode())


@pytest.mark.parametrize("attack", ATTACKS)
def test_in_a_preview_and_in_the_form_that_comes_back(client, leerlab, saar, attack):
    thread = begin(leerlab, saar)
    client.force_login(saar)

    page = client.post(reverse("leerlabs:reply", args=[leerlab.slug, thread.pk]), form(attack, voorbeeld="1"))

    assert_harmless(page.content.decode())


def test_in_options_of_a_poll(client, leerlab, saar):
    thread = begin(leerlab, saar, kind=ThreadKind.POLL)
    open_poll(thread, ATTACKS, several=True, closes_at=thread.created_at, result_shown="voting")

    assert_harmless(client.get(thread.get_absolute_url()).content.decode())
    assert Poll.objects.get().options.count() == len(ATTACKS)


def test_in_names_of_members_who_write_and_are_mentioned(client, leerlab, saar):
    for number, attack in enumerate(ATTACKS):
        attacker = member(leerlab, f"Naam{number} {attack}"[:80])
        thread = begin(leerlab, attacker, title="Hoi")
        say(thread, saar, f"Dag @Naam{number} {attack}"[:90])

        assert_harmless(client.get(thread.get_absolute_url()).content.decode())


def test_in_names_and_descriptions_of_files(client, leerlab, saar):
    thread = begin(leerlab, saar)
    first = thread.posts.get()
    for attack in ATTACKS:
        Attachment.objects.create(
            leerlab=leerlab, post=first, name=attack[:120].replace("/", "") or "x", description=attack, file="x",
            media_type="image/png", size=1, width=1, height=1, uuid=uuid.uuid4(),
        )  # fmt: skip

    assert_harmless(client.get(thread.get_absolute_url()).content.decode())


def test_in_the_list_of_threads_and_the_history(client, leerlab, saar):
    for attack in ATTACKS:
        begin(leerlab, saar, attack, title=attack[:150])
    client.force_login(saar)
    for thread in Thread.objects.all():
        post = thread.posts.get()
        edit = reverse("leerlabs:edit", args=[leerlab.slug, thread.pk, post.pk])
        client.post(edit, form("Anders", version="1", title="Anders"))

        history = reverse("leerlabs:history", args=[leerlab.slug, thread.pk, post.pk])
        assert_harmless(client.get(history).content.decode())
    assert_harmless(client.get(leerlab.url).content.decode())
