"""What the demo lacks to show every page of bringing in a publication, and of looking pages over again.

Runs inside the site (``manage.py shell``), which knows the numbers that stand in addresses.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import Comment

from accounts.models import Person, User
from editorial import review_links
from editorial.contributing.following import reply
from editorial.models import PageAuthor
from research.models import InsightPage
from research.publications import files, saving, sending
from research.publications.models import Submission
from research.publications.page_answers import answers_of
from research.publications.steps import AUTHORS
from tests.browser.community import let_in
from tests.browser.running_site import EDITOR


def numbers(password: str) -> dict[str, object]:
    """Somebody with a publication in every stage, and with a page to look over again; what stands in the addresses."""
    member = let_in(password)
    begun = saving.start(member, uuid4())
    begun.omitted = ["publisher", "authors"]
    begun.save()
    returned = _returned(member)
    contact = Person.objects.get(slug="tirza-okonjo-vermaat")
    links = [_link(_due(contact, at), contact) for at in range(2)]
    own = _due(Person.objects.get_or_create(user=member, defaults={"slug": "lid", "family_name": "Lid"})[0], 2)
    return {
        "begun": begun.uuid,
        "returned": returned.uuid,
        "links": links,
        "due": own.pk,
    }


def _returned(member: User) -> Submission:
    """Sent in, with a file and links; since then the editors remarked, and both sides changed title and authors."""
    example = InsightPage.objects.live().exclude(doi="").order_by("pk").first()
    assert example is not None
    answers = answers_of(example, {}) | {
        "title": "Een titel van de onderzoeker",
        "doi": "10.1000/taken",
        "authors": [_author("Voorbeeld", "Svenja")],
        "relations": [{"page": example.pk, "kind": "builds_on"}],
    }
    submission = Submission.objects.create(contributor=member, answers=answers)
    files.add(submission, SimpleUploadedFile("gegevens.csv", b"groep;score\n5;7\n", "text/csv"))
    submission.files.update(licence="cc-by")
    sent = sending.send(submission, member)
    seen = saving.now_shown(sent).seen
    assert sent.page is not None
    editor = User.objects.get(email=EDITOR)
    for field in ("sample", "key_points", "page_authors", "project", "files"):
        remark = Comment.objects.create(page=sent.page, user=editor, text="Klopt dit zo?", contentpath=field)
    reply(remark, member, "Ja, dit klopt.")
    draft = sent.page.get_latest_revision_as_object()
    draft.title = "Een titel van de redactie"
    draft.page_authors = [*draft.page_authors.all(), PageAuthor(person=example.page_authors.first().person)]
    draft.save_revision()
    saving.save_step(sent, "leraar", {"title": "Een andere titel"}, 0, seen)
    saving.save_step(sent, AUTHORS, {"authors": [_author("Voorbeeld", "S.")]}, 0, seen)
    return sent


def _author(family: str, given: str) -> dict[str, str]:
    return {"given": given, "family": family, "person": "new"} | dict.fromkeys(
        ("particle", "orcid", "affiliation", "ror"), ""
    )


def _link(page: InsightPage, contact: Person) -> str:
    """What the mail to somebody without an account leads to."""
    assert page.review_date is not None
    return review_links.path_for(page, contact, page.review_date)


def _due(contact: Person, at: int) -> InsightPage:
    """A published page whose day has come, with this contact."""
    page: InsightPage = InsightPage.objects.live().order_by("pk")[at]
    contact.email = contact.email or "contact@example.nl"
    contact.save()
    InsightPage.objects.filter(pk=page.pk).update(contact=contact, review_date=timezone.localdate() - timedelta(days=2))
    return InsightPage.objects.get(pk=page.pk)
