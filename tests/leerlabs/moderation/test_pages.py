"""The queue, a case and the log, for whom they are."""

import uuid

import pytest

from leerlabs.models import Decision
from leerlabs.moderation.reporting import Notice, report
from leerlabs.moderation.targets import find
from tests.factories import LeerlabFactory, MembershipFactory, UserFactory
from tests.leerlabs.moderation.writing import post_by


@pytest.fixture
def case(scene):
    report(find("post", str(scene.post.pk)), Notice("spam", "Reclame.", uuid.uuid4(), reporter=UserFactory()))
    return scene


def test_a_moderator_finds_and_decides_a_case(case, client):
    client.force_login(case.moderator)
    assert "goedkope toetsen" in client.get(f"/leerlabs/{case.leerlab.slug}/meldingen/").content.decode()
    assert "Reclame." in client.get(case.case_url).content.decode()

    answer = client.post(case.case_url, {"action": "hide", "reason": "Huisregel 3."}, follow=True)

    assert answer.status_code == 200
    assert Decision.objects.get().action == "hide"
    log = client.get(f"/leerlabs/{case.leerlab.slug}/meldingen/logboek/").content.decode()
    assert ("Huisregel 3." in log, f'href="{case.case_url}"' in log) == (True, True)


def test_the_form_says_what_follows_from_each_decision(case, client):
    client.force_login(case.moderator)

    assert "de tekst is voorgoed weg" in client.get(case.case_url).content.decode()


def test_a_decision_without_a_reason_is_refused(case, client):
    client.force_login(case.moderator)

    answer = client.post(case.case_url, {"action": "hide", "reason": ""})

    assert answer.status_code == 200
    assert not Decision.objects.exists()


def test_a_moderator_elsewhere_sees_nothing_of_it(case, client):
    stranger = UserFactory()
    MembershipFactory(user=stranger, role="moderator", leerlab=LeerlabFactory())
    client.force_login(stranger)

    assert client.get(case.case_url).status_code == 404
    assert "goedkope toetsen" not in client.get("/leerlabs/moderatie/").content.decode()
    assert client.get(f"/leerlabs/{case.leerlab.slug}/meldingen/").status_code == 403


def test_an_editor_sees_the_queue_of_all_and_of_profiles(case, client):
    person = UserFactory()
    report(find("profile", str(person.uuid)), Notice("other", "Nep.", uuid.uuid4(), reporter=UserFactory()))
    hidden = LeerlabFactory(visibility="hidden", title="Stille kring")
    post = post_by(UserFactory(), hidden, text="Iets ergs.")
    member = UserFactory()
    MembershipFactory(user=member, leerlab=hidden)
    report(find("post", str(post.pk)), Notice("other", "Erg.", uuid.uuid4(), reporter=member))
    client.force_login(case.editor)

    text = client.get("/leerlabs/moderatie/").content.decode()

    assert ("goedkope toetsen" in text, "Iets ergs." in text, str(person.uuid) in text) == (True, True, True)


def test_who_moderates_nothing_has_no_queue(case, client):
    client.force_login(case.author)

    assert client.get("/leerlabs/moderatie/").status_code == 403


def test_the_queue_takes_no_more_queries_for_more_cases(case, client, django_assert_max_num_queries):
    client.force_login(case.moderator)
    for number in range(8):
        post = post_by(case.author, case.leerlab, text=f"Nog een {number}")
        report(find("post", str(post.pk)), Notice("spam", "", uuid.uuid4(), reporter=UserFactory()))

    client.get(f"/leerlabs/{case.leerlab.slug}/meldingen/")

    with django_assert_max_num_queries(15):
        client.get(f"/leerlabs/{case.leerlab.slug}/meldingen/")


def test_somebody_else_does_not_read_a_decision_about_another(case, client):
    client.force_login(case.moderator)
    client.post(case.case_url, {"action": "hide", "reason": "Huisregel 3."})
    client.force_login(UserFactory())

    assert client.get(f"/leerlabs/bezwaar/{Decision.objects.get().pk}/").status_code == 404
