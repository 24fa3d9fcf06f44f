"""What happens to pages that somebody besides the editor may notice, said in the transaction of the change.

Whoever keeps something about public pages listens here; drafts, locks and comments are not told of.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import Signal
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

#: Sent with ``page_ids`` (a list): they were published, unpublished, changed while public, moved, or their
#: view restrictions are others now. The receiver looks for itself what they are by now.
pages_changed = Signal()
#: Sent with ``page_ids`` besides: what other pages say of them is other now, because their title, their address or
#: whether everyone may see them is. Sent for a page that goes as well, while it is still there.
pages_appear_otherwise = Signal()
#: Sent with ``page_id``, just before the page goes; of each page that goes with it as well.
page_goes = Signal()

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
_BEFORE = "_row_before_save"


def connect() -> None:
    """Start listening; called once, when the app is ready."""
    pre_save.connect(_remember_row, dispatch_uid="editorial.remember_row")
    post_save.connect(_page_saved, dispatch_uid="editorial.page_saved")
    pre_delete.connect(_page_deleted, sender=Page, dispatch_uid="editorial.page_deleted")
    post_page_move.connect(_page_moved, dispatch_uid="editorial.page_moved")
    post_save.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="editorial.restriction_saved")
    post_delete.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="editorial.restriction_deleted")


def _remember_row(sender: type, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Keep the address, state and title that the page has until this save, to see what the save changes."""
    if isinstance(instance, Page) and not raw and instance.pk and not _only_draft(update_fields):
        row = Page.objects.filter(pk=instance.pk).values_list("url_path", "live", "title").first()
        setattr(instance, _BEFORE, row)


def _page_saved(sender: type, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    if raw or not isinstance(instance, Page) or _only_draft(update_fields):
        return
    before = instance.__dict__.pop(_BEFORE, None)
    address_before, live_before, title_before = before or (instance.url_path, False, instance.title)
    if address_before != instance.url_path:
        _tell_of(instance.get_descendants(inclusive=True))
    elif live_before or instance.live:
        tell([instance.pk], appears_otherwise=(live_before, title_before) != (instance.live, instance.title))


def _only_draft(update_fields: Any) -> bool:
    return update_fields is not None and DRAFT_FIELDS.issuperset(update_fields)


def _page_deleted(sender: type, instance: Page, **kwargs: Any) -> None:
    page_goes.send(sender=Page, page_id=instance.pk)
    pages_appear_otherwise.send(sender=Page, page_ids=[instance.pk])


def _page_moved(sender: type, instance: Page, **kwargs: Any) -> None:
    """Addresses and view restrictions of the page and all below it may be others now."""
    _tell_of(Page.objects.filter(path__startswith=Page.objects.get(pk=instance.pk).path))


def _restriction_changed(sender: type, instance: PageViewRestriction, origin: Any = None, **kwargs: Any) -> None:
    """The page and all below it became private, or public; unless the restriction goes because its page does."""
    removed = origin.model if isinstance(origin, QuerySet) else type(origin)
    if origin is not None and removed is not PageViewRestriction:
        return
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        _tell_of(page.get_descendants(inclusive=True))


def _tell_of(pages: QuerySet[Page]) -> None:
    tell(list(pages.order_by().values_list("pk", flat=True)), appears_otherwise=True)


def tell(page_ids: list[int], *, appears_otherwise: bool = False) -> None:
    """Say that these pages changed; also for a room whose pages show something that was not saved with them."""
    pages_changed.send(sender=Page, page_ids=page_ids)
    if appears_otherwise:
        pages_appear_otherwise.send(sender=Page, page_ids=page_ids)
