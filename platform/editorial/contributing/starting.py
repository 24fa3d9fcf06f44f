"""Beginning something for the editors, and going on with what is begun."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import User
from editorial.contributing import policy
from editorial.contributing.models import S
from editorial.contributing.steps import Steps

#: So many may be unfinished at once; who has more is asked to finish or throw away.
MOST_UNFINISHED = 20
_MOST_SHOWN = 5


def unfinished(kind: type[S], member: User) -> QuerySet[S]:
    """What a member began and never sent in."""
    return kind._default_manager.filter(contributor=member, sent_at=None, page=None)


def room_for(kind: type[S], member: User) -> int:
    """How many more a member may begin."""
    return max(MOST_UNFINISHED - unfinished(kind, member).count(), 0)


def invitation(request: HttpRequest, kind: type[S], steps: Steps) -> dict[str, Any]:
    """Template variables of the page that invites to begin; what is begun already, with where one goes on."""
    member = request.user if isinstance(request.user, User) else None
    begun = unfinished(kind, member)[:_MOST_SHOWN] if member else []
    return {
        "steps": steps.titles.values(),
        "may_contribute": member is not None and policy.may_contribute(member),
        "token": uuid4() if member else "",
        "unfinished": [(one, steps.first_url(one)) for one in begun],
    }
