"""Editors say in the admin that a page is still right: from the report, and from the page's own menu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import formats
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from accounts.models import User
from editorial.admin.review_report import ReviewReportView
from editorial.models import ContentPage
from editorial.review_confirming import confirm, confirmations_of


class StillRightView(WagtailAdminTemplateMixin, TemplateView):
    """GET asks, with who said so before; POST sets the day of the next look."""

    template_name = "editorial/admin/still_right.html"
    page_title = gettext_lazy("Nog juist?")
    header_icon = "calendar-check"

    @cached_property
    def checked(self) -> ContentPage:
        """The page. Raises Http404 for one without a review date of its own."""
        found = Page.objects.filter(pk=self.kwargs["page_id"]).first()
        page = found.specific if found else None
        if not isinstance(page, ContentPage):
            raise Http404
        return page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """For who may change the page."""
        if not self.checked.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Confirm it."""
        day = formats.date_format(confirm(self.checked, cast("User", request.user)), "j F Y")
        text = _("“%(title)s” komt op %(day)s weer aan de beurt.")
        messages.success(request, text % {"title": self.checked.title, "day": day})
        return redirect("editorial_review_report")

    def get_page_subtitle(self) -> str:
        """Which page."""
        return str(self.checked.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """From the report."""
        return [
            {"url": reverse("editorial_review_report"), "label": str(ReviewReportView.page_title)},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page, and its earlier confirmations."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "checked": self.checked, "confirmations": confirmations_of(self.checked)}


def header_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """An entry in the menu of a page, for who may change it."""
    is_content = issubclass(page.cached_content_type.model_class() or Page, ContentPage)
    if is_content and page.live and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Nog juist"),
            reverse("editorial_still_right", args=[page.pk]),
            icon_name="calendar-check",
            priority=65,
        )
