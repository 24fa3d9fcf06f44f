"""Loading the demo of publications: what is there already is left alone."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Page

from accounts.models import Person
from editorial.demonstration import content
from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, stable_uuid
from editorial.demonstration.rich_text import as_saved
from editorial.demonstration.rows import Tally
from editorial.models import EditorialDocument, PageAuthor, PageRelation
from research.models import InsightIndexPage, InsightPage
from research.models.insight import FEATURES
from research.projects.models import ProjectLinePage
from research.publications.models import PublicationVersion
from vocabulary.models import Level, Theme

CONTENT_DIR = Path(__file__).parent
_PLAIN = (
    "title",
    "reference_title",
    "summary",
    "question",
    "publisher",
    "publication_type",
    "publication_date",
    "date_precision",
    "source_language",
    "method",
    "method_text",
    "outcome",
    "certainty",
)
_OF_A_VERSION = ("sample", "certainty_explanation", "effect")
_RICH = ("plain_summary", "for_classroom", "limits")
_AT = time(10, 0)


@transaction.atomic
def load(tally: Tally) -> None:
    """Loads each publication that is not there yet, version by version. Raises ContentError."""
    parent = InsightIndexPage.objects.filter(live=True).order_by("path").first()
    if parent is None:
        return
    for item in content.read_folder(CONTENT_DIR, "content"):
        if InsightPage.objects.child_of(parent).filter(slug=item.slug).exists():
            tally.kept += 1
        else:
            _make(item, parent)
            tally.made += 1


def _make(item: Item, parent: InsightIndexPage) -> None:
    page = InsightPage(slug=item.slug, live=False, translation_key=stable_uuid("page", f"publications/{item.slug}"))
    for name in _PLAIN:
        setattr(page, name, item[name])
    for name in _RICH:
        setattr(page, name, as_saved(item[name], FEATURES, f"{item.source}:{name}"))
    page.key_points = json.dumps([{"type": "point", "value": point} for point in item["key_points"]])
    page.project = ProjectLinePage.objects.filter(slug=item["project"]).first()
    _set_version(page, item["first"])
    parent.add_child(instance=page)
    page.levels = Level.objects.filter(code__in=item["levels"])
    page.themes.set(Theme.objects.filter(slug__in=item["themes"]))
    page.page_authors = [_author(item, author, at) for at, author in enumerate(item["authors"])]
    page.outgoing_relations = list(_relations(item))
    _publish(page, item["first"]["moment"], 1)
    if second := item.get("second"):
        _set_version(page, second)
        page.version, page.version_note = 2, second["note"]
        page.files = json.dumps([_dataset(item)])
        _publish(page, second["moment"], 2)
    if day := item.get("withdrawn_on"):
        page.withdrawn_on, page.withdrawn_reason = day, item["withdrawn_reason"]
        _publish(page, day, 1)


def _set_version(page: InsightPage, values: dict[str, Any]) -> None:
    for name in _OF_A_VERSION:
        setattr(page, name, values[name])


def _publish(page: InsightPage, day: date, number: int) -> None:
    moment: datetime = at_clock(day, _AT)
    page.substantially_changed_on = day
    page.save_revision().publish()
    page.refresh_from_db()
    InsightPage.objects.filter(pk=page.pk).update(last_published_at=moment)
    if number == 1 and not page.withdrawn_on:
        InsightPage.objects.filter(pk=page.pk).update(first_published_at=moment)
    if not page.withdrawn_on:
        PublicationVersion.objects.filter(page=page, number=number).update(published_at=moment)


def _author(item: Item, author: dict[str, str], at: int) -> PageAuthor:
    person = Person.objects.filter(slug=author["person"]).first()
    if person is None:
        raise item.error("authors", f"there is no {author['person']}")
    return PageAuthor(person=person, affiliation=author["affiliation"], sort_order=at)


def _relations(item: Item) -> list[PageRelation]:
    rows = []
    for at, relation in enumerate(item.get("relations", [])):
        parent = Page.objects.filter(depth=3, slug=relation["section"]).first()
        target = Page.objects.child_of(parent).filter(slug=relation["slug"]).first() if parent else None
        if target is None:
            raise item.error("relations", f"there is no {relation['section']}/{relation['slug']}")
        rows.append(PageRelation(kind=relation["kind"], target=target, sort_order=at))
    return rows


def _dataset(item: Item) -> dict[str, Any]:
    given = item["dataset"]
    document = EditorialDocument.objects.filter(title=given["title"]).first()
    if document is None:
        data = ("\n".join(given["rows"]) + "\n").encode()
        document = EditorialDocument(title=given["title"], licence=given["licence"], file_size=len(data))
        document.file.save(given["name"], ContentFile(data), save=False)
        document.save()
    value = {
        "document": document.pk,
        "title": given["title"],
        "description": given["description"],
        "kind": "dataset",
    }
    return {"type": "download", "value": value}
