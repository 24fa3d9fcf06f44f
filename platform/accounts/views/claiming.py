"""Saying: this person is me."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts import claims
from accounts.current import member
from accounts.models import Person, PersonClaim
from accounts.models.claim import ClaimState
from accounts.standing import is_suspended


class ClaimForm(forms.Form):
    """Why an editor may believe it."""

    explanation = forms.CharField(
        label=gettext_lazy("Hoe kan een redacteur zien dat jij dit bent?"),
        help_text=gettext_lazy("Zoals je adres op het werk, of een pagina van je organisatie waar je op staat."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def claim_person(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask to be linked to a person record. An editor decides."""
    person = get_object_or_404(Person.objects.select_related("organisation"), slug=slug)
    asker = member(request)
    open_claim = PersonClaim.objects.filter(person=person, user=asker, state=ClaimState.OPEN).first()
    possible = claims.may_claim(person, asker) and not is_suspended(asker)
    form = ClaimForm(request.POST or None)
    if request.method == "POST" and possible and form.is_valid():
        claims.ask(person, asker, form.cleaned_data["explanation"])
        messages.success(request, _("Dank je. Een redacteur kijkt ernaar; je hoort het per mail."))
        return redirect("accounts:overview")
    context = {"person": person, "form": form, "possible": possible, "open_claim": open_claim}
    return render(request, "accounts/claim_person.html", context, status=422 if form.is_bound else 200)
