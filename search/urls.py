"""Addresses of the search."""

from django.urls import path
from django.views.decorators.http import require_safe

from caching.policy import cached
from search.views.api import search_api, suggestions_api
from search.views.citations import search_citations
from search.views.feeds import AtomFeed, RssFeed
from search.views.results import PARAMETERS, search_page

urlpatterns = [
    path("zoeken/", search_page, name="search"),
    path("zoeken/citeren/<slug:code>/", search_citations, name="search_citations"),
    path("api/zoeken/", search_api, name="search_api"),
    path("api/suggesties/", suggestions_api, name="suggestions_api"),
    path("feeds/<slug:kind>.rss", require_safe(cached(*PARAMETERS)(RssFeed())), name="feed_rss"),
    path("feeds/<slug:kind>.atom", require_safe(cached(*PARAMETERS)(AtomFeed())), name="feed_atom"),
]
