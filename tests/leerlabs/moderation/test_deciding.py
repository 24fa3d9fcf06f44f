"""Decisions: by whom, about what, with which reasons; written down for good."""

import uuid

import pytest

from accounts.standing import is_suspended
from delivery.kinds import get
from delivery.models import Event
from leerlabs.models import Decision, DecisionAction, NeverChangedError, Post, Report
from leerlabs.moderation import appealing, deciding
from leerlabs.moderation.deciding import NotPossibleError
from leerlabs.moderation.reporting import Notice, report
from leerlabs.moderation.targets import find
from leerlabs.policy import may
from tests.factories import MembershipFactory, UserFactory


def reported(scene, by=None):
    reporter = by or UserFactory()
    return report(find("post", str(scene.post.pk)), Notice("spam", "Reclame.", uuid.uuid4(), reporter=reporter))


def decide(scene, action, by=None, **kwargs):
    return deciding.decide(
        "post", str(scene.post.pk), DecisionAction(action), by=by or scene.moderator, reason="Huisregel 3.", **kwargs
    )


def shown(scene):
    return Post.objects.get(pk=scene.post.pk).hidden_at is None


def test_hiding_answers_all_reports_at_once(scene):
    reported(scene)
    reported(scene)

    decision = decide(scene, "hide")

    assert not shown(scene)
    assert set(Report.objects.values_list("decision", flat=True)) == {decision.pk}
    assert (decision.decided_by, decision.concerned, decision.reason) == (scene.moderator, scene.author, "Huisregel 3.")


def test_what_was_decided_is_not_decided_again(scene):
    reported(scene)
    decide(scene, "hide")

    with pytest.raises(NotPossibleError):
        decide(scene, "dismiss", by=scene.host)


@pytest.mark.parametrize("who", ["author", "stranger", "other host"])
def test_who_does_not_moderate_there_decides_nothing(scene, who):
    reported(scene)
    people = {"author": scene.author, "stranger": UserFactory(), "other host": UserFactory()}
    MembershipFactory(user=people["other host"], role="host")

    with pytest.raises(NotPossibleError):
        decide(scene, "hide", by=people[who])


def test_nobody_decides_about_oneself(scene):
    MembershipFactory._meta.model.objects.filter(user=scene.author).update(role="moderator")
    reported(scene)

    with pytest.raises(NotPossibleError):
        decide(scene, "dismiss", by=scene.author)


def test_only_editors_suspend(scene):
    reported(scene)
    with pytest.raises(NotPossibleError):
        decide(scene, "suspend", suspended_days=7)

    decision = decide(scene, "suspend", by=scene.editor, suspended_days=7)

    assert is_suspended(scene.author)
    assert decision.until is not None
    assert not may(scene.author, "thread.start", scene.leerlab)
    assert may(scene.author, "leerlab.read", scene.leerlab)


def test_deleting_leaves_nothing_of_the_text(scene):
    reported(scene)

    decide(scene, "delete")

    assert Post.objects.get(pk=scene.post.pk).body == ""


def test_the_author_hears_the_reasons_and_nothing_of_who_reported(scene):
    reporter = UserFactory(email="melder@example.nl")
    reported(scene, by=reporter)

    decide(scene, "hide")

    event = Event.objects.get(kind="leerlabs.decided")
    kind = get(event.kind)
    assert [reason.user_id for reason in kind.audience(event)] == [scene.author.pk]
    message = kind.present(event, scene.author)
    assert "Huisregel 3." in message.text
    assert "melder" not in message.title + message.text


def test_a_report_that_was_wrong_is_no_news_to_the_author(scene):
    reported(scene)

    decide(scene, "dismiss")

    assert shown(scene)
    assert not Event.objects.filter(kind="leerlabs.decided").exists()
    assert Event.objects.filter(kind="leerlabs.report_answered").count() == 1


def test_a_decision_is_never_changed_nor_removed(scene):
    reported(scene)
    decision = decide(scene, "warn")

    decision.reason = "Iets anders."
    for change in (
        decision.save,
        decision.delete,
        lambda: Decision.objects.update(reason="Iets anders."),
        lambda: Decision.objects.all().delete(),
    ):
        with pytest.raises(NeverChangedError):
            change()

    assert Decision.objects.get().reason == "Huisregel 3."


def test_the_log_outlives_who_it_is_about(scene):
    reported(scene)
    decide(scene, "warn")

    scene.author.delete()

    assert Decision.objects.get().concerned is None


def appeal_of_author(scene):
    decision = Decision.objects.get()
    assert appealing.may_appeal(scene.author, decision)
    return appealing.appeal(decision, "Het was geen reclame.", by=scene.author, report=None)


def test_an_appeal_is_decided_by_somebody_else(scene):
    reported(scene)
    decide(scene, "hide")
    appeal = appeal_of_author(scene)
    with pytest.raises(NotPossibleError):
        deciding.decide_appeal(appeal, by=scene.moderator, reverse=False, reason="Nee.")

    outcome = deciding.decide_appeal(appeal, by=scene.host, reverse=True, reason="Je hebt gelijk.")

    assert shown(scene)
    assert (outcome.action, outcome.on_appeal) == ("unhide", appeal)


def test_an_appeal_is_decided_once(scene):
    reported(scene)
    decide(scene, "hide")
    appeal = appeal_of_author(scene)
    deciding.decide_appeal(appeal, by=scene.host, reverse=False, reason="Het blijft.")

    with pytest.raises(NotPossibleError):
        deciding.decide_appeal(appeal, by=scene.editor, reverse=True, reason="Toch niet.")
    assert not shown(scene)


def test_one_appeals_once(scene):
    reported(scene)
    decide(scene, "hide")
    appeal_of_author(scene)

    assert not appealing.may_appeal(scene.author, Decision.objects.get())


def test_who_got_what_they_asked_for_has_nothing_to_appeal(scene):
    reporter = UserFactory()
    reported(scene, by=reporter)

    decision = decide(scene, "hide")

    assert not appealing.may_appeal(reporter, decision)


def test_who_reported_appeals_when_nothing_was_done(scene):
    reporter = UserFactory()
    reported(scene, by=reporter)
    decision = decide(scene, "dismiss")

    assert appealing.may_appeal(reporter, decision)
    appeal = appealing.appeal(decision, "Kijk nog eens.", by=reporter, report=appealing.own_report(reporter, decision))
    deciding.decide_appeal(appeal, by=scene.host, reverse=True, reason="Toch reclame.")

    assert not shown(scene)


def test_a_suspension_ends_when_the_appeal_is_granted(scene):
    reported(scene)
    decide(scene, "suspend", by=scene.editor, suspended_days=30)
    appeal = appeal_of_author(scene)

    deciding.decide_appeal(appeal, by=scene.host, reverse=True, reason="Te streng.")

    assert not is_suspended(scene.author)
