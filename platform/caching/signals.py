"""What starts a new generation, once it is committed: every change that an anonymous reader may see.

Drafts and autosaves start none. Wagtail's own part is connected here; which other models and signals count is
said by config, the room that may name them all.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from django.dispatch import Signal
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import AbstractSetting
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.models import get_page_models as page_models
from wagtail.signals import page_published, page_unpublished, post_page_move

from caching.generation import renew, renew_on_commit

#: Fields of a page that a draft, a comment or an editor's lock changes, and no reader sees.
_BEHIND_THE_SCENES = frozenset(
    {
        "latest_revision_created_at",
        "draft_title",
        "latest_revision",
        "has_unpublished_changes",
        "locked",
        "locked_by",
        "locked_at",
    }
)
#: Fields of an image or file that are looked up once and then kept, also while a reader waits.
_LOOKED_UP = frozenset({"file_size", "file_hash"})


def connect_wagtail() -> None:
    """Listen to pages, sites, view restrictions, settings, redirects, images and files, and to migrations."""
    for signal in (page_published, page_unpublished, post_page_move):
        renew_on(signal)
    for model in page_models():
        post_save.connect(_page_saved, sender=model, dispatch_uid="caching")
        post_delete.connect(_page_deleted, sender=model, dispatch_uid="caching")
    renew_with(Site, PageViewRestriction, Redirect, *_subclasses(AbstractSetting))
    for model in (*_subclasses(AbstractImage), *_subclasses(AbstractDocument)):
        post_save.connect(_media_saved, sender=model, dispatch_uid="caching")
        post_delete.connect(_changed, sender=model, dispatch_uid="caching")
    # Sent for each app that has models; one of them is enough.
    post_migrate.connect(_upgraded, sender=apps.get_app_config("wagtailcore"), dispatch_uid="caching")


def renew_on(signal: Signal) -> None:
    """Let this signal, from whomever, start a new generation on commit."""
    signal.connect(_changed, dispatch_uid="caching")


def renew_with(*models: type[Model]) -> None:
    """Let rows of these models that come, change or go start a new generation on commit."""
    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid="caching")
        for field in model._meta.local_many_to_many:
            through = field.remote_field.through
            m2m_changed.connect(_changed, sender=through, dispatch_uid="caching")


def renew_with_apps(*labels: str) -> None:
    """The same for all models of these apps, except those whose rows are saved as part of something else."""
    for label in labels:
        renew_with(*(model for model in apps.get_app_config(label).get_models() if not _is_part(model)))


def _is_part(model: type[Model]) -> bool:
    return any(isinstance(field, ParentalKey) for field in model._meta.get_fields())


def _subclasses(base: type[Model]) -> list[type[Model]]:
    return [model for model in apps.get_models() if issubclass(model, base)]


def _changed(**_: Any) -> None:
    renew_on_commit()


def _page_saved(instance: Page, update_fields: frozenset[str] | None, **_: Any) -> None:
    """A published page was saved, by publishing it or past that (`page.save()`)."""
    if instance.live and (update_fields is None or update_fields - _BEHIND_THE_SCENES):
        renew_on_commit()


def _page_deleted(instance: Page, **_: Any) -> None:
    if instance.live:
        renew_on_commit()


def _media_saved(created: bool, update_fields: frozenset[str] | None, **_: Any) -> None:
    """The data of an image or file changed; a new one stands on no page yet."""
    if not created and (update_fields is None or update_fields - _LOOKED_UP):
        renew_on_commit()


def _upgraded(**_: Any) -> None:
    """Migrations ran: the data, or the libraries under our own code, may be new."""
    renew()
