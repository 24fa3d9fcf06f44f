"""Taking generated pages away again, with all that points at them."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.db.models import CASCADE, DO_NOTHING, ForeignObjectRel, Model, QuerySet
from wagtail.models import Page

from caching import generation
from home.demo.scale.generated import generated_pages
from home.demo.scale.making import LISTINGS


@transaction.atomic
def clear() -> int:
    """Removes all generated pages; how many there were. The index has to be rebuilt afterwards.

    A page that an editor changed meanwhile goes the ordinary way. The others go in bulk, without signals:
    nobody waits for news of pages that exist for measuring.
    """
    count = generated_pages().count()
    for page in generated_pages().filter(latest_revision__isnull=False):
        page.specific.delete()
    keys = generated_pages().order_by().values("pk")
    for model in (*LISTINGS, Page):
        for relation in _pointing_at(model):
            _let_go(relation, keys)
    _delete(generated_pages())
    for listing in LISTINGS.values():
        for page in listing.objects.all():
            Page.objects.filter(pk=page.pk).update(numchild=Page.objects.child_of(page).count())
    transaction.on_commit(generation.renew)
    return count


def _pointing_at(model: type[Model]) -> Iterator[ForeignObjectRel]:
    """Relations by which a column of another table holds the key of a row of ``model``."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and relation.field.concrete and not relation.field.many_to_many:
            yield relation


def _let_go(relation: ForeignObjectRel, keys: QuerySet[Page]) -> None:
    """What the database would do if it knew ``on_delete``: delete with the page, or forget it."""
    pointing = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": keys})
    if relation.on_delete is CASCADE:
        _delete(pointing)
    elif relation.on_delete is not DO_NOTHING and relation.field.null:
        pointing.update(**{relation.field.name: None})


def _delete(rows: QuerySet[Model]) -> None:
    rows.order_by()._raw_delete(rows.db)
