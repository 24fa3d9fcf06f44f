"""For who looks after pages, with rights in the admin or without: what is due, and saying that it is still right."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from accounts.current import member
from accounts.models import User
from accounts.profiles import display_name
from editorial.models import ContentPage
from editorial.reading import content_kind_of, page_url
from editorial.review_confirming import Confirmation, confirm, confirmations_of, due_for, may_confirm


@require_safe
@login_required
def my_pages(request: HttpRequest) -> HttpResponse:
    """One's own pages of which the day has come."""
    due = [
        {"pk": page.pk, "title": page.title, "kind": content_kind_of(page), "review_date": page.review_date}
        for page in due_for(member(request))
    ]
    return render(request, "editorial/review/mine.html", {"due": due})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def one_page(request: HttpRequest, page_id: int) -> HttpResponse:
    """One page with who confirmed it when; a POST confirms it. Raises Http404 for a page of somebody else."""
    user = member(request)
    page = _own_page(page_id, user)
    if request.method == "POST":
        next_look = formats.date_format(confirm(page, user), "j F Y")
        messages.success(
            request,
            _("Dank je. “%(title)s” komt op %(day)s weer aan de beurt.") % {"title": page.title, "day": next_look},
        )
        return redirect("reviewing:mine")
    context = {
        "checked": page,
        "page_url": page_url(page),
        "may_edit": page.permissions_for_user(user).can_edit(),
        "confirmations": [(found.at, _who(found, user)) for found in confirmations_of(page)],
    }
    return render(request, "editorial/review/page.html", context)


def _who(confirmation: Confirmation, viewer: User) -> str:
    return confirmation.contact.name if confirmation.contact else display_name(confirmation.by, viewer)


def _own_page(page_id: int, user: User) -> ContentPage:
    found = Page.objects.filter(pk=page_id, live=True).first()
    page = found.specific if found else None
    if not isinstance(page, ContentPage) or not may_confirm(user, page):
        raise Http404
    return page
