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
from editorial.reading import page_url
from editorial.restrictions import is_restricted
from organisations.tokens import new_token
from practices.justifying import justifications, limits, policy
from practices.justifying.figures_in_words import rows_of_figures
from practices.justifying.forms.justification import JustificationForm
from practices.justifying.models import Justification
from practices.justifying.saving import save_written
from practices.justifying.snapshots import figures_of
from practices.justifying.views.place import Place, SignInFirst, place_of, to_signing_in
from practices.justifying.views.privacy import private
from practices.models import InterventionPage

#: So many an account can keep.
MOST_OF_ONE = 200


@private
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponseBase:
    """Asks for which intervention, then shows the empty form; what is filled in is kept from the first save on."""
    chosen = _public_interventions(request.GET.getlist("p"))
    if len(chosen) != 1 and request.method == "POST":
        return redirect("justifying:begin")
    if len(chosen) != 1:
        options = chosen or _public_interventions()
        examples = Justification.objects.filter(is_example=True).order_by("pk")[:3]
        context = {"options": options, "examples": examples}
        return render(request, "practices/justifying/choose.html", context)
    page = chosen[0]
    if request.method != "POST":
        return _show_new(request, page, JustificationForm(), new_token())
    token = request.POST.get("token", "")
    token = token if justifications.is_token(token) else new_token()
    form = JustificationForm(request.POST)
    if not form.is_valid():
        return _show_new(request, page, form, token, status=422)
    return _keep_new(request, page, form, token)


def _keep_new(request: HttpRequest, page: InterventionPage, form: JustificationForm, token: str) -> HttpResponseBase:
    owner = request.user if isinstance(request.user, User) else None
    if owner is not None and not policy.may_own(owner):
        raise PermissionDenied
    is_full = owner is not None and owner.justifications.count() >= MOST_OF_ONE
    if is_full or not (owner or limits.may_begin(request)):
        messages.error(request, _("Dit zijn er nu te veel. Wat je schreef staat hieronder; bewaar het later opnieuw."))
        return _show_new(request, page, form, token, status=429)
    kept, is_new = justifications.begin(token, owner, page, form.cleaned_data)
    if kept.owner_id != (owner.pk if owner else None):
        # The word of this form began something of somebody else: it is not told what.
        return _show_new(request, page, form, new_token(), status=409)
    place = Place(kept, "" if owner else token)
    if not is_new:
        # Sent twice, or once more from a page that was gone back to.
        saved = save_written(kept, form.cleaned_data, 1)
        if not saved.done:
            return _show_edit(request, place, form, saved.version, elsewhere=saved.elsewhere, status=409)
    return redirect(place.url("show"))


def _show_new(
    request: HttpRequest, page: InterventionPage, form: JustificationForm, token: str, status: int = 200
) -> HttpResponse:
    context = {
        "page_url": page_url(page),
        "intervention": page.title,
        "form": form,
        "parts": form.parts({}),
        "token": token,
        "figures": rows_of_figures(figures_of(page)),
        "is_member": request.user.is_authenticated,
    }
    return render(request, "practices/justifying/write.html", context, status=status)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uuid: UUID | None = None, token: str | None = None) -> HttpResponseBase:
    """The form with what is known; keeps it, unless another window kept something else meanwhile."""
    try:
        place = place_of(request, uuid, token)
    except SignInFirst:
        return to_signing_in(request)
    row = place.justification
    if request.method != "POST":
        return _show_edit(request, place, JustificationForm(instance=row), row.version)
    form, version = JustificationForm(request.POST, instance=row), _number(request, "version")
    if not form.is_valid():
        return _show_edit(request, place, form, version, status=422)
    saved = save_written(row, form.cleaned_data, version)
    if not saved.done:
        return _show_edit(request, place, form, saved.version, elsewhere=saved.elsewhere, status=409)
    messages.success(request, _("Bewaard."))
    return redirect(place.url("show"))


def _show_edit(
    request: HttpRequest,
    place: Place,
    form: JustificationForm,
    version: int,
    *,
    elsewhere: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    row: Justification = place.justification
    is_public = row.page is not None and row.page.live and not is_restricted(row.page.path)
    context = {
        "page_url": page_url(row.page) if row.page is not None and is_public else "",
        "intervention": row.intervention,
        "form": form,
        "parts": form.parts(elsewhere or {}),
        "version": version,
        "elsewhere": elsewhere,
        "figures": rows_of_figures(row.figures),
        "figures_of": row.figures_of,
        "place": place,
    }
    return render(request, "practices/justifying/write.html", context, status=status)


def _public_interventions(keys: list[str] | None = None) -> list[InterventionPage]:
    """Those that everybody can read, by title; with ``keys`` only these."""
    rows = InterventionPage.objects.live().order_by("title")
    if keys is not None:
        rows = rows.filter(pk__in=[int(key) for key in keys[:10] if key.isdecimal() and len(key) < 12])
    return [page for page in rows if not is_restricted(page.path)]


def _number(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 9 else 0
