"""The demo of the learning community: loaded as it is written, once, and without telling anybody."""

import pytest
from django.core import mail
from django.core.management import call_command

from delivery.models import Event, Notification, OutgoingMail
from editorial.demonstration.rows import Tally
from leerlabs.demo.loading import load
from leerlabs.models import LeerlabPage, Post, PostText, Thread
from search.models import IndexOutboxEntry
from tests.home.demo.database_digest import digest

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("demo")]


def test_a_second_load_changes_nothing():
    before = digest()
    tally = Tally()

    load(tally)

    assert digest() == before
    assert (tally.made, tally.changed) == (0, 0)


def test_a_second_load_leaves_no_work_for_the_index():
    IndexOutboxEntry.objects.all().delete()

    load(Tally())

    assert not IndexOutboxEntry.objects.exists()


def test_nobody_was_told_anything():
    assert mail.outbox == []
    assert not OutgoingMail.objects.exists()
    assert not Event.objects.exists()
    assert not Notification.objects.exists()


def test_a_visitors_reply_stays_when_the_demo_is_loaded_again(django_user_model):
    thread = Thread.objects.order_by("pk").first()
    visitor = django_user_model.objects.create_user("visitor@example.org")
    reply = Post.objects.create(thread=thread, number=thread.post_count + 1, author=visitor, source="x", body="x")

    load(Tally())

    assert Post.objects.filter(pk=reply.pk).exists()


def test_the_command_says_what_it_loaded(capsys):
    call_command("demo", "load")

    assert "Leerlabs: 0 made, 0 changed" in capsys.readouterr().out


def test_every_post_can_be_searched():
    assert PostText.objects.count() == Post.objects.count()


def test_every_leerlab_satisfies_its_own_rules():
    for lab in LeerlabPage.objects.all():
        lab.full_clean()
        assert lab.live_revision_id == lab.latest_revision_id is not None
