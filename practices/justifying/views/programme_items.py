"""What stands in a schoolprogramma: adding, changing and taking out."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from caching.unlisted import unlisted
from practices.justifying import policy, programmes
from practices.justifying.forms.justification import DecisionForm
from practices.justifying.forms.programme import AddForm, ItemForm
from practices.justifying.justifications import ChangedMeanwhileError
from practices.justifying.models import Justification, ProgrammeItem
from practices.justifying.views.programme import the_programme
from practices.justifying.views.sent import number_in
from practices.justifying.views.writing_in_plan import write_in_plan


@unlisted
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Chooses one of one's own verantwoordingen, or puts it in. Put in twice it stands there once."""
    programme, user = the_programme(request, uuid)
    if not policy.may_change_programme(user, programme):
        raise PermissionDenied
    own = Justification.objects.filter(owner=user)
    if request.method != "POST":
        options = own.exclude(programme_items__programme=programme)
        context = {"programme": programme, "options": options}
        return render(request, "practices/justifying/programme/add.html", context)
    form = AddForm(own, request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies een van je verantwoordingen."))
        return redirect("justifying:add_item", uuid=programme.uuid)
    try:
        item = programmes.add(programme, form.cleaned_data["justification"], user)
    except programmes.FullProgrammeError:
        messages.error(request, _("Dit plan is vol. Haal eerst iets weg."))
        return redirect(programme)
    messages.success(request, _("“%(title)s” staat in het plan.") % {"title": item.title})
    return redirect(f"{programme.get_absolute_url()}#onderdeel-{item.uuid}")


@unlisted
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uuid: UUID, item_uuid: UUID) -> HttpResponseBase:
    """One item with its budget line; or takes it out."""
    programme, user = the_programme(request, uuid)
    if not policy.may_change_programme(user, programme):
        raise PermissionDenied
    item = get_object_or_404(ProgrammeItem.objects.select_related("programme"), programme=programme, uuid=item_uuid)
    if "remove" in request.POST:
        return _remove(request, item)
    form = ItemForm(request.POST if request.method == "POST" else None, instance=item)
    save, address = partial(programmes.save_item, item, user), f"{programme.get_absolute_url()}#onderdeel-{item.uuid}"
    return write_in_plan(request, form, save, address, {"programme": programme, "item": item})


@unlisted
@login_required
@require_POST
def figures(request: HttpRequest, uuid: UUID, item_uuid: UUID) -> HttpResponseBase:
    """Leaves the figures of one item as they are, or takes over the later ones: whoever may change the plan."""
    programme, user = the_programme(request, uuid)
    item = get_object_or_404(ProgrammeItem.objects.select_related("programme"), programme=programme, uuid=item_uuid)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise Http404
    take_over = form.cleaned_data["choice"] == "take_over"
    try:
        programmes.decide(item, user, form.cleaned_data["seen"], take_over=take_over)
    except ChangedMeanwhileError:
        messages.error(request, _("Er zijn intussen weer andere cijfers. Kijk nog een keer en kies dan."))
    else:
        done = _("De nieuwe cijfers staan in het plan."), _("De cijfers in het plan blijven zoals ze waren.")
        messages.success(request, done[0] if take_over else done[1])
    return redirect(f"{programme.get_absolute_url()}#onderdeel-{item.uuid}")


def _remove(request: HttpRequest, item: ProgrammeItem) -> HttpResponseBase:
    programme, user = the_programme(request, item.programme.uuid)
    if programmes.remove(item, user, number_in(request, "version")):
        messages.success(request, _("“%(title)s” staat niet meer in het plan.") % {"title": item.title})
        return redirect(programme)
    messages.error(request, _("Een collega heeft dit onderdeel intussen veranderd. Kijk eerst wat er nu staat."))
    return redirect("justifying:item", uuid=programme.uuid, item_uuid=item.uuid)
