"""From what a researcher filled in to a published page, with the editors' words in between."""

import hashlib

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Comment, CommentReply

from delivery.models import Notification
from editorial.contributing.following import Stage
from editorial.groups import CHIEF_EDITOR
from editorial.models import EditorialDocument, PageRelation
from research.models import InsightPage
from research.publications import files, sending
from research.publications.following import remarks_on, stage_of
from research.publications.models import PublicationVersion, Submission
from research.publications.saving import now_shown
from research.publications.sending import NotReadyError
from tests.factories import InsightFactory, InterventionFactory, PracticeFactory, UserFactory
from tests.research.publications.conftest import approve, change

pytestmark = pytest.mark.django_db
START = "/onderzoek/inbrengen/"


def test_what_is_sent_in_is_a_draft_in_the_editors_workflow(sent):
    page = sent.page.get_latest_revision_as_object()

    assert not sent.page.live
    assert stage_of(sent) == Stage.IN_REVIEW
    assert [block.value for block in page.key_points] == ["Een.", "Twee.", "Drie."]
    assert page.for_classroom == "<ul><li>lees samen</li><li>praat erover</li></ul>"
    assert (page.publication_date.isoformat(), page.date_precision) == ("2021-05-01", "month")
    assert [theme.slug for theme in page.themes.all()] == ["lezen"]


def test_what_is_missing_is_named(site, written, member):
    written.answers |= {"sample": "", "limits": ""}
    written.save()

    with pytest.raises(NotReadyError) as refused:
        sending.send(written, member)

    assert refused.value.missing == ["limits", "sample"]


def test_the_same_doi_twice_is_refused(site, written, member):
    InsightFactory(parent=site.insights, doi="10.1000/READING")

    with pytest.raises(NotReadyError) as refused:
        sending.send(written, member)

    assert refused.value.missing == ["doi"]


def test_sent_twice_without_a_change_it_is_sent_once(sent, member):
    before = sent.page.revisions.count()

    sending.send(sent, member)

    assert sent.page.revisions.count() == before


def test_approved_it_is_public_in_its_first_version_with_its_authors(published, client):
    text = client.get(f"/onderzoek/{published.page.slug}/").content.decode()

    assert stage_of(published) == Stage.PUBLISHED
    assert PublicationVersion.objects.get().number == 1
    assert "John Hattie" in text
    assert "Samen lezen helpt" in text


def test_the_researcher_hears_of_comment_return_and_publication(sent, editor, member):
    Comment.objects.create(page=sent.page, user=editor, text="Welke groep?", contentpath="sample")
    state = sent.page.current_workflow_state.current_task_state
    state.task.specific.on_action(state, editor, "reject", comment="Kijk nog eens.")

    heard = {note.event.kind for note in Notification.objects.filter(user=member).select_related("event")}

    assert heard == {"publication_commented", "publication_returned"}


def test_a_comment_stands_beside_its_field_and_is_answered_there(sent, editor, member, client):
    comment = Comment.objects.create(page=sent.page, user=editor, text="Welke groep?", contentpath="sample")
    client.force_login(member)

    text = client.get(f"{START}{sent.uuid}/zekerheid/").content.decode()
    at_field = text.index("Welke groep?")
    assert text.rindex('for="id_sample"', 0, at_field) > text.index('for="id_method_text"')
    assert text.index('id="id_sample"', at_field) > at_field
    answer = client.post(f"{START}{sent.uuid}/opmerkingen/{comment.pk}/", {"text": "Groep 5."})

    assert answer["Location"] == f"{START}{sent.uuid}/zekerheid/#opmerking-{comment.pk}"
    assert CommentReply.objects.get().text == "Groep 5."
    assert "Groep 5." in client.get(answer["Location"]).content.decode()


def test_a_comment_on_a_key_point_stands_with_the_points(sent, editor, member):
    block = sent.page.get_latest_revision_as_object().key_points[0]
    Comment.objects.create(page=sent.page, user=editor, text="Korter?", contentpath=f"key_points.{block.id}")

    (remark,) = remarks_on(sent, member)

    assert (remark.step, remark.field) == ("leraar", "point_1")


def test_a_comment_of_another_page_cannot_be_answered(sent, editor, member, site, client):
    other = InsightFactory(parent=site.insights)
    comment = Comment.objects.create(page=other, user=editor, text="Geheim", contentpath="sample")
    client.force_login(member)

    assert client.post(f"{START}{sent.uuid}/opmerkingen/{comment.pk}/", {"text": "x"}).status_code == 404


def test_what_editors_changed_stays_when_the_researcher_changes_something_else(sent, editor, member):
    draft = sent.page.get_latest_revision_as_object()
    draft.title = "Betere titel"
    draft.save_revision(user=editor)

    again = sending.send(change(sent, sample="240 leerlingen."), member)

    page = again.page.get_latest_revision_as_object()
    assert (page.title, page.sample) == ("Betere titel", "240 leerlingen.")


def test_where_both_changed_one_thing_the_researcher_decides(sent, editor, member):
    stale = Submission.objects.get(pk=sent.pk)
    stale.answers = {**stale.answers, "sample": "Van mij."}
    stale.save()
    draft = sent.page.get_latest_revision_as_object()
    draft.sample = "Van de redactie."
    draft.save_revision(user=editor)

    assert now_shown(stale).conflicts == {"sample": "Van de redactie."}
    with pytest.raises(NotReadyError):
        sending.send(stale, member)


def test_a_correction_makes_no_version(published, member, editor):
    again = sending.send(change(published, sample="121 leerlingen."), member)
    approve(again.page, editor)

    assert PublicationVersion.objects.count() == 1
    assert InsightPage.objects.get().sample == "121 leerlingen."


def test_a_new_version_is_made_when_the_researcher_says_so(published, member, editor, client):
    change(published, plain_summary="Het hielp *toch niet*.")
    client.force_login(member)
    address = f"{START}{published.uuid}/controleren/"
    answer = client.post(address, {"is_new_version": "ja", "version_note": ""})
    assert answer.status_code == 422
    client.post(address, {"is_new_version": "ja", "version_note": "Heranalyse."})
    approve(published.page, editor)

    page = InsightPage.objects.get()
    assert (page.version, page.version_note) == (2, "Heranalyse.")
    assert "toch niet" not in client.get(f"/onderzoek/{page.slug}/versie/1/").content.decode()
    assert "toch niet" in client.get(f"/onderzoek/{page.slug}/").content.decode()


def test_what_was_said_of_one_version_is_not_said_of_the_next(published, member, editor, client):
    client.force_login(member)
    address = f"{START}{published.uuid}/controleren/"
    client.post(address, {"is_new_version": "ja", "version_note": "Heranalyse."})
    approve(published.page, editor)

    assert client.get(address).context["rows"][0].field.value() == "nee"
    again = sending.send(change(published, sample="122 leerlingen."), member)
    approve(again.page, editor)

    assert PublicationVersion.objects.count() == 2


def test_links_are_laid_and_taken_out_and_those_of_editors_stay(site, written, member, editor):
    practice = PracticeFactory(parent=site.practices)
    intervention = InterventionFactory(parent=site.interventions)
    other = InsightFactory(parent=site.insights)
    written.answers["relations"] = [
        {"page": practice.pk, "kind": "supports"},
        {"page": intervention.pk, "kind": "contradicts"},
    ]
    written.save()
    sent = sending.send(written, member)
    draft = sent.page.get_latest_revision_as_object()
    draft.outgoing_relations.add(PageRelation(target=other, kind="builds_on"))
    draft.save_revision(user=editor)
    kept = Submission.objects.get(pk=sent.pk)
    kept.answers["relations"] = [{"page": practice.pk, "kind": "supports"}]
    kept.save()
    approve(sending.send(kept, member).page, editor)

    laid = set(PageRelation.objects.values_list("target_id", "kind"))
    assert laid == {(practice.pk, "supports"), (other.pk, "builds_on")}


def test_a_file_has_its_checksum_from_the_upload_to_the_readers_page(site, written, member, editor, client):
    file = files.add(written, SimpleUploadedFile("data.csv", b"a,b\n1,2\n"))
    assert file.sha256 == hashlib.sha256(b"a,b\n1,2\n").hexdigest()
    with pytest.raises(NotReadyError):
        sending.send(written, member)
    file.licence, file.kind = "cc0", "dataset"
    file.save()
    sent = sending.send(written, member)
    document = EditorialDocument.objects.get()
    assert client.get(document.url).status_code != 200, "nobody has it before it is public"
    approve(sent.page, editor)

    text = client.get(f"/onderzoek/{sent.page.slug}/").content.decode()

    assert file.sha256 in text
    assert "CC0 1.0" in text
    assert "dataset" in text
    assert b"".join(client.get(document.url).streaming_content) == b"a,b\n1,2\n"


def test_a_file_taken_out_leaves_the_next_version_and_stays_with_the_first(site, written, member, editor, client):
    file = files.add(written, SimpleUploadedFile("data.csv", b"a,b\n1,2\n"))
    file.licence = "cc0"
    file.save()
    sent = sending.send(written, member)
    approve(sent.page, editor)
    files.remove(files.shown(sent).get())
    client.force_login(member)
    client.post(f"{START}{sent.uuid}/controleren/", {"is_new_version": "ja", "version_note": "Zonder data."})
    approve(sent.page, editor)

    address = f"/onderzoek/{sent.page.slug}/"
    assert file.sha256 not in client.get(address).content.decode()
    assert file.sha256 in client.get(f"{address}versie/1/").content.decode()


@pytest.mark.parametrize(("name", "content"), [("virus.exe", b"MZ"), ("leeg.csv", b""), ("zonder", b"x")])
def test_a_file_that_cannot_be_kept_is_refused(written, name, content):
    with pytest.raises(files.UnusableFile):
        files.add(written, SimpleUploadedFile(name, content))


def test_a_file_past_the_limit_is_refused(written, settings):
    settings.PUBLICATION_FILE_MAX_BYTES = 5

    with pytest.raises(files.UnusableFile):
        files.add(written, SimpleUploadedFile("groot.csv", b"123456"))


def test_an_editor_sees_it_in_the_admin(sent, client):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=CHIEF_EDITOR))
    state = sent.page.get_latest_revision_as_object()

    form_class = state.get_edit_handler().get_form_class()

    assert "project" in form_class(instance=state, for_user=user).fields
