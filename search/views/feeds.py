"""RSS and Atom of every kind of page: ``/feeds/praktijk.atom``."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from search import labels
from search.query.parse import InvalidSearch, parse
from search.request import SearchRequest
from search.results import Hit
from search.service import find

LENGTH = 30


class RssFeed(Feed):
    """The newest pages of one kind, or of all, narrowed by the same parameters as the search."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    description_template = None

    def get_object(self, request: HttpRequest, kind: str) -> SearchRequest:
        """The search behind the feed. Raises Http404 for a kind that does not exist or filters that make no sense."""
        if kind != "alles" and kind not in labels.codes("type"):
            raise Http404(kind)
        try:
            search = parse(request.GET)
        except InvalidSearch as problem:
            raise Http404(str(problem)) from problem
        filters = search.filters if kind == "alles" else {**search.filters, "type": (kind,)}
        return replace(search, filters=filters, sort="date", page=1, page_size=LENGTH)

    def title(self, search: SearchRequest) -> str:
        """The site's name and what the feed holds."""
        kinds = [labels.label("type", code) for code in search.filters.get("type", ())]
        about = [labels.label("thema", code) for code in search.filters.get("thema", ())]
        return " · ".join([_("Samen onderwijs versnellen"), *kinds, *about, *([search.typed] if search.typed else [])])

    def link(self, search: SearchRequest) -> str:
        """The search page."""
        return reverse("search")

    def description(self, search: SearchRequest) -> str:
        """What the reader subscribes to."""
        return _("Nieuw op Samen onderwijs versnellen")

    def items(self, search: SearchRequest) -> list[Hit]:
        """The newest hits."""
        return list(find(search).hits)

    def item_title(self, item: Any) -> str:
        """The page's title."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """The page's summary."""
        return str(item.card.get("summary", ""))

    def item_link(self, item: Any) -> str:
        """The page's address."""
        return str(item.path)

    def item_pubdate(self, item: Any) -> datetime | None:
        """Midnight of the page's date."""
        day = parse_date(item.card.get("date", "") or "")
        return datetime.combine(day, time.min, tzinfo=UTC) if day else None

    def item_categories(self, item: Any) -> list[str]:
        """The themes."""
        return [theme["label"] for theme in item.card.get("themes", ())]


class AtomFeed(RssFeed):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = RssFeed.description
