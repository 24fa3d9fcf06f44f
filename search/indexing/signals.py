"""What happens to pages, turned into entries of the outbox."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from search import registry
from search.indexing.outbox import record_changes, record_pages

#: What saving a draft, locking and commenting write to a page's row: nothing that visitors see.
DRAFT_FIELDS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "wagtail_admin_comments",
    }
)
_BEFORE = "_search_before_save"


def connect() -> None:
    """Start listening; called once, when the app is ready."""
    pre_save.connect(remember_row, dispatch_uid="search.remember_row")
    post_save.connect(page_saved, dispatch_uid="search.page_saved")
    pre_delete.connect(page_deleted, sender=Page, dispatch_uid="search.page_deleted")
    post_page_move.connect(page_moved, dispatch_uid="search.page_moved")
    post_save.connect(restriction_changed, sender=PageViewRestriction, dispatch_uid="search.restriction_saved")
    post_delete.connect(restriction_changed, sender=PageViewRestriction, dispatch_uid="search.restriction_deleted")


def remember_row(sender: type, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Keep the address and state that the page has until this save, to see what the save changes."""
    if isinstance(instance, Page) and not raw and instance.pk and not _only_draft(update_fields):
        row = Page.objects.filter(pk=instance.pk).values_list("url_path", "live").first()
        setattr(instance, _BEFORE, row)


def page_saved(sender: type, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Published, unpublished, or changed while published. Drafts write nothing."""
    if raw or not isinstance(instance, Page) or _only_draft(update_fields):
        return
    before = instance.__dict__.pop(_BEFORE, None)
    address_before, live_before = before or (instance.url_path, False)
    if address_before != instance.url_path:
        record_pages(instance.get_descendants(inclusive=True))
    elif (live_before or instance.live) and registry.is_registered(instance.specific_class):
        record_changes([instance.pk])


def _only_draft(update_fields: Any) -> bool:
    return update_fields is not None and DRAFT_FIELDS.issuperset(update_fields)


def page_deleted(sender: type, instance: Page, **kwargs: Any) -> None:
    """A page goes, whichever way; Django tells of each page below it as well."""
    record_changes([instance.pk])


def page_moved(sender: type, instance: Page, **kwargs: Any) -> None:
    """Addresses and view restrictions of the page and all below it may be others now."""
    record_pages(Page.objects.filter(path__startswith=Page.objects.get(pk=instance.pk).path))


def restriction_changed(sender: type, instance: PageViewRestriction, **kwargs: Any) -> None:
    """The page and all below it became private, or public."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        record_pages(page.get_descendants(inclusive=True))
