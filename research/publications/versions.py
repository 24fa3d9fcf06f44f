"""The versions of an insight: what each said stays readable at an address of its own."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from caching import generation
from editorial.models import EditorialDocument
from research.models import InsightPage
from research.publications.checksums import checksums_of
from research.publications.models import FileChecksum, PublicationVersion


def latest_number(page_id: int | None) -> int:
    """The number of the latest published version; 0 for a page that was never public."""
    if page_id is None:
        return 0
    newest = PublicationVersion.objects.filter(page_id=page_id).order_by("-number")
    return newest.values_list("number", flat=True).first() or 0


def versions_of(page: InsightPage) -> list[PublicationVersion]:
    """What the list of versions shows, the newest first, without what they said. No query for a first version."""
    if page.pk is None or page.version < 2:
        return []
    return list(page.versions.defer("content", "people"))


def record(page: InsightPage) -> PublicationVersion:
    """Keep what was published just now: as a new version when the draft said so, else as the latest one."""
    newest = PublicationVersion.objects.filter(page=page).order_by("-number").first()
    if newest is None:
        newest = PublicationVersion(page=page, number=max(page.version, 1), published_at=timezone.now())
    elif page.version > newest.number:
        newest = PublicationVersion(page=page, number=newest.number + 1, published_at=timezone.now())
    if page.version != newest.number:
        page.version = newest.number
        InsightPage.objects.filter(pk=page.pk).update(version=newest.number)
    _freeze(page, newest)
    generation.renew_on_commit()
    return newest


def keep_what_was_public(page_id: int) -> None:
    """Keep the public text of a page that was published before versions were kept, as the version that it says it is.

    Called before another text takes its place.
    """
    if PublicationVersion.objects.filter(page_id=page_id).exists():
        return
    public = InsightPage.objects.filter(pk=page_id, live=True).first()
    if public is not None:
        moment = public.last_published_at or public.first_published_at or timezone.now()
        _freeze(public, PublicationVersion(page=public, number=max(public.version, 1), published_at=moment))


def page_at(page: InsightPage, kept: PublicationVersion) -> InsightPage:
    """The page as it was in that version, in memory only."""
    then: InsightPage = page.with_content_json({**kept.content, "pk": page.pk})
    then.version = kept.number
    return then


def files_in(page: InsightPage) -> list[dict[str, Any]]:
    """The files of a page in words, as :class:`PublicationVersion` keeps them."""
    documents = documents_of(page)
    known = checksums_of(documents)
    return [
        {
            "title": block.value.get("title") or document.title,
            "document": document.pk,
            "url": document.url,
            "sha256": known.get(document.pk, ""),
            "size": document.file_size,
            "licence": document.licence,
            "kind": block.value.get("kind") or "other",
            "description": block.value.get("description") or "",
        }
        for block in page.files
        if (document := block.value["document"])
    ]


def files_still_there(kept: PublicationVersion) -> list[dict[str, Any]]:
    """The files of a version; one that was deleted or replaced since has no address any more. One query."""
    now = dict(
        FileChecksum.objects.filter(document__in=[file["document"] for file in kept.files]).values_list(
            "document_id", "sha256"
        )
    )
    return [{**file, "url": file["url"] if now.get(file["document"]) == file["sha256"] else ""} for file in kept.files]


def documents_of(page: InsightPage) -> list[EditorialDocument]:
    """The documents that a page offers."""
    return [block.value["document"] for block in page.files if block.value["document"]]


def _freeze(page: InsightPage, version: PublicationVersion) -> None:
    version.note = page.version_note
    version.content = page.serializable_data()
    version.files = files_in(page)
    version.people = [
        {
            "given_name": row.person.given_name,
            "particle": row.person.particle,
            "family_name": row.person.family_name,
            "affiliation": row.affiliation or str(row.person.organisation or ""),
            "orcid": row.person.orcid,
        }
        for row in page.page_authors.all()
    ]
    version.save()
