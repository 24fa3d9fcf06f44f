"""What follows from a change to a record that pages show: whoever keeps copies of those pages hears of it."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save, pre_delete

from vocabulary.concerned_pages import pages_that_show
from vocabulary.models import Audience, Level, MergedTheme, Region, Subject, Theme
from vocabulary.revisions import replace_in_revisions
from vocabulary.signals import pages_reclassified


def connect() -> None:
    """Start listening to controlled terms; called once, when the app is ready."""
    for model in (Audience, Level, Region, Subject, Theme):
        listen_to(model)
    post_save.connect(slug_is_in_use_again, sender=Theme, dispatch_uid="vocabulary.slug_in_use")


def listen_to(model: type[Model]) -> None:
    """Have changes to records of ``model`` reach the pages that show them."""
    post_save.connect(record_saved, sender=model, dispatch_uid=f"vocabulary.saved.{model._meta.label}")
    pre_delete.connect(record_goes, sender=model, dispatch_uid=f"vocabulary.goes.{model._meta.label}")


def record_saved(sender: type[Model], instance: Model, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A record says something else now; no page shows one that is new."""
    if not raw and not created:
        announce(sender, pages_that_show([instance]))


def record_goes(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """A record goes: drafts and earlier versions that name it must stay readable."""
    announce(sender, pages_that_show([instance]))
    replace_in_revisions(instance, None)


def announce(sender: type[Model], page_ids: frozenset[int]) -> None:
    """Tell that these pages are classified otherwise, when there are any."""
    if page_ids:
        pages_reclassified.send(sender=sender, page_ids=page_ids)


def slug_is_in_use_again(sender: type[Theme], instance: Theme, raw: bool = False, **kwargs: Any) -> None:
    """A theme that takes the slug of a merged one is that slug's theme from now on."""
    if not raw:
        MergedTheme.objects.filter(slug=instance.slug).delete()
