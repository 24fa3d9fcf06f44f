"""Making what a member wrote a draft of the editors: not public yet, in their workflow."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.text import slugify
from wagtail.models import Page
from wagtail.users.models import UserProfile

from accounts.models import User


def send_to_editors(page: Page, by: User | None) -> None:
    """Keep ``page`` as a new revision and see to it that the editors are asked to look at that one.

    A workflow that returned it goes on; one that runs begins its step again, so that they hear of the new text.
    """
    if by is not None:
        mute_admin_mail(by)
    page.save_revision(user=by, log_action=True, clean=False)
    state = page.current_workflow_state
    if state is None:
        if workflow := page.get_workflow():
            workflow.start(page, by)
    elif state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user=by)
    elif state.current_task_state is not None:
        state.current_task_state.specific.cancel(user=by, resume=True)


def mute_admin_mail(user: User) -> None:
    """Keep Wagtail from mailing a member: its mails lead to the admin, ours to where the member can read."""
    if user.has_perm("wagtailadmin.access_admin"):
        return
    profile = UserProfile.get_for_user(user)
    profile.submitted_notifications = profile.approved_notifications = False
    profile.rejected_notifications = profile.updated_comments_notifications = False
    profile.save()


def place_for(index: type[Page]) -> Any:
    """The first public list of this kind, locked, to put drafts below; None when the site has none."""
    return index.objects.select_for_update(of=("self",)).filter(live=True).order_by("path").first()


def add_draft(page: Page, parent: Page, *, fallback: str, reserved: Collection[str] = (), most: int = 200) -> None:
    """Put a new page below ``parent``, at a free address. It is not public."""
    page.live = False
    page.slug = free_slug(page.title, parent, fallback=fallback, reserved=reserved, most=most)
    parent.add_child(instance=page)


def free_slug(title: str, parent: Page, *, fallback: str, reserved: Collection[str] = (), most: int = 200) -> str:
    """A slug of ``most`` characters for a page of this title, that nothing below ``parent`` has and is not reserved."""
    wanted = slugify(title)[:most].rstrip("-") or fallback
    taken = {*parent.get_children().filter(slug__startswith=wanted).values_list("slug", flat=True), *reserved}
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug
