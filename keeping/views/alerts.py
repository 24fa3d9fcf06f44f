"""Following a search or a theme, changing that, and stopping."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import the_member
from caching.policy import never_cached
from delivery.models import DigestRhythm
from delivery.preferences import preferences_of
from keeping.alerts import following, searches
from keeping.collections import KeepingRefusedError
from keeping.forms import AlertForm
from keeping.models import Alert
from search.query.parse import InvalidSearch, parse
from vocabulary.memory import vocabulary


@never_cached
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def save_search(request: HttpRequest) -> HttpResponseBase:
    """Asks for a name and keeps the search of this very address; signing in leads back to it."""
    try:
        search = parse(request.GET)
        query = searches.canonical(search)
    except InvalidSearch as problem:
        messages.warning(request, str(problem))
        return redirect("search")
    return _follow(request, query, searches.proposed_name(search))


@never_cached
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def follow_theme(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The same for all that is about a theme."""
    known = vocabulary()
    term = known.by_code.get(("theme", known.merged_themes.get(slug, slug)))
    if term is None:
        raise Http404(slug)
    return _follow(request, searches.of_theme(term.code), term.label)


def _follow(request: HttpRequest, query: str, name: str) -> HttpResponseBase:
    user = the_member(request)
    there = Alert.objects.filter(user=user, query=query).first()
    form = AlertForm(request.POST if request.method == "POST" else None, initial={"name": name, "in_digest": True})
    if request.method == "POST" and form.is_valid():
        try:
            _alert, is_new = following.follow(
                user, query, form.cleaned_data["name"], in_digest=form.cleaned_data["in_digest"]
            )
        except KeepingRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je volgt dit nu.") if is_new else _("Je volgde dit al."))
            return redirect(reverse("keeping:overview") + "#volgen")
    context = {
        "form": form,
        "query": query,
        "there": there,
        "name": name,
        "has_digest": preferences_of(user).digest != DigestRhythm.NONE,
    }
    return render(request, "keeping/follow.html", context, status=422 if form.errors else 200)


@never_cached
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Another name, or another way to hear of it."""
    alert = _own(request, pk)
    form = AlertForm(request.POST if request.method == "POST" else None, instance=alert)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(reverse("keeping:overview") + "#volgen")
    context = {"form": form, "alert": alert}
    return render(request, "keeping/change_alert.html", context, status=422 if form.errors else 200)


@never_cached
@login_required
@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponseBase:
    """No longer follow it."""
    alert = _own(request, pk)
    following.stop(alert)
    messages.success(request, _("Je volgt “%(name)s” niet meer.") % {"name": alert.name})
    return redirect(reverse("keeping:overview") + "#volgen")


def _own(request: HttpRequest, pk: int) -> Alert:
    found = Alert.objects.filter(pk=pk, user=the_member(request)).first()
    if found is None:
        raise Http404
    return found
