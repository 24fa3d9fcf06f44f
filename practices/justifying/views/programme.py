"""A schoolprogramma: reading it, on paper too, beginning it and changing what is said of it as a whole."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import the_member
from accounts.models import User
from accounts.profiles import display_name
from caching.unlisted import unlisted
from organisations.tokens import new_token
from practices.justifying import justifications, policy, programmes
from practices.justifying.documents import programme_pdf
from practices.justifying.figures_in_words import rows_of_figures
from practices.justifying.forms.fields import rows_of
from practices.justifying.forms.programme import NewProgrammeForm, ProgrammeForm
from practices.justifying.models import Happening, ProgrammeItem, SchoolProgramme
from practices.justifying.periods import period_text
from practices.justifying.references import references_of_all
from practices.justifying.snapshots import FigureCopy, differences_between, digest_of, figures_of_pages
from practices.justifying.views.figure_changes import shown_changes
from practices.justifying.views.files import pdf_response
from practices.justifying.views.writing_in_plan import write_in_plan
from printing.pdf import PrintingFailed

logger = logging.getLogger(__name__)


def the_programme(request: HttpRequest, uuid: UUID) -> tuple[SchoolProgramme, User]:
    """The plan called ``uuid``, and who asks.

    Raises Http404 when they may not read it, and PermissionDenied when they may read it only and want to change it.
    """
    member = the_member(request)
    found = SchoolProgramme.objects.select_related("organisation").filter(uuid=uuid).first()
    if found is None or not policy.may_read_programme(member, found):
        raise Http404
    if request.method == "POST" and not policy.may_change_programme(member, found):
        raise PermissionDenied
    return found, member


@unlisted
@login_required
@require_safe
def show(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The whole plan."""
    programme, user = the_programme(request, uuid)
    items = list(programme.items.all())
    now = figures_of_pages({item.page_id for item in items if item.page_id})
    changes = programme.changes.select_related("who__profile")[: programmes.MOST_CHANGES_SHOWN]
    may_change = policy.may_change_programme(user, programme)
    context = {
        "programme": programme,
        "period": period_text(programme.starts_on, programme.ends_on),
        "items": [_entry(item, now.get(item.page_id or 0, [])) for item in items],
        "references": references_of_all(items),
        "budget": programmes.budget_of(programme, items),
        "shares": programme.shares.select_related("organisation"),
        "may_change": may_change,
        "may_decide": policy.may_decide_on_programme(user, programme),
        # What colleagues did is between colleagues.
        "changes": [_change(row, user) for row in changes] if may_change else [],
    }
    return render(request, "practices/justifying/programme/show.html", context)


@unlisted
@login_required
@require_safe
def pdf(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The tagged PDF."""
    programme, _user = the_programme(request, uuid)
    try:
        return pdf_response(programme_pdf(programme, list(programme.items.all())), programme.title)
    except PrintingFailed:
        logger.exception("A schoolprogramma could not be printed")
        messages.error(request, _("De PDF kon niet worden gemaakt. Probeer het over een minuut opnieuw."))
        return redirect(programme)


@unlisted
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponseBase:
    """A new plan of one's school."""
    schools = policy.schools_of(request.user)
    if not schools:
        return render(request, "practices/justifying/programme/no_school.html")
    if request.method != "POST":
        form = NewProgrammeForm(schools, initial={"school": request.GET.get("school", "")})
        return _show_new(request, form, new_token())
    form, token = NewProgrammeForm(schools, request.POST), request.POST.get("token", "")
    token = token if justifications.is_token(token) else new_token()
    if not form.is_valid():
        return _show_new(request, form, token, status=422)
    values = dict(form.cleaned_data)
    school = values.pop("school")
    if not isinstance(request.user, User) or not policy.may_begin_programme(request.user, school):
        raise PermissionDenied
    return redirect(programmes.begin(token, request.user, school, values))


def _show_new(request: HttpRequest, form: NewProgrammeForm, token: str, status: int = 200) -> HttpResponse:
    context = {"form": form, "rows": rows_of(form, ("school", "title"), {}), "token": token}
    return render(request, "practices/justifying/programme/write.html", context, status=status)


@unlisted
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """What is said of the plan as a whole."""
    programme, user = the_programme(request, uuid)
    if not policy.may_change_programme(user, programme):
        raise PermissionDenied
    form = ProgrammeForm(request.POST if request.method == "POST" else None, instance=programme)
    save = partial(programmes.save, programme, user)
    return write_in_plan(request, form, save, programme.get_absolute_url(), {"programme": programme})


def _entry(item: ProgrammeItem, now: list[FigureCopy]) -> dict[str, Any]:
    """One item with its figures, and with the later ones that the school has not looked at."""
    undecided = differences_between(item.figures, now, item.left_alone)
    return {
        "item": item,
        "anchor": str(item.uuid),
        "figures": rows_of_figures(item.figures),
        "is_outdated": bool(differences_between(item.figures, now, [])),
        "changes": shown_changes(undecided),
        "seen": digest_of(undecided),
    }


def _change(row: Any, viewer: User) -> dict[str, Any]:
    who = display_name(row.who, viewer) if row.who else _("iemand die er niet meer is")
    return {"who": who, "what": Happening(row.what).label, "subject": row.subject, "at": row.at}
