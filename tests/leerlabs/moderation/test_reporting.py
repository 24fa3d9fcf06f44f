"""Notice: anybody can say that something should be looked at, and hears what came of it."""

import re
import uuid

import pytest

from delivery.models import Event, OutgoingMail
from leerlabs.models import DecisionAction, Report
from leerlabs.moderation import deciding, flood
from tests.factories import LeerlabFactory, UserFactory
from tests.leerlabs.moderation.writing import post_by


def notice(**values):
    """What a visitor fills in."""
    return {
        "reason": "spam", "explanation": "Dit is reclame.", "name": "Een ouder", "email": "ouder@example.nl",
        "good_faith": "on", "token": str(uuid.uuid4()), **values,
    }  # fmt: skip


def test_a_member_reports_with_a_reason(scene, client):
    client.force_login(UserFactory())

    answer = client.post(scene.report_url, {"reason": "spam", "token": str(uuid.uuid4())})

    assert answer.status_code == 302
    report = Report.objects.get()
    assert (report.target_key, report.leerlab, report.reporter_email) == (str(scene.post.pk), scene.leerlab, "")
    assert "goedkope toetsen" in report.excerpt


def test_a_visitor_reports_and_gets_an_acknowledgement(scene, client):
    client.post(scene.report_url, notice())

    assert Report.objects.get().reporter_email == "ouder@example.nl"
    mail = OutgoingMail.objects.get(address="ouder@example.nl")
    assert "melding" in mail.subject
    assert "reclame" not in mail.text


@pytest.mark.parametrize("missing", ["email", "explanation", "good_faith", "reason"])
def test_a_visitor_says_why_and_who(scene, client, missing):
    answer = client.post(scene.report_url, notice(**{missing: ""}))

    assert answer.status_code == 200
    assert Report.objects.count() == 0


def test_what_was_typed_is_kept_when_something_is_wrong(scene, client):
    answer = client.post(scene.report_url, notice(email="geen adres"))

    assert "Dit is reclame." in answer.content.decode()


def test_the_same_form_twice_is_one_report(scene, client):
    filled_in = notice()

    client.post(scene.report_url, filled_in)
    client.post(scene.report_url, filled_in)

    assert Report.objects.count() == 1
    assert OutgoingMail.objects.filter(address="ouder@example.nl").count() == 1


def test_a_robot_that_fills_in_everything_is_thanked_and_ignored(scene, client):
    answer = client.post(scene.report_url, notice(homepage="https://spam.example"))

    assert answer.status_code == 302
    assert Report.objects.count() == 0


def test_one_network_reports_so_often_and_no_more(scene, client):
    for _ in range(flood.MOST_AN_HOUR_FROM_A_NETWORK):
        client.post(scene.report_url, notice())

    answer = client.post(scene.report_url, notice())

    assert answer.status_code == 200
    assert Report.objects.count() == flood.MOST_AN_HOUR_FROM_A_NETWORK


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_nobody_reports_what_they_cannot_read(scene, client, visibility):
    closed = LeerlabFactory(visibility=visibility)
    post = post_by(UserFactory(), closed, text="Geheim.")
    client.force_login(UserFactory())

    answer = client.get(f"/leerlabs/melden/post/{post.pk}/")

    assert answer.status_code == 404
    assert "Geheim" not in answer.content.decode()


@pytest.mark.parametrize("address", ["post/999999/", "post/x/", "profile/1/", "page/1/", "attachment/x/"])
def test_what_is_not_there_is_not_found(scene, client, address):
    assert client.get(f"/leerlabs/melden/{address}").status_code == 404


def test_profiles_and_threads_can_be_reported_too(scene, client):
    person = UserFactory()
    for address in (f"profile/{person.uuid}/", f"thread/{scene.post.thread_id}/"):
        assert client.post(f"/leerlabs/melden/{address}", notice()).status_code == 302

    assert set(Report.objects.values_list("target_kind", flat=True)) == {"profile", "thread"}


def test_looking_at_the_form_reports_nothing(scene, client):
    client.get(scene.report_url)
    client.head(scene.report_url)

    assert Report.objects.count() == 0


def test_a_visitor_hears_what_was_decided_why_and_how_to_appeal(scene, client):
    client.post(scene.report_url, notice())

    deciding.decide(
        "post", str(scene.post.pk), DecisionAction.DISMISS, by=scene.moderator, reason="Het is geen reclame."
    )

    mail = OutgoingMail.objects.latest("pk")
    assert mail.address == "ouder@example.nl"
    assert "Het is geen reclame." in mail.text
    link = re.search(r"/leerlabs/bezwaar/met-link/\S+", mail.text).group(0)
    assert client.get(link).status_code == 200
    assert client.post(link, {"text": "Toch wel."}).status_code == 302
    assert Report.objects.get().appeals.get().text == "Toch wel."


def test_moderators_hear_of_a_report(scene, client):
    client.post(scene.report_url, notice())

    assert Event.objects.filter(kind="leerlabs.reported").count() == 1
