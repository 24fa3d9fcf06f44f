"""The report "Zoekopdrachten": what visitors looked for, and what found nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import django_filters
from django.db.models import QuerySet, Sum
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView

from search.admin.viewsets import PREFILL
from search.models import SearchCount, SynonymGroup

Row = Mapping[str, Any]


class SearchCountFilterSet(WagtailFilterSet):
    """A period, and only what found nothing."""

    day = django_filters.DateFromToRangeFilter(label=_("Periode"), widget=DateRangePickerWidget)
    nothing = django_filters.BooleanFilter(label=_("Vond niets"), method="with_nothing")

    class Meta:
        model = SearchCount
        fields = ["day"]

    def with_nothing(self, rows: QuerySet[Any], name: str, value: bool | None) -> QuerySet[Any]:
        """Queries that found nothing at least once, or never."""
        if value is None:
            return rows
        return rows.filter(total_without_result__gt=0) if value else rows.filter(total_without_result=0)


def row_actions(row: Row) -> SafeString:
    """Straight from a query to a synonym, or to a page on top."""
    query = urlencode({PREFILL: row["query"]})
    return format_html(
        '<a class="button button-small button-secondary" href="{}?{}">{}</a> '
        '<a class="button button-small button-secondary" href="{}?{}">{}</a>',
        reverse("synoniemen:add"),
        query,
        _("Maak synoniem"),
        reverse("bovenaan:add"),
        query,
        _("Zet bovenaan"),
    )


class SearchesReportView(ReportView):
    """One row a query, counted over the period; the most searched first."""

    page_title = _("Zoekopdrachten")
    header_icon = "search"
    index_url_name = "search_counts_report"
    index_results_url_name = "search_counts_report_results"
    model = SynonymGroup
    any_permission_required = ("add", "change", "delete")
    filterset_class = SearchCountFilterSet
    is_searchable = True
    search_fields = ("query",)
    default_ordering = "-total_searches"
    columns = (
        Column("query", label=_("Zoekvraag"), sort_key="query"),
        NumberColumn("total_searches", label=_("Keer gezocht"), sort_key="total_searches"),
        NumberColumn("total_without_result", label=_("Keer niets gevonden"), sort_key="total_without_result"),
        Column("actions", label=_("Doen"), accessor=row_actions),
    )
    list_export = ("query", "total_searches", "total_without_result")
    export_headings = {
        "query": _("Zoekvraag"),
        "total_searches": _("Keer gezocht"),
        "total_without_result": _("Keer niets gevonden"),
    }

    def get_base_queryset(self) -> QuerySet[SearchCount, Row]:
        """Counts added up over the days that the filter leaves."""
        return SearchCount.objects.values("query").annotate(
            total_searches=Sum("searches"), total_without_result=Sum("without_result")
        )

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """Filter these rows."""
        return {**super().get_filterset_kwargs(), "queryset": self.get_base_queryset()}
