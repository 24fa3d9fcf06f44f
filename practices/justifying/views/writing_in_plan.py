"""Writing in a plan, of itself or of one of its items: kept under its version, so that nobody's text is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from practices.justifying.forms.fields import rows_of
from practices.justifying.saving import Saved
from practices.justifying.views.sent import number_in

Save = Callable[[dict[str, Any], int], Saved]


def write_in_plan(
    request: HttpRequest, form: ModelForm[Any], save: Save, address: str, context: dict[str, Any]
) -> HttpResponseBase:
    """Show the form, or ``save`` what it says and go to ``address``."""
    # Checking the form already changes its instance.
    name, version = form.instance.title, form.instance.version
    elsewhere: dict[str, Any] = {}
    status = 200
    if request.method == "POST":
        version, status = number_in(request, "version"), 422
        if form.is_valid():
            saved = save(form.cleaned_data, version)
            if saved.done:
                messages.success(request, _("Bewaard."))
                return redirect(address)
            version, elsewhere, status = saved.version, saved.elsewhere, 409
    context = {
        **context,
        "name": name,
        "form": form,
        "rows": rows_of(form, ("title",), elsewhere),
        "version": version,
        "elsewhere": elsewhere,
    }
    return render(request, "practices/justifying/programme/write.html", context, status=status)
