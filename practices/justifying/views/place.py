"""Where a verantwoording is read and changed: at its owner's, or by its private link."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse

from practices.justifying import policy
from practices.justifying.justifications import by_link
from practices.justifying.models import Justification


class SignInFirst(Exception):
    """A visitor asks for what belongs to an account."""


@dataclass(frozen=True, slots=True)
class Place:
    """A verantwoording and the way to it: with ``token`` the private link; an example everybody only reads."""

    justification: Justification
    token: str = ""
    is_example: bool = False

    def url(self, name: str) -> str:
        """The address of one of its pages: show, edit, draft, pdf, figures, delete."""
        if self.is_example:
            return reverse(f"justifying:example_{name}", args=[self.justification.uuid])
        if self.token:
            return reverse(f"justifying:link_{name}", args=[self.token])
        return reverse(f"justifying:{name}", args=[self.justification.uuid])

    @property
    def urls(self) -> dict[str, str]:
        """All of them, for templates."""
        names = ("show", "pdf") if self.is_example else ("show", "pdf", "edit", "draft", "figures", "delete")
        return {name: self.url(name) for name in names}


def place_of(request: HttpRequest, uuid: UUID | None, token: str | None) -> Place:
    """The place that is asked for. Raises Http404 when it is not theirs: nobody learns that it exists.

    Raises :class:`SignInFirst` for a visitor without a link, and PermissionDenied for who may not change it.
    """
    if token is not None:
        found = by_link(token)
        if found is None:
            raise Http404
        return Place(found, token)
    if uuid is None or not request.user.is_authenticated:
        raise SignInFirst
    kept = Justification.objects.select_related("page").filter(uuid=uuid).first()
    if kept is None or not policy.may_read(request.user, kept):
        raise Http404
    if request.method == "POST" and not policy.may_change(request.user, kept):
        raise PermissionDenied
    return Place(kept)


def example_place(uuid: UUID) -> Place:
    """An example of the demo. Raises Http404 for all else."""
    found = Justification.objects.select_related("page").filter(uuid=uuid, is_example=True).first()
    if found is None:
        raise Http404
    return Place(found, is_example=True)


def to_signing_in(request: HttpRequest) -> HttpResponseBase:
    """The page for signing in, which leads back here."""
    return redirect_to_login(request.get_full_path())
