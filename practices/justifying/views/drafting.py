"""What the script of the form asks: keeping a draft while somebody types. And throwing one away, by a button."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.models import User
from caching.unlisted import unlisted
from practices.justifying import drafts, justifications, limits, policy
from practices.justifying.drafts import DraftPlace
from practices.justifying.views.addresses import begin_url
from practices.justifying.views.place import SignInFirst, place_of, to_signing_in
from practices.justifying.views.sent import number_in
from practices.justifying.views.writing import public_interventions


@unlisted
@require_POST
def keep(request: HttpRequest, uuid: UUID | None = None, token: str | None = None) -> HttpResponseBase:
    """Of a verantwoording that is there; answers the number that is kept, which may be another window's."""
    try:
        place = place_of(request, uuid, token)
    except SignInFirst:
        return to_signing_in(request)
    of_this = drafts.of(place.justification)
    if "throw_away" in request.POST:
        drafts.empty(of_this, number_in(request, "draft_version"))
        return redirect(place.url("edit"))
    return _kept(request, of_this)


@unlisted
@require_POST
def keep_new(request: HttpRequest) -> HttpResponseBase:
    """Of one that is being begun: a member's own, or of whoever has the word of the form."""
    pages = public_interventions(request.GET.getlist("p"))
    token = request.POST.get("token", "")
    if len(pages) != 1 or not justifications.is_token(token):
        raise Http404
    page, user = pages[0], request.user
    if isinstance(user, User):
        if not policy.may_own(user):
            raise PermissionDenied
        place = drafts.of_member(user, page)
    else:
        place = drafts.by_word(token, page)
    if "throw_away" in request.POST:
        drafts.empty(place, number_in(request, "draft_version"))
        return redirect(begin_url(page))
    if drafts.was_begun(token):
        return JsonResponse({"version": number_in(request, "draft_version"), "kept": False})
    if place.owner is None and drafts.kept_at(place) is None and not limits.may_begin(request):
        return JsonResponse({}, status=429)
    return _kept(request, place)


def _kept(request: HttpRequest, place: DraftPlace) -> HttpResponseBase:
    number, values = number_in(request, "draft_version"), drafts.typed_in(request.POST)
    if not number:
        return JsonResponse({}, status=400)
    kept = drafts.save(place, version=number, based_on=number_in(request, "version"), values=values)
    return JsonResponse({"version": kept.version, "kept": kept.version == number and kept.values == values})
