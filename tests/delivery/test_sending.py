"""What becomes of a mail at a mail server that takes, refuses, breaks off or is away. The server is a real one."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from delivery.models import MailAddress, OutgoingMail
from delivery.sending import handover, states
from delivery.sending.worker import MailWorker, next_wait, send_waiting
from tasks import heartbeat
from tests.delivery.mail_server import BREAK
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mails(happening):
    """Make so many people whom it concerns, and it happens."""

    def make(*addresses: str) -> None:
        happening.told_to(*(UserFactory(email=address) for address in addresses))
        happening.happens()

    return make


def states_of_all() -> dict[str, str]:
    return dict(OutgoingMail.objects.values_list("user__email", "state"))


def nobody_waits_any_longer() -> None:
    OutgoingMail.objects.filter(state="waiting").update(not_before=timezone.now())


def test_a_batch_goes_over_one_connection(over_smtp, mails):
    mails("a@school.nl", "b@school.nl", "c@school.nl")

    assert send_waiting().sent == 3

    assert over_smtp.recipients() == {"a@school.nl": 1, "b@school.nl": 1, "c@school.nl": 1}
    assert over_smtp.connections == 1


def test_what_arrives_is_what_was_written(over_smtp, happening):
    from delivery.kinds import Message

    text = ".een punt voorop\n..twee\nÉn één 😀\n" + "lang " * 400
    happening.message = Message("Titel met é", text, "/")
    happening.told_to(UserFactory())
    happening.happens()

    send_waiting()

    message = over_smtp.received[0].message
    body = message.get_body(("plain",)).get_content()
    assert message["Subject"] == "Titel met é"
    for line in text.splitlines():
        assert line.strip() in body
    assert message["Message-ID"] == OutgoingMail.objects.get().message_id


def test_an_address_that_does_not_exist_is_noted_and_not_tried_again(over_smtp, mails):
    over_smtp.on_recipient = lambda address: "550 5.1.1 onbekend" if address == "weg@school.nl" else "250 goed"
    mails("weg@school.nl", "hier@school.nl")

    send_waiting()
    nobody_waits_any_longer()
    send_waiting()

    assert over_smtp.recipients() == {"hier@school.nl": 1}
    assert states_of_all() == {"weg@school.nl": "failed", "hier@school.nl": "sent"}
    assert MailAddress.objects.values_list("address", "refusals").get() == ("weg@school.nl", 1)


def test_an_address_that_keeps_refusing_gets_no_mail_any_more(over_smtp, happening, settings):
    settings.DELIVERY_REFUSALS_BEFORE_SPARED = 2
    asked = []
    over_smtp.on_recipient = lambda address: asked.append(address) or "550 5.1.1 onbekend"
    happening.told_to(UserFactory(email="weg@school.nl"))
    for _time in range(3):
        happening.happens()
        send_waiting()

    assert len(asked) == 2
    assert list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True)) == ["failed", "failed", "dropped"]


def test_an_address_that_takes_mail_again_is_no_longer_counted(over_smtp, mails):
    MailAddress.objects.create(address="a@school.nl", refusals=2, refused_at=timezone.now())
    mails("a@school.nl")

    send_waiting()

    assert not MailAddress.objects.exists()


def test_a_rule_of_the_mail_server_is_not_held_against_the_address(over_smtp, mails):
    over_smtp.on_recipient = lambda address: "554 5.7.1 van jullie niet"
    mails("a@school.nl")

    send_waiting()

    assert states_of_all() == {"a@school.nl": "failed"}
    assert not MailAddress.objects.exists()


def test_a_refused_text_fails_its_mail_and_no_other(over_smtp, mails):
    over_smtp.on_mail = lambda mail: "554 5.6.0 te gek" if mail.recipient == "a@school.nl" else "250 goed"
    mails("a@school.nl", "b@school.nl")

    send_waiting()

    assert states_of_all() == {"a@school.nl": "failed", "b@school.nl": "sent"}


@pytest.mark.parametrize("moment", ["on_recipient", "on_data", "on_mail"])
def test_not_now_means_later_and_once(over_smtp, mails, moment):
    usual = getattr(over_smtp, moment)
    setattr(over_smtp, moment, lambda *asked: "451 4.3.0 druk")
    mails("a@school.nl")

    send_waiting()

    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.attempts) == ("waiting", 1)
    assert mail.not_before > timezone.now() + timedelta(seconds=50)

    setattr(over_smtp, moment, usual)
    nobody_waits_any_longer()
    send_waiting()
    assert over_smtp.recipients() == {"a@school.nl": 1}


def test_waiting_grows_to_hours():
    waits = [states.wait_before_next(attempts) for attempts in (1, 2, 3, 4, 5, 50)]

    minutes = [wait.total_seconds() / 60 for wait in waits]
    assert minutes == [1, 4, 16, 64, 240, 240]


def test_what_could_not_be_sent_for_days_is_given_up(over_smtp, mails, settings):
    over_smtp.on_recipient = lambda address: "451 4.3.0 druk"
    mails("a@school.nl")
    OutgoingMail.objects.update(created_at=timezone.now() - timedelta(days=settings.DELIVERY_GIVE_UP_DAYS, hours=1))

    send_waiting()

    assert states_of_all() == {"a@school.nl": "failed"}


def test_a_mail_server_that_is_away_for_hours_costs_no_mail_and_no_attempt(over_smtp, mails):
    mails("a@school.nl", "b@school.nl")
    over_smtp.close()
    for _hour in range(4):
        assert send_waiting().server_away
        OutgoingMail.objects.update(created_at=timezone.now() - timedelta(hours=_hour))

    assert set(OutgoingMail.objects.values_list("state", "attempts")) == {("waiting", 0)}

    over_smtp.open()
    send_waiting()
    send_waiting()
    assert over_smtp.recipients() == {"a@school.nl": 1, "b@school.nl": 1}


@pytest.mark.parametrize("greeting", ["421 even niet", "554 jullie niet"])
def test_a_mail_server_that_lets_nobody_in_is_away(over_smtp, mails, greeting):
    over_smtp.greeting = greeting
    mails("a@school.nl")

    assert send_waiting().server_away
    assert states_of_all() == {"a@school.nl": "waiting"}


def test_a_mail_server_that_does_not_take_our_sender_is_away(over_smtp, mails):
    over_smtp.on_sender = lambda sender: "530 5.7.0 eerst inloggen"
    mails("a@school.nl")

    assert send_waiting().server_away
    assert states_of_all() == {"a@school.nl": "waiting"}


@pytest.mark.parametrize("moment", ["on_recipient", "on_data"])
def test_a_connection_that_breaks_before_the_end_of_the_mail_loses_nothing(over_smtp, mails, moment):
    usual = getattr(over_smtp, moment)
    broken = []

    def break_once(*asked: str) -> str:
        if not broken:
            broken.append(True)
            return BREAK
        return usual(*asked)

    setattr(over_smtp, moment, break_once)
    mails("a@school.nl", "b@school.nl")

    send_waiting()
    nobody_waits_any_longer()
    send_waiting()

    assert over_smtp.recipients() == {"a@school.nl": 1, "b@school.nl": 1}


def test_without_an_answer_to_the_whole_mail_it_is_never_sent_again_by_itself(over_smtp, mails):
    over_smtp.takes_before_answering = True
    over_smtp.on_mail = lambda mail: BREAK if mail.recipient == "a@school.nl" else "250 goed"
    mails("a@school.nl", "b@school.nl")

    send_waiting()
    nobody_waits_any_longer()
    send_waiting()

    assert over_smtp.recipients() == {"a@school.nl": 1, "b@school.nl": 1}
    assert states_of_all() == {"a@school.nl": "uncertain", "b@school.nl": "sent"}


def test_somebody_may_decide_to_send_an_uncertain_mail_again_as_the_same_mail(over_smtp, mails):
    over_smtp.takes_before_answering = True
    over_smtp.on_mail = lambda mail: BREAK
    mails("a@school.nl")
    send_waiting()
    over_smtp.on_mail = lambda mail: "250 goed"

    assert states.again(state="uncertain") == 1
    send_waiting()

    assert len({mail.message["Message-ID"] for mail in over_smtp.received}) == 1
    assert states_of_all() == {"a@school.nl": "sent"}


def test_what_a_dead_worker_had_claimed_is_sent_by_another(over_smtp, mails):
    mails("a@school.nl")
    states.claim("dead", 10)
    OutgoingMail.objects.update(claimed_at=timezone.now() - timedelta(hours=1))

    assert states.take_back_lost() == 1
    send_waiting()

    assert over_smtp.recipients() == {"a@school.nl": 1}


def test_what_a_living_worker_has_is_left_alone(mails):
    mails("a@school.nl")
    heartbeat.beat("alive")
    states.claim("alive", 10)
    OutgoingMail.objects.update(claimed_at=timezone.now() - timedelta(hours=1))

    assert states.take_back_lost() == 0


def test_what_a_dead_worker_was_handing_over_is_uncertain(mails):
    mails("a@school.nl")
    (mail,) = states.claim("dead", 10)
    states.begin_handing_over(mail)
    OutgoingMail.objects.update(claimed_at=timezone.now() - timedelta(hours=1))

    states.take_back_lost()

    assert states_of_all() == {"a@school.nl": "uncertain"}


def test_a_worker_that_was_taken_for_dead_hands_nothing_over_any_more(over_smtp, mails):
    mails("a@school.nl")
    (mail,) = states.claim("slow", 10)
    OutgoingMail.objects.update(claimed_at=timezone.now() - timedelta(hours=1))
    states.take_back_lost()

    assert states.begin_handing_over(mail) is False


def test_an_answer_that_came_after_all_settles_an_uncertain_mail(mails):
    mails("a@school.nl")
    (mail,) = states.claim("slow", 10)
    states.begin_handing_over(mail)
    OutgoingMail.objects.update(claimed_at=timezone.now() - timedelta(hours=1))
    states.take_back_lost()

    assert states.sent(mail) is True
    assert states_of_all() == {"a@school.nl": "sent"}


def test_a_mail_that_was_taken_over_is_broken_off_before_its_end(over_smtp, mails, monkeypatch):
    mails("a@school.nl")
    monkeypatch.setattr(states, "begin_handing_over", lambda mail: False)

    send_waiting(most=1)

    assert over_smtp.received == []


def test_told_to_stop_the_rest_is_given_back(over_smtp, mails):
    from delivery.sending.batch import send_batch

    mails("a@school.nl", "b@school.nl", "c@school.nl")
    claimed = states.claim("worker", 10)

    send_batch(claimed, stopped=lambda: len(over_smtp.received) == 1)

    assert sorted(states_of_all().values()) == ["sent", "waiting", "waiting"]


def test_the_wait_for_a_mail_server_grows_to_a_quarter_of_an_hour():
    waits = [0.0]
    while len(waits) < 15:
        waits.append(next_wait(waits[-1]))

    assert waits[1:4] == [2, 4, 8]
    assert waits[-1] == 900


def test_another_backend_says_only_whether_it_worked(mails, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mails("a@school.nl")

    assert isinstance(handover.open_handover(), handover.ThroughBackend)
    assert send_waiting().sent == 1


def test_that_a_mail_was_sent_is_noted_also_when_the_database_is_away_for_a_moment(over_smtp, mails, monkeypatch):
    sent, failures = states.sent, []

    def fail_once(mail: OutgoingMail) -> bool:
        if not failures:
            failures.append(mail)
            raise OperationalError("gone away")
        return sent(mail)

    monkeypatch.setattr(states, "sent", fail_once)
    mails("a@school.nl")

    send_waiting()

    assert failures
    assert states_of_all() == {"a@school.nl": "sent"}


def test_after_trouble_with_the_database_a_worker_leaves_what_it_had_to_others(monkeypatch):
    worker = MailWorker(threading.Event())
    before = worker.id

    def fail(*asked: object) -> None:
        raise OperationalError("gone away")

    monkeypatch.setattr(states, "claim", fail)

    assert worker._once() > 0
    assert worker.id != before
