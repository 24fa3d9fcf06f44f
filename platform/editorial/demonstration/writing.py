"""Making pages what they should be, and leaving alone what already is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from editorial.demonstration.identity import stable_uuid
from editorial.demonstration.rows import Tally, refused
from editorial.demonstration.wanted import Planned, Rows, WantedPage
from editorial.rights import obstacles_to_publishing


def existing(planned: Planned, parent: Page) -> Page | None:
    """The page at this place, if there is one."""
    found = Page.objects.child_of(parent).filter(slug=planned.slug).first()
    return found.specific if found else None


def add_draft(planned: Planned, wanted: WantedPage, parent: Page) -> Page:
    """A new page that nobody sees yet and that others can point at; terms and rows follow on publication."""
    page = wanted.model(
        title=wanted.title,
        slug=planned.slug,
        live=False,
        translation_key=stable_uuid("page", planned.name),
        first_published_at=wanted.published_at,
    )
    _set_fields(page, wanted)
    page._cached_parent_obj = parent
    try:
        page.full_clean(exclude=["path", "depth"])
    except ValidationError as problem:
        raise refused(problem, wanted.item) from problem
    parent.add_child(instance=page)
    return page


def publish_if_different(page: Page, wanted: WantedPage, tally: Tally) -> bool:
    """Publishes the page as wanted, with a revision for the editor to open; False when it already was so."""
    if not isinstance(page, wanted.model):
        raise wanted.item.error("", f"another kind of page stands there: {page.url_path}")
    is_new = page.live_revision_id is None
    # All three, whatever the first one says: each of them changes the page.
    changed = [_set_fields(page, wanted), _set_terms(page, wanted, is_new), _set_rows(page, wanted, is_new)]
    if page.live and not is_new and not any(changed):
        tally.kept += 1
        return False
    _check(page, wanted)
    # The first publication carries the date of the content, a later change its own.
    _publish(page, wanted.published_at if is_new else timezone.now())
    tally.made += is_new
    tally.changed += not is_new
    return True


def _publish(page: Page, moment: datetime) -> None:
    """What Wagtail's own publishing does, in one save instead of three."""
    page.live, page.has_unpublished_changes, page.expired = True, False, False
    page.draft_title = page.title
    page.last_published_at = page.latest_revision_created_at = moment
    page.save(clean=False)
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        content=page.serializable_data(),
        object_str=str(page),
        created_at=moment,
    )
    page.latest_revision = page.live_revision = revision
    Page.objects.filter(pk=page.pk).update(latest_revision=revision, live_revision=revision)
    page_published.send(sender=type(page), instance=page, revision=revision)


def _set_fields(page: Page, wanted: WantedPage) -> bool:
    """Gives the page the wanted values; whether any was another one."""
    names = ("title", *wanted.fields)
    before = [_stored(page, name) for name in names]
    page.title = wanted.title
    for name, value in wanted.fields.items():
        field = page._meta.get_field(name)
        setattr(page, name, field.stream_block.to_python(value) if isinstance(field, StreamField) else value)
    return before != [_stored(page, name) for name in names]


def _set_terms(page: Page, wanted: WantedPage, is_new: bool) -> bool:
    """Gives the page the wanted terms; whether any was another one. A new page has none to look at."""
    changed = False
    for name, ids in wanted.terms.items():
        if is_new or sorted(term.pk for term in getattr(page, name).all()) != sorted(ids):
            model = page._meta.get_field(name).related_model
            setattr(page, name, list(model.objects.filter(pk__in=ids)))
            changed = True
    return changed


def _set_rows(page: Page, wanted: WantedPage, is_new: bool) -> bool:
    """Gives the page the wanted rows; whether any was another one. A new page has none to look at."""
    changed = False
    for name, rows in wanted.rows.items():
        if is_new or _row_values(page, name, rows) != [dict(row) for row in rows]:
            setattr(page, name, [_row(page, name, row, number) for number, row in enumerate(rows)])
            changed = True
    return changed


def _row(page: Page, name: str, values: Mapping[str, Any], number: int) -> Model:
    model = page._meta.get_field(name).related_model
    order = {model.sort_order_field: number} if hasattr(model, "sort_order_field") else {}
    return model(**order, **values)


def _row_values(page: Page, name: str, rows: Rows) -> list[dict[str, Any]]:
    """The rows that the page has now, as far as the wanted ones say anything."""
    names = sorted({key for row in rows for key in row})
    return [{key: getattr(row, key) for key in names} for row in getattr(page, name).all()]


def _stored(page: Page, name: str) -> Any:
    field = page._meta.get_field(name)
    if isinstance(field, StreamField):
        # A block that was looked at is stored with all its keys, another as it came: look at all of them.
        return [(block.id, block.block_type, block.get_prep_value()) for block in getattr(page, name)]
    return field.get_prep_value(field.value_from_object(page))


def _check(page: Page, wanted: WantedPage) -> None:
    """The page's own validation, that of its blocks and rows, and whether it may go public at all."""
    try:
        page.full_clean()
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))
        for name in wanted.rows:
            for row in getattr(page, name).all():
                row.clean_fields(exclude=[field.name for field in row._meta.fields if field.is_relation])
    except ValidationError as problem:
        raise refused(problem, wanted.item) from problem
    if obstacles := obstacles_to_publishing(page):
        raise wanted.item.error("", obstacles[0].message)
