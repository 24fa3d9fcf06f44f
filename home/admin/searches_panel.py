"""The panel of the dashboard with what visitors looked for and did not find."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet, Sum
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from search.admin.viewsets import PREFILL
from search.models import SearchCount

PERIOD = timedelta(days=30)
MOST_SHOWN = 8
REPORT = "search_counts_report"


class FruitlessSearchesPanel(Component):
    """The queries that found nothing most often in the last month, each with the way to a synonym."""

    name = "fruitless_searches"
    order = 245
    template_name = "home/admin/fruitless_searches.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The queries with their counts, and where one turns each into a synonym."""
        return {
            "searches": [
                {**row, "synonym_url": f"{reverse('synoniemen:add')}?{urlencode({PREFILL: row['query']})}"}
                for row in fruitless_searches()[:MOST_SHOWN]
            ],
            "report_url": reverse(REPORT),
        }


def fruitless_searches() -> QuerySet[Any]:
    """Queries of the last month that found nothing, the most frequent first."""
    return (
        SearchCount.objects.filter(day__gte=timezone.localdate() - PERIOD, without_result__gt=0)
        .values("query")
        .annotate(times=Sum("without_result"))
        .order_by("-times", "query")
    )
