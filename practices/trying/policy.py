"""Who may try a practice, and say whether it helped."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.standing import is_suspended
from editorial.publicity import is_public
from practices.models import PracticePage, TryOut

Asker = User | AnonymousUser


def may_try(user: Asker, page: PracticePage) -> bool:
    """Whether ``user`` may say that they try this: a member who is not suspended, on a public page."""
    return user.is_authenticated and user.is_active and is_public(page) and not is_suspended(user)


def may_change(user: Asker, tryout: TryOut) -> bool:
    """Whether ``user`` may withdraw it or answer: only whose it is."""
    return user.is_authenticated and tryout.user_id == user.pk and not is_suspended(user)
