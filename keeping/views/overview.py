"""All that a member keeps: /account/bewaard/."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from caching.policy import never_cached
from delivery.models import DigestRhythm
from delivery.preferences import preferences_of
from editorial.reading import content_kind_of, page_url
from keeping import collections
from keeping.alerts.telling import found_for
from keeping.collections import KeepingRefusedError
from keeping.forms import CollectionForm
from keeping.groups import Group, editable_groups
from keeping.models import Alert

#: Of what alerts found, so many stand on this page; the feed has more.
SHOWN_NEWS = 10


@never_cached
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: HttpRequest) -> HttpResponseBase:
    """Collections, what is followed and what is new in it; or makes a collection."""
    user = request.user
    if not isinstance(user, User):
        raise Http404
    groups = editable_groups(user)
    form = CollectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made, is_new = collections.make(
                _owner(request, user, groups), form.cleaned_data["title"], form.cleaned_data["description"]
            )
        except KeepingRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            if not is_new:
                messages.info(request, _("Je had al een verzameling met deze naam. Dit is die verzameling."))
            return redirect("keeping:collection", uuid=made.uuid)
    counted = collections.collections_of(user).annotate(pages=Count("items"))
    context = {
        "collections": counted.order_by("-changed_at"),
        "groups": [(group, collections.collections_of(group).annotate(pages=Count("items"))) for group in groups],
        "alerts": Alert.objects.filter(user=user),
        "news": [
            (found, page_url(found.page), content_kind_of(found.page)) for found in found_for(user, most=SHOWN_NEWS)
        ],
        "has_digest": preferences_of(user).digest != DigestRhythm.NONE,
        "form": form,
    }
    return render(request, "keeping/overview.html", context, status=422 if form.errors else 200)


def _owner(request: HttpRequest, user: User, groups: list[Group]) -> User | Group:
    """The member, or the group that a form names. Raises Http404 for a group whose collections are not theirs."""
    wanted = request.POST.get("group", "")
    if not wanted:
        return user
    for group in groups:
        if group.key == wanted:
            return group
    raise Http404
