"""The pages below which insights and policy pieces stand."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search.listing import ListingPage


class InsightIndexPage(ListingPage):
    """All insights: ``/onderzoek/``."""

    page_description = _("Het overzicht van alle onderzoeksinzichten. Eén op de hele site.")
    listed_type = "insight"
    invitation_template = "research/invitation.html"
    subpage_types = ["research.InsightPage"]

    class Meta:
        verbose_name = _("overzicht van onderzoek")


class PolicyIndexPage(ListingPage):
    """All policy pieces: ``/beleid/``."""

    page_description = _("Het overzicht van alle beleidsstukken. Eén op de hele site.")
    listed_type = "policy"
    subpage_types = ["research.PolicyPage"]

    class Meta:
        verbose_name = _("overzicht van beleid")
