"""Who asks, and for which submission."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, QueryDict

from editorial.contributing import policy
from editorial.contributing.models import S


def own_submission(request: HttpRequest, kind: type[S], uuid: UUID) -> S:
    """The submission called ``uuid``. Raises Http404 when it is not of who asks: nobody learns that it exists."""
    found = kind._default_manager.select_related("page", "contributor").filter(uuid=uuid).first()
    if found is None or not policy.may_follow(request.user, found):
        raise Http404
    if request.method == "POST" and not policy.may_change(request.user, found):
        raise PermissionDenied
    return found


def number_in(request: HttpRequest, name: str) -> int | None:
    """A number that came back with a form; None when it is none."""
    return number_of(request.POST, name)


def number_of(sent: QueryDict, name: str) -> int | None:
    """The same in what was sent some time before."""
    value = sent.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 12 else None
