"""A submission as readers will see it, from what is filled in so far; nothing is kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from editorial.contributing.page_content import latest_of
from editorial.models import RelationKind
from editorial.reading import RelatedPage
from research.models import InsightIndexPage, InsightPage
from research.publications import files
from research.publications.links import links_in
from research.publications.models import Submission
from research.publications.page_answers import answers_of, write
from research.publications.reading import KeptAuthor


def preview_context(submission: Submission, answers: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """The variables of the page's own template."""
    page = latest_of(submission) or InsightPage(slug="voorbeeld")
    names = answers_of(page, answers).keys()
    write(page, answers, names)
    page.set_url_path(InsightIndexPage.objects.filter(live=True).order_by("path").first())
    relations = [
        RelatedPage(link.label, link.kind, link.title, link.url, link.content_kind, outgoing=True)
        for link in links_in(answers.get("relations") or [])
    ]
    own = {
        "authors": [KeptAuthor.named(author) for author in answers.get("authors") or []],
        "relations": sorted(relations, key=lambda one: list(RelationKind.values).index(one.kind)),
        "files": [
            {"title": file.title, "sha256": file.sha256, "size": file.size, "licence": file.licence, "kind": file.kind}
            for file in files.shown(submission)
        ],
        "is_preview": True,
        "submission": submission,
        "version_shown": {"number": page.version},
    }
    return {**page.get_context(request), **own}
