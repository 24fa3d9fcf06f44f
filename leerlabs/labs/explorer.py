"""In the editors' room, too, a Leerlab is there for whoever may know of it: lists of pages, search, choosers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import AbstractPage, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from leerlabs.models import LeerlabPage
from leerlabs.policy import visible_leerlabs
from leerlabs.standing import Role, site_roles


class PagesOneMayKnowOf(PagePermissionPolicy):
    """Wagtail's own policy, without the Leerlabs that somebody may not know of."""

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        """The pages that the explorer, the search and the histories of the admin show this person."""
        return without_hidden(super().explorable_instances(user), user)


def connect() -> None:
    """Take the place of Wagtail's policy; called once, when the app is ready."""
    register_permission_policy(AbstractPage, PagesOneMayKnowOf(Page))


def without_hidden(pages: QuerySet[Page], user: Any) -> QuerySet[Page]:
    """``pages`` without the Leerlabs that ``user`` may not know of and did not make."""
    if Role.EDITOR in site_roles(user):
        return pages
    others = LeerlabPage.objects.exclude(pk__in=visible_leerlabs(user).values("pk")).exclude(owner=user)
    return pages.exclude(pk__in=others.values("pk"))


def choosable(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """The pages that this person may choose as the target of a link or relation."""
    return without_hidden(pages, request.user)
