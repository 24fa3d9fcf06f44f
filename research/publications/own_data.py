"""What this room keeps of a person: the publications that they brought in, with their files."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from accounts.models import Person, User
from accounts.own_data import ExportedFile
from editorial.contributing.own_data import exported
from editorial.contributing.uploads import delete_file
from editorial.models import EditorialDocument
from research.models import InsightPage
from research.publications.models import Submission, SubmittedFile


def export(user: User) -> Iterator[ExportedFile]:
    """Each publication with its files."""
    for submission in Submission.objects.filter(contributor=user).select_related("page"):
        files = list(submission.files.all())
        named = [(_name_of(file), file) for file in files]
        yield from exported(submission, "publicaties", named, {"bestanden": [_about(file) for file in files]})


def erase(user: User) -> None:
    """What was published stays, with the names of its authors, as its licence asks. What was not, goes."""
    for submission in Submission.objects.filter(contributor=user).select_related("page"):
        page = submission.page
        files = list(submission.files.all())
        for file in files:
            delete_file(file)
        submission.delete()
        if page is not None and page.first_published_at is None:
            people = list(page.page_authors.values_list("person_id", flat=True))
            InsightPage.objects.get(pk=page.pk).delete()
            _forget_people(people, user)
            for document in EditorialDocument.objects.filter(pk__in=[file.document_id for file in files]):
                document.delete()


def _forget_people(keys: list[int], user: User) -> None:
    """Records that were made for a page nobody ever saw, that of who leaves among them."""
    unused = Person.objects.filter(pk__in=keys, authorships=None, project_roles=None, is_example=False)
    unused.filter(Q(user=None) | Q(user=user)).delete()


def _name_of(file: SubmittedFile) -> str:
    return f"{file.uuid}-{file.name}"


def _about(file: SubmittedFile) -> dict[str, str]:
    return {"bestand": _name_of(file), "titel": file.title, "licentie": file.licence, "sha256": file.sha256}
