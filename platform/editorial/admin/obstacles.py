"""Saying why a page cannot be published, before somebody tries and when somebody did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from editorial.rights import Obstacle, obstacles_to_publishing

#: So many pages are named when several are refused at once.
MOST_NAMED = 10


def warn_beforehand(request: HttpRequest, page: Page) -> None:
    """On opening a page's form: what would keep it from being published."""
    if request.method != "GET" or "_w_hydrate_create_view" in request.GET:
        return
    if obstacles := obstacles_to_publishing(page):
        messages.warning(request, _explained(_("Deze pagina kan nog niet worden gepubliceerd."), obstacles))


def refuse_to_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """On the publish button of the form: back to the form, with the text kept as a draft."""
    if not obstacles_to_publishing(page):
        return None
    if not page.live_revision_id:
        # A form that makes and publishes a page in one go has put it in the tree as a published one.
        Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    messages.error(request, _("Niet gepubliceerd. Je tekst is bewaard als concept."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_to_approve(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After the approve button of the form did nothing, because the approval was refused: say so, stay there."""
    if request.POST.get("workflow-action-name") != "approve":
        return None
    state = Page.objects.get(pk=page.pk).current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS or not obstacles_to_publishing(page):
        return None
    messages.error(request, _("Niet goedgekeurd. Je tekst is bewaard als concept."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_bulk_publishing(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """On publishing several pages at once: none of them, with for each that cannot be published the reason."""
    if action_type != "publish" or not issubclass(action.model, Page):
        return None
    with_descendants = bool(action.cleaned_form.cleaned_data.get("include_descendants"))
    refused = [
        (page, obstacles)
        for page in _to_be_published(objects, with_descendants)
        if (obstacles := obstacles_to_publishing(page))
    ]
    if not refused:
        return None
    messages.error(
        request,
        format_html(
            "{} <ul>{}</ul>",
            _("Er is niets gepubliceerd. Bij deze pagina's staat nog iets open:"),
            format_html_join(
                "", "<li>{}</li>", ((_page_with_reasons(page, obstacles),) for page, obstacles in refused[:MOST_NAMED])
            ),
        ),
    )
    return redirect(action.next_url)


def _to_be_published(pages: Iterable[Page], with_descendants: bool) -> Iterator[Page]:
    """The versions of the pages that would go public."""
    for page in pages:
        yield page.specific.get_latest_revision_as_object()
        if with_descendants:
            for draft in page.get_descendants().not_live().specific():
                yield draft.get_latest_revision_as_object()


def _page_with_reasons(page: Page, obstacles: Iterable[Obstacle]) -> SafeString:
    link = format_html(
        '<a href="{}">{}</a>', reverse("wagtailadmin_pages:edit", args=[page.pk]), page.get_admin_display_title()
    )
    return _explained(link, obstacles)


def _explained(what: str, obstacles: Iterable[Obstacle]) -> SafeString:
    return format_html("{} <ul>{}</ul>", what, format_html_join("", "<li>{}</li>", ((_reason(o),) for o in obstacles)))


def _reason(obstacle: Obstacle) -> SafeString:
    if not obstacle.url:
        return format_html("{}", obstacle.message)
    return format_html('{} <a href="{}">{}</a>', obstacle.message, obstacle.url, _("Aanvullen"))
