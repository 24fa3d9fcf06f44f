"""The report "Opnieuw bekijken": content by the day on which it is looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

import django_filters
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from accounts.models import Person, User
from editorial.review import content_models, content_pages, pages_of

OVERDUE, SOON, LATER, NEVER = "verstreken", "binnenkort", "later", "geen"
WHEN = (
    (OVERDUE, _("datum verstreken")),
    (SOON, _("in de komende dertig dagen")),
    (LATER, _("later")),
    (NEVER, _("geen datum gekozen")),
)
_SOON = timedelta(days=30)


def _content_types(request: HttpRequest) -> QuerySet[Any]:
    from django.contrib.contenttypes.models import ContentType

    types = ContentType.objects.get_for_models(*content_models()).values()
    return ContentType.objects.filter(pk__in=[content_type.pk for content_type in types])


class ReviewFilterSet(WagtailFilterSet):
    """When it is due, whose it is, which kind, published or not."""

    when = django_filters.ChoiceFilter(label=_("Wanneer"), choices=WHEN, method="due")
    mine = django_filters.BooleanFilter(label=_("Van mij"), method="own")
    contact = django_filters.ModelChoiceFilter(
        label=_("Contactpersoon"), queryset=Person.objects.all(), method="with_contact"
    )
    content_type = ContentTypeFilter(label=_("Soort"), queryset=_content_types)

    class Meta:
        model = Page
        fields = ["live"]

    def due(self, pages: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        """Pages whose day lies in the chosen stretch of time."""
        today = timezone.localdate()
        chosen: dict[str, dict[str, Any]] = {
            OVERDUE: {"review_date__lte": today},
            SOON: {"review_date__gt": today, "review_date__lte": today + _SOON},
            LATER: {"review_date__gt": today + _SOON},
            NEVER: {"review_date__isnull": True},
        }
        return pages.filter(**chosen[value])

    def own(self, pages: QuerySet[Page], name: str, value: bool) -> QuerySet[Page]:
        """One's own pages, or those of others."""
        own = pages_of(pages, self.request.user)
        return own if value else pages.exclude(pk__in=own.values("pk"))

    def with_contact(self, pages: QuerySet[Page], name: str, value: Person) -> QuerySet[Page]:
        """Pages with one contact person."""
        return pages.filter(contact_id=value.pk)


class ReviewReportView(ReportView):
    """One row a page, the longest overdue first, those without a date last."""

    page_title = _("Opnieuw bekijken")
    header_icon = "calendar-check"
    index_url_name = "editorial_review_report"
    index_results_url_name = "editorial_review_report_results"
    model = Page
    any_permission_required = ("add", "change", "publish")
    filterset_class = ReviewFilterSet
    columns = (
        TitleColumn(
            "title",
            label=_("Pagina"),
            accessor="get_admin_display_title",
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
            sort_key="title",
        ),
        Column("kind", label=_("Soort"), accessor="page_type_display_name"),
        DateColumn("review_date", label=_("Opnieuw bekijken op"), sort_key="review_date"),
        Column("contact", label=_("Contactpersoon"), accessor=lambda page: getattr(page, "contact_name", "")),
        Column("owner", label=_("Gemaakt door"), accessor=lambda page: page.owner or ""),
        Column("status", label=_("Status"), accessor="status_string"),
        TitleColumn(
            "still_right",
            label=_("Nog juist?"),
            accessor=lambda page: _("Kijk na"),
            get_url=lambda page: reverse("editorial_still_right", args=[page.pk]),
        ),
    )
    list_export = ("title", "review_date", "status_string")
    export_headings = {
        "title": _("Pagina"),
        "review_date": _("Opnieuw bekijken op"),
        "status_string": _("Status"),
    }

    def get_base_queryset(self) -> QuerySet[Page]:
        """Content that this user may change or publish."""
        user = cast("User", self.request.user)
        allowed = self.permission_policy.instances_user_has_any_permission_for(user, {"change", "publish"})
        return content_pages().filter(pk__in=allowed.values("pk")).select_related("owner", "content_type")

    def order_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        """By date unless another column is chosen."""
        if self.ordering:
            return super().order_queryset(queryset)
        return queryset.order_by(F("review_date").asc(nulls_last=True), "title")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Adds the names of the contacts, in one query."""
        pages = list(object_list)
        names = Person.objects.in_bulk([page.contact_id for page in pages if page.contact_id])
        for page in pages:
            page.contact_name = str(names.get(page.contact_id, ""))
        return pages
