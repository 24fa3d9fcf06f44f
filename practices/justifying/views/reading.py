"""Reading a verantwoording, on the screen and on paper; later figures; throwing it away."""

from __future__ import annotations

import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from caching.unlisted import unlisted
from editorial.publicity import is_public
from editorial.reading import page_url
from practices.justifying import drafts, justifications, policy
from practices.justifying.documents import justification_pdf, titled
from practices.justifying.figures_in_words import rows_of_figures
from practices.justifying.forms.justification import DecisionForm
from practices.justifying.models import Justification, SchoolProgramme
from practices.justifying.periods import period_text
from practices.justifying.references import references_of
from practices.justifying.snapshots import differences, digest_of
from practices.justifying.views.figure_changes import shown_changes
from practices.justifying.views.files import pdf_response
from practices.justifying.views.place import Place, SignInFirst, example_place, place_of, to_signing_in
from printing.pdf import PrintingFailed

logger = logging.getLogger(__name__)


@unlisted
@require_safe
def show(request: HttpRequest, uuid: UUID | None = None, token: str | None = None) -> HttpResponseBase:
    """All of it as it will be printed, with what can be done."""
    try:
        return _show(request, place_of(request, uuid, token))
    except SignInFirst:
        return to_signing_in(request)


@unlisted
@require_safe
def example(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """An example, for everybody to read."""
    return _show(request, example_place(uuid))


def _show(request: HttpRequest, place: Place) -> HttpResponseBase:
    row = place.justification
    found = [] if place.is_example else differences(row)
    context = {
        "place": place,
        "justification": row,
        "page_url": page_url(row.page) if is_public(row.page) else "",
        "period": period_text(row.starts_on, row.ends_on),
        "figures": rows_of_figures(row.figures),
        "references": references_of(row.sources, row.figures),
        "changes": shown_changes(found),
        "seen": digest_of(found),
        "has_draft": not place.is_example and drafts.offered(drafts.kept_at(drafts.of(row)), row) is not None,
        **_more(request, row, place),
    }
    return render(request, "practices/justifying/show.html", context)


@unlisted
@require_safe
def pdf(request: HttpRequest, uuid: UUID | None = None, token: str | None = None) -> HttpResponseBase:
    """The tagged PDF."""
    try:
        return _pdf(request, place_of(request, uuid, token))
    except SignInFirst:
        return to_signing_in(request)


@unlisted
@require_safe
def example_pdf(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """An example on paper."""
    return _pdf(request, example_place(uuid))


def _pdf(request: HttpRequest, place: Place) -> HttpResponseBase:
    try:
        return pdf_response(justification_pdf(place.justification), f"verantwoording-{place.justification.name}")
    except PrintingFailed:
        logger.exception("A verantwoording could not be printed")
        messages.error(request, _("De PDF kon niet worden gemaakt. Probeer het over een minuut opnieuw."))
        return redirect(place.url("show"))


@unlisted
@require_POST
def figures(request: HttpRequest, uuid: UUID | None = None, token: str | None = None) -> HttpResponseBase:
    """Leaves the figures as they are, or takes over the later ones."""
    try:
        place = place_of(request, uuid, token)
    except SignInFirst:
        return to_signing_in(request)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise Http404
    take_over = form.cleaned_data["choice"] == "take_over"
    try:
        justifications.decide(place.justification, form.cleaned_data["seen"], take_over=take_over)
    except justifications.ChangedMeanwhileError:
        messages.error(request, _("Er zijn intussen weer andere cijfers. Kijk nog een keer en kies dan."))
        return redirect(place.url("show") + "#nieuwe-cijfers")
    messages.success(
        request, _("De nieuwe cijfers staan erin.") if take_over else _("De cijfers blijven zoals ze waren.")
    )
    return redirect(place.url("show") + "#cijfers")


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, uuid: UUID | None = None, token: str | None = None) -> HttpResponseBase:
    """Asks once, then throws it away for good."""
    try:
        place = place_of(request, uuid, token)
    except SignInFirst:
        return to_signing_in(request)
    if request.method != "POST":
        context = {"place": place, "in_programmes": place.justification.programme_items.count()}
        return render(request, "practices/justifying/delete.html", context)
    place.justification.delete()
    messages.success(request, _("De verantwoording is weg."))
    return redirect("justifying:begin" if place.token else "justifying:mine")


@unlisted
@require_POST
def renew_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Gives it a new private link; who has the old one has nothing any more."""
    place = place_of(request, None, token)
    new = justifications.renew_link(place.justification)
    messages.success(request, _("Dit is het nieuwe adres. Het oude werkt niet meer."))
    return redirect("justifying:link_show", token=new)


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, token: str) -> HttpResponseBase:
    """Keeps it with the account of who asks; a visitor signs in first and comes back to a button."""
    place = place_of(request, None, token)
    if not isinstance(request.user, User):
        return to_signing_in(request)
    if request.method != "POST" or not policy.may_own(request.user):
        return redirect(place.url("show"))
    if not justifications.adopt(place.justification, request.user):
        raise Http404
    messages.success(request, _("Bewaard bij je account. Het adres zonder account werkt niet meer."))
    return redirect("justifying:show", uuid=place.justification.uuid)


def _more(request: HttpRequest, row: Justification, place: Place) -> dict[str, object]:
    if place.is_example:
        return {}
    return _about_the_link(request, row, place) if place.token else {"programmes": _programmes(request, row)}


def _about_the_link(request: HttpRequest, row: Justification, place: Place) -> dict[str, object]:
    days = settings.KEEP_LINKED_JUSTIFICATIONS_DAYS
    return {
        "mail_subject": titled(row),
        "address": request.build_absolute_uri(place.url("show")),
        "kept_until": row.changed_at + timedelta(days=days) if days else None,
        "adopt_url": reverse("justifying:link_adopt", args=[place.token]),
        "renew_url": reverse("justifying:link_renew", args=[place.token]),
    }


def _programmes(request: HttpRequest, row: Justification) -> list[SchoolProgramme]:
    """The plans into which it can go."""
    there = row.programme_items.values("programme")
    schools = policy.schools_of(request.user)
    return list(SchoolProgramme.objects.filter(organisation__in=schools).exclude(pk__in=there))
