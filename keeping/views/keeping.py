"""Bewaar: choosing the collection for a page."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from accounts.asking import the_member
from accounts.models import User
from caching.policy import never_cached
from editorial.reading import page_url
from keeping import collections
from keeping.collections import KeepingRefusedError
from keeping.forms import NEW, KeepForm
from keeping.groups import editable_groups
from keeping.models import Collection
from keeping.public_pages import page_to_keep


@never_cached
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Asks where to keep this page, or keeps it. Signing in leads back here, so that nothing is lost on the way."""
    page = page_to_keep(page_id)
    if page is None:
        raise Http404
    user = the_member(request)
    choices = _choices(user)
    form = KeepForm(
        [(key, label) for key, label, _found in choices], request.POST if request.method == "POST" else None
    )
    if request.method == "POST" and form.is_valid():
        try:
            collection = _chosen(form, user, {key: found for key, _label, found in choices})
            is_new = collections.add(collection, page, form.cleaned_data["note"])
        except KeepingRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _said(collection, is_new))
            return redirect(page_url(page))
    context = {"kept_page": page, "page_address": page_url(page), "form": form, "holding": _holding(page, choices)}
    return render(request, "keeping/keep.html", context, status=422 if form.errors else 200)


def _choices(user: User) -> list[tuple[str, str, Collection]]:
    """(key, label, collection) of all that this member may add to: their own, the last used first, then of groups."""
    own = [(str(one.uuid), one.title, one) for one in collections.collections_of(user).order_by("-changed_at")]
    of_groups = [
        (str(one.uuid), f"{one.title} ({group.name})", one)
        for group in editable_groups(user)
        for one in collections.collections_of(group)
    ]
    return own + of_groups


def _chosen(form: KeepForm, user: User, known: dict[str, Collection]) -> Collection:
    key = form.cleaned_data["collection"]
    return collections.make(user, form.cleaned_data["title"])[0] if key == NEW else known[key]


def _holding(page: Page, choices: list[tuple[str, str, Collection]]) -> list[Collection]:
    """Those of the collections that have this page already; one query."""
    known = [found.pk for _key, _label, found in choices]
    return list(Collection.objects.filter(pk__in=known, items__page=page))


def _said(collection: Collection, is_new: bool) -> str:
    words = _("Bewaard in {}.") if is_new else _("Deze pagina stond al in {}.")
    link = format_html('<a href="{}">{}</a>', reverse("keeping:collection", args=[collection.uuid]), collection.title)
    return format_html(words, link)
