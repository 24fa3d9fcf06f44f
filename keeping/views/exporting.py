"""Taking a collection along, by who may see it and by who has its address."""

from __future__ import annotations

import logging

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caching.policy import cached
from caching.unlisted import unlisted
from citing.styles import STYLES
from editorial.publicity import public
from editorial.reading import page_url
from keeping.contents import rows_of
from keeping.exporting import (
    DEFAULT_STYLE,
    Selection,
    all_exports,
    bibliography,
    export,
    file_name,
    references_of,
    selection_of,
    selection_of_dossier,
)
from keeping.models import Collection, DossierPage
from keeping.sharing import shared_collection
from keeping.views.asking import in_collection
from printing.pdf import PrintingFailed

logger = logging.getLogger(__name__)


@require_safe
@in_collection(editing=False)
def export_own(request: HttpRequest, collection: Collection, code: str) -> HttpResponseBase:
    """The file, for who may see the collection."""
    return _file(request, selection_of(collection), code, reverse("keeping:collection", args=[collection.uuid]))


@require_safe
@in_collection(editing=False)
def sources(request: HttpRequest, collection: Collection) -> HttpResponseBase:
    """The list of sources in a chosen style."""
    return _sources(request, collection, reverse("keeping:collection", args=[collection.uuid]))


@unlisted
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponseBase:
    """A collection by its address. Raises Http404 for one that was ended, as for one that never was."""
    collection = _by(token)
    context = {
        "collection": collection,
        "rows": rows_of(collection),
        "exports": all_exports(),
        "token": token,
    }
    return render(request, "keeping/shared.html", context)


@unlisted
@require_safe
def export_shared(request: HttpRequest, token: str, code: str) -> HttpResponseBase:
    """The file, for who has the address."""
    return _file(request, selection_of(_by(token)), code, reverse("keeping:shared", args=[token]))


@unlisted
@require_safe
def shared_sources(request: HttpRequest, token: str) -> HttpResponseBase:
    """The list of sources, for who has the address."""
    return _sources(request, _by(token), reverse("keeping:shared", args=[token]))


def _by(token: str) -> Collection:
    found = shared_collection(token)
    if found is None:
        raise Http404
    return found


@cached()
@require_safe
def export_dossier(request: HttpRequest, page_id: int, code: str) -> HttpResponseBase:
    """The file of a published dossier, for everyone. Raises Http404 for one that not everyone may read."""
    dossier = get_object_or_404(public(DossierPage.objects.all()), pk=page_id)
    return _file(request, selection_of_dossier(dossier), code, page_url(dossier))


def _file(request: HttpRequest, selection: Selection, code: str, back: str) -> HttpResponseBase:
    try:
        made = export(selection, code, language=get_language() or "nl")
    except KeyError:
        raise Http404(code) from None
    except PrintingFailed as problem:
        logger.warning("No PDF of a collection: %s", problem)
        messages.error(request, _("De PDF lukt nu niet. Probeer het straks nog eens, of print de pagina."))
        return redirect(back)
    return HttpResponse(
        made.content,
        content_type=made.content_type,
        headers={"Content-Disposition": f'attachment; filename="{file_name(selection, made)}"'},
    )


def _sources(request: HttpRequest, collection: Collection, back: str) -> HttpResponse:
    style = request.GET.get("stijl") or DEFAULT_STYLE
    if style not in STYLES:
        raise Http404(style)
    context = {
        "collection": collection,
        "entries": bibliography(references_of(collection), style, get_language() or "nl"),
        "styles": STYLES,
        "chosen": style,
        "back": back,
    }
    return render(request, "keeping/sources.html", context)
