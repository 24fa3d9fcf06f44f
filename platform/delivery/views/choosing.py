"""Choosing what one hears, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from delivery import subscriptions
from delivery.forms import LevelForm, PreferencesForm
from delivery.preferences import preferences_of
from delivery.targets import Target, described

#: Choices that are shown; who made more of them forgets some first.
MOST = 200


@dataclass(frozen=True, slots=True)
class ChosenLevel:
    """A thing for which somebody chose, with its field."""

    target: Target | None
    form: LevelForm


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """Mail, digest, and the level of everything for which one was chosen."""
    data = request.POST if request.method == "POST" else None
    form = PreferencesForm(data, instance=preferences_of(request.user))
    chosen = list(subscriptions.choices_of(request.user)[:MOST])
    levels = [
        LevelForm(data, prefix=f"niveau-{subscription.pk}", initial={"level": subscription.level})
        for subscription in chosen
    ]
    if data is not None and all([form.is_valid(), *(level.is_valid() for level in levels)]):
        form.save()
        for subscription, level in zip(chosen, levels, strict=True):
            # A choice made elsewhere while this page lay open has no field here, and stays.
            if level.add_prefix("level") in data:
                subscriptions.set_level(request.user, subscription.target, level.cleaned_data["level"] or None)
        messages.success(request, _("Je keuzes zijn bewaard."))
        return redirect("delivery:notification_settings")
    rows = [
        ChosenLevel(described(subscription.target, request.user), level)
        for subscription, level in zip(chosen, levels, strict=True)
    ]
    return render(request, "delivery/settings.html", {"form": form, "rows": rows})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose_level(request: HttpRequest) -> HttpResponse:
    """How much to hear of one thing (``target``), asked from its page; then back there. Only what one may see."""
    sent = request.method == "POST"
    target = (request.POST if sent else request.GET).get("target", "")
    thing = described(target, request.user)
    if thing is None:
        raise Http404(target)
    if not sent:
        form = LevelForm(initial={"level": subscriptions.chosen_level(request.user, target) or ""})
        return render(request, "delivery/level.html", {"form": form, "target": target, "thing": thing})
    form = LevelForm(request.POST)
    if not form.is_valid():
        raise Http404(target)
    subscriptions.set_level(request.user, target, form.cleaned_data["level"] or None)
    messages.success(request, _("Je keuze is bewaard."))
    return redirect(_way_back(request, thing))


def _way_back(request: HttpRequest, thing: Target) -> Any:
    asked = request.POST.get("terug", "")
    here = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
    return asked if here else thing.url or "delivery:notification_settings"
