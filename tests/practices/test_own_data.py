"""What this room keeps of a person is given back, and goes when they leave."""

import json

import pytest

from accounts.models import Person
from editorial.models import EditorialImage
from practices import own_data
from practices.contributing import sending
from practices.models import Outcome, PracticePage, Submission, TryOut
from practices.trying import tryouts
from tests.factories import PracticeFactory
from tests.practices.contributing.test_pictures import described

pytestmark = pytest.mark.django_db


def test_texts_pictures_and_try_outs_are_given_back(site, written, member):
    picture = described(written)
    tryout = tryouts.begin(member, PracticeFactory(parent=site.practices, title="Van een ander"), None)
    tryouts.answer(tryout, Outcome.YES, "Fijn.", name_visible=False)

    files = {file.path: file.content for file in own_data.export(member)}

    folder = f"praktijkvoorbeelden/{written.uuid}"
    assert files[f"{folder}/antwoorden.json"]["antwoorden"]["title"] == "Hardop denken"
    assert files[f"{folder}/{picture.uuid}.jpg"] == picture.file.open().read()
    assert files["proberen.json"][0]["woorden"] == "Fijn."


def test_all_of_it_can_be_written_to_an_archive(written, member):
    assert [json.loads(file.as_bytes())["titel"] for file in own_data.export(member)] == ["Hardop denken"]


def test_what_was_not_published_goes_with_its_files(site, written, member, django_capture_on_commit_callbacks):
    picture = described(written)
    sending.send(written, member)
    storage, name = picture.file.storage, picture.file.name

    with django_capture_on_commit_callbacks(execute=True):
        own_data.erase(member)

    assert not Submission.objects.exists()
    assert not PracticePage.objects.exists()
    assert not EditorialImage.objects.exists()
    assert not storage.exists(name)
    assert not Person.objects.exists()


def test_what_was_published_stays_with_its_author_and_without_an_address(site, written, member, editor):
    written.answers["contact_email"] = "saar@example.nl"
    written.save()
    page = PracticePage.objects.get(pk=sending.send(written, member).page_id)
    page.current_workflow_task_state.approve(user=editor)

    own_data.erase(member)

    page = PracticePage.objects.get()
    assert page.live
    assert page.page_authors.get().person.name == "Saar van den Berg"
    assert page.contact.email == ""
    assert not Submission.objects.exists()


def test_try_outs_count_on_without_a_name(site, member):
    page = PracticeFactory(parent=site.practices)
    tryouts.answer(tryouts.begin(member, page, None), Outcome.NO, "Mijn woorden", name_visible=True)
    tryouts.begin(member, page, None)

    own_data.erase(member)

    (kept,) = TryOut.objects.all()
    assert (kept.user, kept.words, kept.name_visible, kept.outcome) == (None, "", False, "no")
