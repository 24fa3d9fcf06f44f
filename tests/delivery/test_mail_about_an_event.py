"""The mail about one event: what is in it, and that nothing which members write becomes a header."""

from __future__ import annotations

import pytest
from django.core import mail
from django.utils import timezone

from delivery import subscriptions, targets
from delivery.kinds import Message
from delivery.models import MailAddress, Notification, OutgoingMail, Preferences
from delivery.sending.worker import send_waiting
from delivery.targets import Target
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

#: What could end a line of a header, or start one.
BREAKING = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x00", "\x85", "\u2028", "\u2029"]


@pytest.fixture
def user():
    return UserFactory(email="juf@school.nl")


@pytest.fixture
def told(happening, user):
    """It concerns this person and has happened."""
    happening.told_to(user)
    happening.happens()
    return happening


def html_of(message) -> str:
    return message.alternatives[0][0]


def test_it_has_text_and_html_with_a_link_to_where_it_is(told, settings):
    send_waiting()

    (message,) = mail.outbox
    assert message.to == ["juf@school.nl"]
    assert message.subject == "Saar antwoordde je"
    for part in (message.body, html_of(message)):
        assert "Goed idee!" in part
        assert f"{settings.SITE_URL}/gesprek/12/#p3" in part


def test_its_styles_are_on_its_elements(told):
    send_waiting()

    assert '<h1 style="' in html_of(mail.outbox[0])


def test_it_says_why_you_get_it_and_how_to_stop(told, monkeypatch):
    monkeypatch.setattr(targets, "_kinds", {"thread": lambda pk, user: Target("Rekenen met breuken", "/gesprek/12/")})

    send_waiting()

    (message,) = mail.outbox
    link = message.extra_headers["List-Unsubscribe"].strip("<>")
    for part in (message.body, html_of(message)):
        assert "Je doet mee aan dit gesprek." in part
        assert "Niets meer horen van “Rekenen met breuken”" in part
        assert link in part
        assert "/account/meldingen/instellingen/" in part


def test_mail_programs_get_a_button_to_stop(told):
    send_waiting()

    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe"].startswith("<http")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_it_speaks_the_language_that_somebody_chose(happening, user):
    from django.utils.translation import gettext_lazy

    Preferences.objects.create(user=user, language="en")
    happening.told_to(user, why=gettext_lazy("Zoeken"))
    happening.happens()

    send_waiting()

    message = mail.outbox[0]
    assert '<html lang="en">' in html_of(message)
    assert Notification.objects.get().why == "Search"
    assert "/en/account/meldingen/instellingen/" in message.body


@pytest.mark.parametrize("breaking", BREAKING)
def test_a_title_cannot_add_a_header(happening, user, breaking):
    happening.message = Message(f"Hoi{breaking}Bcc: iedereen@example.nl", "", "/")
    happening.told_to(user)
    happening.happens()

    send_waiting()

    sent = mail.outbox[0].message()
    assert sent["Bcc"] is None
    assert mail.outbox[0].subject == "Hoi Bcc: iedereen@example.nl"
    assert set(sent.keys()) == {
        "Content-Type",
        "MIME-Version",
        "Subject",
        "From",
        "To",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "References",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
    }


@pytest.mark.parametrize("breaking", BREAKING)
def test_what_it_is_about_cannot_add_a_header(happening, user, breaking):
    happening.told_to(user)
    happening.happens(about=f"thread:1{breaking}X-Kwaad: ja")

    send_waiting()

    assert mail.outbox[0].message()["X-Kwaad"] is None


def test_markup_that_a_member_wrote_is_shown_and_not_used(happening, user):
    happening.message = Message("<b>Hoi</b>", '<script>alert(1)</script><img src="x">', "/")
    happening.told_to(user)
    happening.happens()

    send_waiting()

    html = html_of(mail.outbox[0])
    assert "<script>" not in html
    assert '<img src="x">' not in html
    assert "&lt;b&gt;Hoi&lt;/b&gt;" in html


def test_a_very_long_title_is_cut(happening, user):
    happening.message = Message("lang " * 200, "", "/")
    happening.told_to(user)
    happening.happens()

    send_waiting()

    assert len(mail.outbox[0].subject) <= 150


def dropped_with(told) -> str:
    send_waiting()
    assert mail.outbox == []
    kept = OutgoingMail.objects.get()
    assert kept.state == "dropped"
    return kept.note


def test_it_is_not_sent_to_who_may_not_see_it_any_more(told, user):
    told.hidden_from = {user.pk}
    assert dropped_with(told)


def test_it_is_not_sent_about_what_is_gone(told):
    told.gone = True
    assert dropped_with(told)


def test_it_is_not_sent_to_who_wants_nothing_of_it_any_more(told, user):
    subscriptions.set_level(user, "thread:12", "none")
    assert dropped_with(told)


def test_it_is_not_sent_to_who_wants_no_mail_any_more(told, user):
    Preferences.objects.create(user=user, notifications_by_mail="never")
    assert dropped_with(told)


def test_it_is_not_sent_to_who_has_read_it_on_the_site(told):
    Notification.objects.update(read_at=timezone.now())
    assert dropped_with(told)


def test_it_is_not_sent_to_a_closed_account(told, user):
    user.is_active = False
    user.save()
    assert dropped_with(told)


def test_it_goes_with_the_account(told, user):
    user.delete()
    assert not OutgoingMail.objects.exists()


def test_it_is_not_sent_to_an_address_that_keeps_refusing(told, user):
    MailAddress.objects.create(address=user.email, refusals=3, refused_at=timezone.now())
    assert dropped_with(told)


def test_a_room_that_fails_holds_up_only_its_own_mail(told, user):
    other = UserFactory()
    told.told_to(other)
    told.happens()
    told.fails_for = user

    send_waiting()

    assert [message.to for message in mail.outbox] == [[other.email]]
    assert OutgoingMail.objects.get(user=user).state == "waiting"
