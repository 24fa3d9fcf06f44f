"""Who may do what with collections: the one place that answers it. For a group its own room does."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.standing import is_suspended
from keeping.groups import answers_of
from keeping.models import Collection, DossierIndexPage

Asker = User | AnonymousUser


def may_see(user: Asker, collection: Collection) -> bool:
    """Whether ``user`` may read it, notes included. An address by which it is shared is a matter of its own."""
    if not collection.is_of_group:
        return _is_owner(user, collection)
    answers = answers_of(collection.group_kind)
    return answers is not None and answers.may_see(user, collection.group_id or 0)


def may_edit(user: Asker, collection: Collection) -> bool:
    """Whether ``user`` may add, order, annotate, rename and take pages out."""
    if not collection.is_of_group:
        return _is_owner(user, collection)
    answers = answers_of(collection.group_kind)
    return answers is not None and answers.may_edit(user, collection.group_id or 0)


def may_delete(user: Asker, collection: Collection) -> bool:
    """Whether ``user`` may throw all of it away: its owner, or whom the group lets."""
    if not collection.is_of_group:
        return _is_owner(user, collection)
    answers = answers_of(collection.group_kind)
    return answers is not None and answers.may_delete(user, collection.group_id or 0)


def may_share(user: Asker, collection: Collection) -> bool:
    """Whether ``user`` may give out an address: only of what is their own, and not while suspended.

    What a group keeps is shown by the group.
    """
    return _is_owner(user, collection) and isinstance(user, User) and not is_suspended(user)


def may_read_shared(collection: Collection) -> bool:
    """Whether an address that was given out still works: not once its owner left or was suspended."""
    owner = collection.owner
    return owner is not None and owner.is_active and not is_suspended(owner)


def may_make_dossier(user: Asker, collection: Collection) -> bool:
    """Whether ``user`` may start a dossier of it: an editor who may add one, with what they may see."""
    if not isinstance(user, User) or not user.has_perm("wagtailadmin.access_admin") or not may_see(user, collection):
        return False
    index = DossierIndexPage.objects.live().order_by("path").first()
    return index is not None and bool(index.permissions_for_user(user).can_add_subpage())


def _is_owner(user: Asker, collection: Collection) -> bool:
    return bool(user.is_authenticated and user.is_active and collection.owner_id == user.pk)
