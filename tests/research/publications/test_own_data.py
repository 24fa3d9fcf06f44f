"""What bringing in keeps of a researcher: given back whole, and gone when they leave."""

import json

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts import own_data
from accounts.models import Person
from editorial.models import EditorialDocument
from research.models import InsightPage
from research.publications import files, sending
from research.publications.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def with_a_file(written):
    """A submission with a dataset."""
    file = files.add(written, SimpleUploadedFile("data.csv", b"a,b\n1,2\n"))
    file.licence = "cc0"
    file.save()
    return written


def test_the_archive_has_answers_and_files(with_a_file, member):
    archive = {file.path: file.as_bytes() for file in own_data.files_of(member) if file.path.startswith("publicaties/")}

    answers = next(content for path, content in archive.items() if path.endswith("antwoorden.json"))
    assert json.loads(answers)["antwoorden"]["sample"] == "120 leerlingen."
    assert b"a,b\n1,2\n" in archive.values()


def test_what_was_never_public_goes_with_its_files_and_the_people_it_made(
    site, with_a_file, member, django_capture_on_commit_callbacks
):
    sending.send(with_a_file, member)
    name = Submission.objects.get().files.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        own_data.leave(member)

    assert not Submission.objects.exists()
    assert not InsightPage.objects.exists()
    assert not EditorialDocument.objects.exists()
    assert not Person.objects.filter(family_name="Hattie").exists()
    assert not storages["private"].exists(name)


def test_what_was_published_stays_with_its_authors(published, member):
    own_data.leave(member)

    page = InsightPage.objects.get()
    assert page.live
    assert page.page_authors.get().person.family_name == "Hattie"
    assert not Submission.objects.exists()
