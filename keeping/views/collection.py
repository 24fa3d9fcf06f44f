"""One collection: reading it, and changing what is in it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.asking import the_member
from keeping import collections, policy, sharing
from keeping.collections import ChangedMeanwhileError, KeepingRefusedError
from keeping.contents import rows_of
from keeping.dossiers import NoPlaceForDossiersError, make_dossier
from keeping.exporting import all_exports
from keeping.forms import CollectionForm
from keeping.groups import group_of
from keeping.models import Collection
from keeping.views.asking import in_collection, number_in

MEANWHILE = gettext_lazy("Er is intussen iets veranderd in een ander venster. Kijk even en doe het dan opnieuw.")
STEPS = {"omhoog": -1, "omlaag": +1}


@require_safe
@in_collection(editing=False)
def collection(request: HttpRequest, collection: Collection) -> HttpResponseBase:
    """The pages in order with their notes; for who may, the ways to change it."""
    return _show(request, collection)


def _show(request: HttpRequest, collection: Collection, status: int = 200, **more: object) -> HttpResponse:
    context = {
        "collection": collection,
        "rows": rows_of(collection),
        "group": group_of(collection.group_kind, collection.group_id),
        "exports": all_exports(),
        "may": {
            "edit": policy.may_edit(request.user, collection),
            "share": policy.may_share(request.user, collection),
            "dossier": policy.may_make_dossier(request.user, collection),
        },
        **more,
    }
    return render(request, "keeping/collection.html", context, status=status)


@require_POST
@in_collection(editing=True)
def move(request: HttpRequest, collection: Collection, item_id: int) -> HttpResponseBase:
    """One place up or down."""
    step = STEPS.get(request.POST.get("richting", ""))
    if step is None:
        raise Http404
    try:
        collections.move(collection, item_id, step, number_in(request, "versie"))
    except ChangedMeanwhileError:
        messages.warning(request, MEANWHILE)
    return _back(collection, f"stuk-{item_id}")


@require_POST
@in_collection(editing=True)
def remove(request: HttpRequest, collection: Collection, item_id: int) -> HttpResponseBase:
    """Take a page out."""
    if collections.remove(collection, item_id):
        messages.success(request, _("De pagina is uit je verzameling."))
    return _back(collection)


@require_POST
@in_collection(editing=True)
def write_note(request: HttpRequest, collection: Collection, item_id: int) -> HttpResponseBase:
    """Keep the note; when another window wrote one, both are shown and nothing is lost."""
    item = collection.items.filter(pk=item_id).first()
    if item is None:
        messages.warning(request, MEANWHILE)
        return _back(collection)
    note = request.POST.get("aantekening", "").replace("\0", "")
    try:
        collections.write_note(item, note, number_in(request, "versie"))
    except ChangedMeanwhileError:
        return _show(request, collection, 409, clash=item.pk, typed=note)
    return _back(collection, f"stuk-{item_id}")


@require_http_methods(["GET", "HEAD", "POST"])
@in_collection(editing=True)
def change(request: HttpRequest, collection: Collection) -> HttpResponseBase:
    """Another name or description."""
    seen = request.POST.get("gezien") or collections.fingerprint(collection)
    form = CollectionForm(request.POST if request.method == "POST" else None, initial=_described(collection))
    if request.method == "POST" and form.is_valid():
        try:
            collections.describe(collection, form.cleaned_data["title"], form.cleaned_data["description"], seen)
        except KeepingRefusedError as refusal:
            form.add_error("title", str(refusal))
        except ChangedMeanwhileError:
            # What was typed stays in the form; the other text stands above it.
            seen = collections.fingerprint(collection)
            form.add_error(None, _("In een ander venster is dit veranderd in: “%s”.") % collection.title)
        else:
            return _back(collection)
    may_delete = policy.may_delete(request.user, collection)
    context = {"collection": collection, "form": form, "seen": seen, "may_delete": may_delete}
    return render(request, "keeping/change.html", context, status=422 if form.errors else 200)


@require_POST
@in_collection(editing=True)
def delete(request: HttpRequest, collection: Collection) -> HttpResponseBase:
    """Throw the collection away; the pages stay where they are."""
    if not policy.may_delete(request.user, collection):
        raise PermissionDenied
    group = group_of(collection.group_kind, collection.group_id)
    collection.delete()
    messages.success(request, _("De verzameling is weggegooid."))
    return redirect(group.url if group else reverse("keeping:overview"))


@require_POST
@in_collection(editing=True)
def share(request: HttpRequest, collection: Collection) -> HttpResponseBase:
    """Make an address for others, or end it. It is shown once."""
    if not policy.may_share(request.user, collection):
        raise PermissionDenied
    if "stop" in request.POST:
        sharing.revoke(collection)
        messages.success(request, _("Het adres werkt niet meer."))
        return _back(collection)
    token = sharing.make_address(collection)
    collection.refresh_from_db()
    address = request.build_absolute_uri(reverse("keeping:shared", args=[token]))
    return _show(request, collection, address=address)


@require_POST
@in_collection(editing=False)
def dossier(request: HttpRequest, collection: Collection) -> HttpResponseBase:
    """Start a dossier with these pages, as a draft that waits for approval."""
    user = the_member(request)
    if not policy.may_make_dossier(user, collection):
        raise PermissionDenied
    try:
        page = make_dossier(collection, user)
    except NoPlaceForDossiersError:
        messages.error(request, _("De site heeft nog geen overzicht van dossiers."))
        return _back(collection)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _described(collection: Collection) -> dict[str, str]:
    return {"title": collection.title, "description": collection.description}


def _back(collection: Collection, anchor: str = "") -> HttpResponseBase:
    address = reverse("keeping:collection", args=[collection.uuid])
    return redirect(f"{address}#{anchor}" if anchor else address)
