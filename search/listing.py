"""Listings: a page that shows all pages of one kind, with filters, by asking the index."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.compat import HTTPMethod
from wagtail.models import Page

from editorial.reserved import refuse_reserved_slug


class ListingPage(Page):
    """A listing. A subclass names the type it lists; searching and filtering is the search room's."""

    #: The value of the facet ``type`` that is listed.
    listed_type: ClassVar[str] = ""
    #: Names of the filters (:mod:`search.facets`) that stand before all others.
    facets_first: ClassVar[tuple[str, ...]] = ()
    #: Names of orders (:mod:`search.orders`) that visitors may choose from.
    orders: ClassVar[tuple[str, ...]] = ()
    #: The order without words: ``date``, or the name of an order.
    default_order: ClassVar[str] = "date"
    #: A template shown above the results, and one shown with each of them (it gets ``hit`` and ``carried``,
    #: what the address carries); empty for none.
    above_results_template: ClassVar[str] = ""
    with_each_template: ClassVar[str] = ""
    #: Parameters of addresses that are the room's own: every link and form of the list carries them along.
    carried_parameters: ClassVar[tuple[str, ...]] = ()
    #: A template shown beside the search field: how a visitor can add to this list; empty for none.
    invitation_template: ClassVar[str] = ""

    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    intro = models.TextField(_("inleiding"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "search/listing.html"
    max_count = 1
    parent_page_types = ["home.HomePage"]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuses a slug that the site's own addresses use."""
        super().clean()
        refuse_reserved_slug(self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The listing, or a clear refusal of a filter that makes no sense."""
        from search.views.listing import listing

        return listing(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The listing as visitors will see it, with the texts of the draft."""
        return self.serve(request)
