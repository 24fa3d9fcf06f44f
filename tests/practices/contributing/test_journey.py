"""From a member's first words to a page on the site, with the editors in between."""

import pytest
from wagtail.models import Comment, WorkflowState

from delivery.models import Event
from editorial.contributing.following import Stage, reply
from practices.contributing import following, saving, sending
from practices.contributing.steps import BY_CODE
from practices.models import PracticePage, Submission

pytestmark = pytest.mark.django_db


def page_of(submission):
    return PracticePage.objects.get(pk=submission.page_id).get_latest_revision_as_object()


def task_of(submission):
    return PracticePage.objects.get(pk=submission.page_id).current_workflow_task_state


def save(submission, code, **changes):
    """What the member saves after looking at the step as it is shown now."""
    submission = Submission.objects.get(pk=submission.pk)
    shown = saving.now_shown(submission)
    posted = {name: shown.answers.get(name, "") for name in BY_CODE[code].form.names} | changes
    version = submission.versions.get(code, 0)
    return saving.save_step(submission, BY_CODE[code], posted, version, shown.seen)


def edit_as_editor(submission, editor, **changes):
    page = page_of(submission)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(user=editor, clean=False)


def events(kind):
    return list(Event.objects.filter(kind=kind))


def test_what_is_sent_in_is_a_draft_in_the_editors_workflow(sent, member):
    page = page_of(sent)

    assert not page.live
    assert (page.title, page.duration, page.evidence) == ("Hardop denken", "6 weken", "zelf_gemeten")
    assert page.result == "<p>Ze <b>begrepen</b> meer.</p>"
    assert page.materials == "<ul><li>boeken</li><li>stiften</li></ul>"
    assert [block.value["title"] for block in page.approach] == ["Voordoen", "Nadoen"]
    assert [theme.slug for theme in page.themes.all()] == ["lezen"]
    assert page.owner == member
    assert following.stage_of(sent) == Stage.IN_REVIEW


def test_the_member_is_credited_with_their_organisation(sent, member):
    (author,) = page_of(sent).page_authors.all()

    assert author.person.user == member
    assert author.person.name == "Saar van den Berg"
    assert author.affiliation == "De Wegwijzer"


def test_the_editors_hear_which_school_the_member_named(sent):
    (comment,) = Comment.objects.filter(page_id=sent.page_id)

    assert "De Wegwijzer" in comment.text
    assert events("practice_commented") == []


def test_sending_in_without_all_that_is_needed_names_what_is_missing(site, member):
    submission = Submission.objects.create(contributor=member, answers={"title": "Iets"})

    with pytest.raises(sending.NotReadyError) as refused:
        sending.send(submission, member)

    assert "title" not in refused.value.missing
    assert {"summary", "steps", "themes", "licence_agreed"} <= set(refused.value.missing)
    assert not PracticePage.objects.exists()


def test_sending_in_twice_is_sending_in_once(sent, member):
    before = PracticePage.objects.get(pk=sent.page_id).latest_revision_id

    sending.send(sent, member)

    assert PracticePage.objects.count() == 1
    assert PracticePage.objects.get(pk=sent.page_id).latest_revision_id == before
    assert WorkflowState.objects.count() == 1


def test_a_return_is_told_with_its_reason_and_goes_on_after_the_member_changed_the_text(sent, member, editor):
    task_of(sent).reject(user=editor, comment="Vertel meer over de toets.")

    assert following.stage_of(sent) == Stage.RETURNED
    assert [state.comment for state in following.returned_with(sent)] == ["Vertel meer over de toets."]
    (event,) = events("practice_returned")
    assert event.data["text"] == "Vertel meer over de toets."

    save(sent, "resultaat", measured_how="Met de toets van groep 5, voor en na.")
    sending.send(sent, member)

    assert page_of(sent).measured_how == "<p>Met de toets van groep 5, voor en na.</p>"
    assert following.stage_of(Submission.objects.get(pk=sent.pk)) == Stage.IN_REVIEW


def test_a_text_that_is_sent_again_during_review_is_asked_for_anew(sent, member):
    first = task_of(sent).pk
    save(sent, "doel", goal="Veel beter begrijpen.")

    sending.send(sent, member)

    again = task_of(sent)
    assert again.pk != first
    assert again.revision_id == PracticePage.objects.get(pk=sent.page_id).latest_revision_id


def test_a_comment_is_told_and_answered_in_place(sent, member, editor):
    comment = Comment.objects.create(page_id=sent.page_id, user=editor, text="Welke toets?", contentpath="measured_how")

    (event,) = events("practice_commented")
    assert event.data["text"] == "Welke toets?"
    remark = next(one for one in following.remarks_on(sent, member) if one.said.pk == comment.pk)
    assert (remark.label, remark.step) == ("Hoe heb je dat gemeten?", "resultaat")

    reply(comment, member, "De toets van groep 5.")
    reply(comment, member, "De toets van groep 5.")

    remark = next(one for one in following.remarks_on(sent, member) if one.said.pk == comment.pk)
    assert [said.text for said in remark.replies] == ["De toets van groep 5."]
    assert len(events("practice_commented")) == 1


def test_approval_publishes_it_and_tells_the_member_once(sent, editor):
    task_of(sent).approve(user=editor)

    page = PracticePage.objects.get(pk=sent.page_id)
    assert page.live
    assert following.stage_of(Submission.objects.select_related("page").get(pk=sent.pk)) == Stage.PUBLISHED
    assert len(events("practice_published")) == 1

    page.get_latest_revision().publish()
    assert len(events("practice_published")) == 1


def test_what_editors_changed_stays_when_the_member_changes_something_else(sent, member, editor):
    edit_as_editor(
        sent, editor, goal='<p>Beter <a href="https://example.nl">begrijpen</a>.</p>', title="Hardop denken bij lezen"
    )
    save(sent, "resultaat", result="Ze begrepen veel meer.")

    sending.send(sent, member)

    page = page_of(sent)
    assert page.goal == '<p>Beter <a href="https://example.nl">begrijpen</a>.</p>'
    assert page.title == "Hardop denken bij lezen"
    assert page.result == "<p>Ze begrepen veel meer.</p>"


def test_where_both_changed_one_thing_the_member_sees_both_and_decides(sent, member, editor):
    save(sent, "doel", goal="Mijn doel.")
    edit_as_editor(sent, editor, goal="<p>Het doel van de redactie.</p>")

    with pytest.raises(sending.NotReadyError) as refused:
        sending.send(sent, member)
    assert refused.value.conflicts == ["goal"]
    shown = saving.now_shown(Submission.objects.get(pk=sent.pk))
    assert (shown.answers["goal"], shown.conflicts["goal"]) == ("Mijn doel.", "Het doel van de redactie.")

    save(sent, "doel", goal="Ons doel.")
    sending.send(sent, member)

    assert page_of(sent).goal == "<p>Ons doel.</p>"


def test_a_form_that_was_open_while_the_editors_saved_overwrites_nothing(sent, member, editor):
    submission = Submission.objects.get(pk=sent.pk)
    shown = saving.now_shown(submission)
    posted = {"occasion": "Nieuwe aanleiding.", "goal": shown.answers["goal"]}
    edit_as_editor(sent, editor, goal="<p>Het doel van de redactie.</p>")

    saving.save_step(submission, BY_CODE["doel"], posted, submission.versions["doel"], shown.seen)
    sending.send(submission, member)

    page = page_of(sent)
    assert (page.occasion, page.goal) == ("<p>Nieuwe aanleiding.</p>", "<p>Het doel van de redactie.</p>")


def test_steps_keep_the_identity_to_which_comments_hang(sent, member):
    before = [block.id for block in page_of(sent).approach]
    steps = [{"title": "Voordoen", "text": "Denk hardop."}, {"title": "Samen doen", "text": "In tweetallen."}]
    save(sent, "aanpak", steps=steps)

    sending.send(sent, member)

    assert [block.id for block in page_of(sent).approach] == before


def test_two_windows_lose_nothing(written):
    step = BY_CODE["doel"]
    version = written.versions["doel"]
    first = saving.save_step(written, step, {"occasion": "Eerste venster.", "goal": "Doel."}, version, None)
    second = saving.save_step(written, step, {"occasion": "Tweede venster.", "goal": "Doel."}, version, None)

    assert first.done
    assert not second.done
    assert second.elsewhere == {"occasion": "Eerste venster."}
    kept = saving.save_step(written, step, {"occasion": "Beide.", "goal": "Doel."}, second.version, None)
    assert kept.done


def test_the_same_words_sent_twice_are_no_conflict(written):
    step, posted = BY_CODE["doel"], {"occasion": "Zo.", "goal": "Doel."}
    version = written.versions["doel"]

    assert saving.save_step(written, step, posted, version, None).done
    assert saving.save_step(written, step, posted, version, None).done
