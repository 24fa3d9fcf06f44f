"""Where the editors' room appears in the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from editorial.admin import content_checker, deleting, obstacles, text_advice
from editorial.admin.panels import OverduePanel, WithoutThemePanel
from editorial.admin.review_confirming import StillRightView, header_button
from editorial.admin.review_report import ReviewReportView
from editorial.publishing import HELD_BACK
from editorial.review import CONFIRMED

hooks.register("construct_wagtail_userbar", content_checker.use_own_checker)
hooks.register("before_edit_page", obstacles.warn_beforehand)
hooks.register("before_publish_page", obstacles.refuse_to_publish)
hooks.register("after_edit_page", obstacles.refuse_to_approve)
hooks.register("before_bulk_action", obstacles.refuse_bulk_publishing)
hooks.register("before_delete_snippet", deleting.refuse_when_needed)
hooks.register("register_page_header_buttons", header_button)
hooks.register("after_publish_page", text_advice.advise_after_publishing)


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    """What is due and what has no theme, on the dashboard of who may edit pages."""
    if user_has_any_page_permission(request.user):
        panels += [OverduePanel(), WithoutThemePanel()]


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """The report of what is due, whole and as results that refresh in place, and the advice on a text."""
    return [
        path("rapporten/opnieuw-bekijken/", ReviewReportView.as_view(), name="editorial_review_report"),
        path(
            "rapporten/opnieuw-bekijken/results/",
            ReviewReportView.as_view(results_only=True),
            name="editorial_review_report_results",
        ),
        path("rapporten/nog-juist/<int:page_id>/", StillRightView.as_view(), name="editorial_still_right"),
        path("tekstadvies/<int:page_id>/", text_advice.text_advice, name="editorial_text_advice"),
    ]


class ReviewMenuItem(MenuItem):
    """Shown to who may edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user has any right on any page."""
        return bool(user_has_any_page_permission(request.user))


@hooks.register("register_reports_menu_item")
def register_report_menu_item() -> MenuItem:
    """An entry among the reports."""
    return ReviewMenuItem(
        _("Opnieuw bekijken"),
        reverse("editorial_review_report"),
        name="review",
        icon_name="calendar-check",
        order=500,
    )


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    """Our style sheet."""
    return format_html('<link rel="stylesheet" href="{}">', static("editorial/admin/admin.css"))


@hooks.register("insert_editor_js")
def editor_js() -> SafeString:
    """Keeps the advice up to date while an editor writes."""
    return format_html('<script src="{}"></script>', static("editorial/admin/text_advice.js"))


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """How it reads in a page's history that it was held back, or found still right."""
    actions.register_action(
        HELD_BACK, _("Tegengehouden"), _("Niet gepubliceerd op het geplande moment: er ontbrak nog iets")
    )
    actions.register_action(CONFIRMED, _("Nagekeken"), _("Nagekeken: nog juist"))
