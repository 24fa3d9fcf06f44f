"""What this room keeps of a person: the publications that they brought in, with their files."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from accounts.models import Person, User
from accounts.own_data import ExportedFile
from editorial.contributing.following import stage_of
from editorial.contributing.uploads import content_of, delete_file
from editorial.models import EditorialDocument
from research.models import InsightPage
from research.publications.models import Submission


def export(user: User) -> Iterator[ExportedFile]:
    """Each publication with its files."""
    for submission in Submission.objects.filter(contributor=user).select_related("page"):
        folder = f"publicaties/{submission.uuid}"
        yield ExportedFile(f"{folder}/antwoorden.json", _as_data(submission))
        for file in submission.files.all():
            if (content := content_of(file)) is not None:
                yield ExportedFile(f"{folder}/{file.uuid}-{file.name}", content)


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


def _as_data(submission: Submission) -> dict[str, object]:
    return {
        "titel": submission.title,
        "stand": str(stage_of(submission).label),
        "begonnen": submission.started_at,
        "ingestuurd": submission.sent_at,
        "antwoorden": submission.answers,
        "bestanden": [
            {
                "bestand": f"{file.uuid}-{file.name}",
                "titel": file.title,
                "licentie": file.licence,
                "sha256": file.sha256,
            }
            for file in submission.files.all()
        ],
        "pagina": submission.page.url_path if submission.page else None,
    }
