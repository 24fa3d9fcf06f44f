"""``manage.py delivery``."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from delivery.models import MailAddress, OutgoingMail
from delivery.status import is_late
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_waits(happening):
    happening.told_to(UserFactory())
    happening.happens()


def said(*words: str) -> str:
    out = StringIO()
    call_command("delivery", *words, stdout=out)
    return out.getvalue()


def test_it_says_what_waits_since_when_and_what_failed(one_waits):
    OutgoingMail.objects.create(key="wrong", kind=0, state="failed", note="550 onbekend")
    OutgoingMail.objects.filter(state="waiting").update(created_at=timezone.now() - timedelta(hours=3))

    status = said("status")

    assert "waiting: 1\n" in status
    assert "failed: 1\n" in status
    assert "the oldest waits for 3:00:00" in status
    assert "wrong: 550 onbekend" in status


def test_it_sends_what_waits(one_waits):
    assert said("send") == "1 sent, 0 not.\n"
    assert len(mail.outbox) == 1


def test_it_says_that_the_mail_server_is_away(one_waits, over_smtp):
    over_smtp.close()

    with pytest.raises(CommandError, match="is away"):
        said("send")


def test_what_failed_can_wait_again(one_waits):
    OutgoingMail.objects.update(state="failed")

    assert said("again", "--state", "failed") == "1 mails wait again.\n"
    said("send")
    assert len(mail.outbox) == 1


def test_a_sent_mail_cannot_wait_again(one_waits):
    said("send")

    assert said("again", str(OutgoingMail.objects.get().pk)) == "0 mails wait again.\n"


@pytest.mark.parametrize("words", [["again"], ["again", "1", "--state", "failed"], ["again", "one"]])
def test_which_mails_must_be_said(words):
    with pytest.raises(CommandError):
        said(*words)


def test_an_address_can_be_mended():
    MailAddress.objects.create(address="a@school.nl", refusals=9, refused_at=timezone.now())

    assert said("mend", "A@school.nl") == "1 addresses get mail again.\n"
    assert not MailAddress.objects.exists()


def test_mail_that_could_go_and_does_not_is_late(one_waits):
    assert not is_late()
    OutgoingMail.objects.update(not_before=timezone.now() - timedelta(hours=1))
    assert is_late()


def test_mail_that_waits_while_other_mail_goes_is_not_late(one_waits):
    OutgoingMail.objects.update(not_before=timezone.now() - timedelta(hours=1))
    OutgoingMail.objects.create(key="sent", kind=0, state="sent", settled_at=timezone.now())
    assert not is_late()


def test_mail_that_the_mail_server_put_off_is_not_late(one_waits):
    OutgoingMail.objects.update(not_before=timezone.now() - timedelta(hours=1), attempts=2)
    assert not is_late()
