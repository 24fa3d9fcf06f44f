"""One mail outside the notifications."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.template import TemplateDoesNotExist
from django.utils import timezone

from delivery import direct
from delivery.models import MailAddress, OutgoingMail
from delivery.sending.worker import send_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def templates(settings, tmp_path):
    (tmp_path / "invite_subject.txt").write_text("Kom je ook,\n{{ name }}?\n")
    (tmp_path / "invite_message.txt").write_text("Hallo {{ name }},\n\nKlik op {{ site_url }}/erbij/")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]


def invite(key: str = "1", name: str = "Saar", **more) -> None:
    direct.send("saar@school.nl", "invite", {"name": name}, key, **more)


def test_it_is_sent_with_text_and_html_made_of_the_text(settings):
    invite()

    send_waiting()

    (message,) = mail.outbox
    assert message.subject == "Kom je ook, Saar?"
    assert message.body.startswith("Hallo Saar,")
    assert f'href="{settings.SITE_URL}/erbij/"' in message.alternatives[0][0]


def test_asked_twice_with_one_key_it_is_sent_once():
    invite()
    send_waiting()
    invite()
    send_waiting()

    assert len(mail.outbox) == 1


def test_a_name_cannot_add_a_header():
    invite(name="Saar\r\nBcc: iedereen@example.nl")

    send_waiting()

    assert mail.outbox[0].message()["Bcc"] is None


@pytest.mark.parametrize("address", ["geen adres", "a@b.nl\nBcc: c@d.nl", "a@b.nl, c@d.nl", ""])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValidationError):
        direct.send(address, "invite", {}, "1")


def test_missing_templates_are_found_at_once():
    with pytest.raises(TemplateDoesNotExist):
        direct.send("saar@school.nl", "unknown", {}, "1")


def test_what_it_said_is_wiped_once_it_is_sent():
    invite()
    send_waiting()

    assert OutgoingMail.objects.values_list("text", "html").get() == ("", "")


def test_after_its_use_it_is_not_sent_and_wiped():
    invite(useful_for=timedelta(minutes=15))
    OutgoingMail.objects.update(useful_until=timezone.now() - timedelta(seconds=1))

    send_waiting()

    assert mail.outbox == []
    assert OutgoingMail.objects.values_list("state", "text").get() == ("dropped", "")


def test_it_goes_before_notifications_that_were_there_first(happening):
    from tests.factories import UserFactory

    user = UserFactory()
    happening.told_to(user)
    happening.happens()
    invite()

    send_waiting(most=1)

    assert [message.to for message in mail.outbox] == [["saar@school.nl"]]


def test_it_is_tried_at_an_address_that_refused_before():
    MailAddress.objects.create(address="saar@school.nl", refusals=9, refused_at=timezone.now())
    invite()

    send_waiting()

    assert len(mail.outbox) == 1


def test_it_speaks_the_language_that_was_asked_for():
    invite(language="en")

    send_waiting()

    assert '<html lang="en">' in mail.outbox[0].alternatives[0][0]
