"""Beginning a verantwoording, and writing on in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.unsent import typed_before
from caching.unlisted import unlisted
from editorial.publicity import is_public, public
from editorial.reading import page_url
from organisations.tokens import new_token
from practices.justifying import drafts, justifications, limits, policy
from practices.justifying.figures_in_words import rows_of_figures
from practices.justifying.forms.justification import JustificationForm
from practices.justifying.models import Draft, Justification
from practices.justifying.saving import save_written
from practices.justifying.snapshots import figures_of
from practices.justifying.views.addresses import DRAFT_PARAMETER, begin_url, draft_url
from practices.justifying.views.place import Place, SignInFirst, place_of, to_signing_in
from practices.justifying.views.sent import number_in, number_of
from practices.models import InterventionPage

#: So many an account can keep.
MOST_OF_ONE = 200


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponseBase:
    """Asks for which intervention, then shows the empty form; what is filled in is kept from the first save on."""
    chosen = public_interventions(request.GET.getlist("p"))
    if len(chosen) != 1 and request.method == "POST":
        return redirect("justifying:begin")
    if len(chosen) != 1:
        options = chosen or public_interventions()
        examples = Justification.objects.filter(is_example=True).order_by("pk")[:3]
        context = {"options": options, "examples": examples}
        return render(request, "practices/justifying/choose.html", context)
    page = chosen[0]
    if request.method != "POST":
        return _begin(request, page)
    token = request.POST.get("token", "")
    token = token if justifications.is_token(token) else new_token()
    form = JustificationForm(request.POST)
    if form.is_valid() and not any(form.cleaned_data.values()):
        form.add_error(None, _("Vul minstens één vak in."))
    if not form.is_valid():
        return _show_new(request, page, form, token, status=422)
    return _keep_new(request, page, form, token)


def _begin(request: HttpRequest, page: InterventionPage) -> HttpResponseBase:
    """The empty form, or with what was typed before and not saved."""
    word = request.GET.get(DRAFT_PARAMETER, "")
    token = word if justifications.is_token(word) else new_token()
    if token == word and justifications.by_link(token) is not None:
        return redirect("justifying:link_edit", token=token)
    of_word = drafts.kept_at(drafts.by_word(token, page)) if token == word else None
    kept = of_word
    if isinstance(request.user, User):
        kept = drafts.kept_at(drafts.of_member(request.user, page))
        # What was begun as a visitor goes on with the account; its word began nothing yet.
        kept = kept if drafts.offered(kept) else of_word or kept
    draft = drafts.offered(kept)
    form = JustificationForm(initial=draft.values if draft else {})
    return _show_new(request, page, form, token, number=kept.version if kept else 0, draft=draft)


def _keep_new(request: HttpRequest, page: InterventionPage, form: JustificationForm, token: str) -> HttpResponseBase:
    owner = request.user if isinstance(request.user, User) else None
    if owner is not None and not policy.may_own(owner):
        raise PermissionDenied
    is_full = owner is not None and owner.justifications.count() >= MOST_OF_ONE
    if is_full or not (owner or limits.may_begin(request)):
        messages.error(
            request, _("Je maakte er net heel veel. Je tekst staat hieronder nog; probeer het over een uur opnieuw.")
        )
        return _show_new(request, page, form, token, status=429)
    kept, is_new = justifications.begin(token, owner, page, form.cleaned_data)
    if kept.owner_id != (owner.pk if owner else None):
        # The word of this form began something of somebody else: it is not told what.
        return _show_new(request, page, form, new_token(), status=409)
    place = Place(kept, "" if owner else token)
    number = number_in(request, "draft_version")
    drafts.empty(drafts.by_word(token, page), number)
    if owner:
        drafts.empty(drafts.of_member(owner, page), number)
    if not is_new:
        # Sent twice, or once more from a page that was gone back to.
        saved = save_written(kept, form.cleaned_data, 1)
        if not saved.done:
            return _show_edit(request, place, form, saved.version, elsewhere=saved.elsewhere, status=409)
    messages.success(request, _("Bewaard."))
    return redirect(place.url("show"))


def _show_new(
    request: HttpRequest,
    page: InterventionPage,
    form: JustificationForm,
    token: str,
    *,
    number: int | None = None,
    draft: Draft | None = None,
    status: int = 200,
) -> HttpResponse:
    is_member = request.user.is_authenticated
    context = {
        "draft": draft,
        "draft_version": number_in(request, "draft_version") if number is None else number,
        "draft_url": draft_url(page),
        # A visitor finds it back by the address; a member without.
        "draft_address": "" if is_member else begin_url(page, token),
        "page_url": page_url(page),
        "intervention": page.title,
        "form": form,
        "parts": form.parts({}),
        "token": token,
        "figures": rows_of_figures(figures_of(page)),
        "is_member": is_member,
    }
    return render(request, "practices/justifying/write.html", context, status=status)


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uuid: UUID | None = None, token: str | None = None) -> HttpResponseBase:
    """The form with what is known; keeps it, unless another window kept something else meanwhile."""
    try:
        place = place_of(request, uuid, token)
    except SignInFirst:
        return to_signing_in(request)
    row = place.justification
    if request.method != "POST":
        return _write_on(request, place)
    form, version = JustificationForm(request.POST, instance=row), number_in(request, "version")
    if not form.is_valid():
        return _show_edit(request, place, form, version, status=422)
    saved = save_written(row, form.cleaned_data, version)
    if not saved.done:
        return _show_edit(request, place, form, saved.version, elsewhere=saved.elsewhere, status=409)
    drafts.empty(drafts.of(row), number_in(request, "draft_version"))
    messages.success(request, _("Bewaard."))
    return redirect(place.url("show"))


def _write_on(request: HttpRequest, place: Place) -> HttpResponseBase:
    """What was saved, or what was typed after that. What was saved since is shown on saving."""
    row = place.justification
    kept = drafts.kept_at(drafts.of(row))
    if typed := typed_before(request):
        form, version = JustificationForm(typed, instance=row), number_of(typed, "version")
        return _show_edit(request, place, form, version, number=kept.version if kept else 0)
    draft = drafts.offered(kept, row)
    form = JustificationForm(instance=row, initial=draft.values if draft else None)
    version = draft.based_on if draft else row.version
    return _show_edit(request, place, form, version, number=kept.version if kept else 0, draft=draft)


def _show_edit(
    request: HttpRequest,
    place: Place,
    form: JustificationForm,
    version: int,
    *,
    elsewhere: dict[str, Any] | None = None,
    number: int | None = None,
    draft: Draft | None = None,
    status: int = 200,
) -> HttpResponse:
    row: Justification = place.justification
    context = {
        "page_url": page_url(row.page) if is_public(row.page) else "",
        "intervention": row.intervention,
        "form": form,
        "parts": form.parts(elsewhere or {}),
        "version": version,
        "elsewhere": elsewhere,
        "figures": rows_of_figures(row.figures),
        "figures_of": row.figures_of,
        "place": place,
        "draft": draft,
        "draft_version": number_in(request, "draft_version") if number is None else number,
        "draft_url": place.url("draft"),
        "was_saved_since": draft is not None and draft.based_on != row.version,
    }
    return render(request, "practices/justifying/write.html", context, status=status)


def public_interventions(keys: list[str] | None = None) -> list[InterventionPage]:
    """Those that everybody can read, by title; with ``keys`` only these."""
    rows = public(InterventionPage.objects.all()).order_by("title")
    if keys is not None:
        rows = rows.filter(pk__in=[int(key) for key in keys[:10] if key.isdecimal() and len(key) < 12])
    return list(rows)
