"""Advice on the text, beside the form and after publishing."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.models import Page

from editorial.checks import report_on

MOST_SHOWN = 3


@require_safe
def text_advice(request: HttpRequest, page_id: int) -> HttpResponse:
    """The advice on the latest draft, as a fragment."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    report = report_on(page.get_latest_revision_as_object())
    return render(request, "editorial/admin/text_advice.html", {"report": report})


def advise_after_publishing(request: HttpRequest, page: Page) -> None:
    """With the news that a page is published, what could be better about it."""
    report = report_on(page)
    if report.advice:
        messages.info(
            request,
            format_html(
                "{} <ul>{}</ul>",
                _("Gepubliceerd. Dit kan de tekst nog beter maken:"),
                format_html_join("", "<li>{}</li>", ((advice.message,) for advice in report.advice[:MOST_SHOWN])),
            ),
        )
