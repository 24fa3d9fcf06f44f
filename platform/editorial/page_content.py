"""Walking through what editors put into a page, whichever class it is of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Field, ForeignKey, Model
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText


def blocks_in(page: Page) -> Iterator[tuple[blocks.Block, Any]]:
    """Every block of every StreamField of ``page`` with its value, those inside others too, in order."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _walk(field.stream_block, getattr(page, field.name))


def rich_texts_in(page: Page) -> Iterator[str]:
    """The markup of every rich text of ``page``, in the order of its fields."""
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            yield getattr(page, field.name) or ""
        elif isinstance(field, StreamField):
            for _block, value in _walk(field.stream_block, getattr(page, field.name)):
                if isinstance(value, RichText):
                    yield value.source


def referenced(page: Page, model: type[Model]) -> set[Any]:
    """Primary keys of the rows of ``model`` that ``page`` shows: by a key, in blocks, in its child rows."""
    return {key for item in _with_children(page) for key in _references(item, model)}


def _with_children(page: Page) -> Iterator[Model]:
    yield page
    for relation in get_all_child_relations(page):
        yield from getattr(page, relation.get_accessor_name()).all()


def _references(item: Model, model: type[Model]) -> Iterator[Any]:
    for field in item._meta.get_fields():
        if isinstance(field, ForeignKey) and field.related_model is model:
            if (key := getattr(item, field.attname)) is not None:
                yield key
        elif isinstance(field, Field) and hasattr(field, "extract_references"):
            value = field.value_from_object(item)
            for target, key, *_path in field.extract_references(value) if value else ():
                if issubclass(target, model):
                    yield model._meta.pk.to_python(key)


def _walk(block: blocks.Block, value: Any) -> Iterator[tuple[blocks.Block, Any]]:
    yield block, value
    if isinstance(block, blocks.BaseStreamBlock):
        for child in value or ():
            yield from _walk(child.block, child.value)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child_block in block.child_blocks.items():
            yield from _walk(child_block, (value or {}).get(name))
    elif isinstance(block, blocks.ListBlock):
        for child in value or ():
            yield from _walk(block.child_block, child)
