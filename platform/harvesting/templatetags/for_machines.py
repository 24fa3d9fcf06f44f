"""What machines read in the head of a page."""

from __future__ import annotations

import logging
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context

from editorial.models import ContentPage
from editorial.publicity import is_public
from editorial.reading import authors_of
from harvesting import metadata, signposting
from harvesting.formats import schema_org, tags
from vocabulary.page_terms import terms_of

logger = logging.getLogger(__name__)
register = template.Library()


@register.inclusion_tag("harvesting/head.html", takes_context=True)
def page_for_machines(context: Context) -> dict[str, Any]:
    """JSON-LD, ``citation_*`` and Dublin Core of a public content page; nothing on any other page.

    Uses the ``authors`` and ``terms`` that the page was read with and asks nothing more. Previews show drafts,
    which nobody should cite.
    """
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, ContentPage) or not page.pk or getattr(request, "is_preview", False):
        return {}
    if not is_public(page):
        return {}
    authors, terms = context.get("authors"), context.get("terms")
    try:
        said = metadata.describe(
            page, authors_of(page) if authors is None else authors, terms_of(page) if terms is None else terms
        )
    except Exception:
        # Readers get their page, whatever cannot be said of it to machines.
        logger.exception("Page %s could not be described for machines", page.pk)
        return {}
    if isinstance(request, HttpRequest):
        signposting.announce(request, said)
    return {
        "document": schema_org.document_of(said),
        "highwire": tags.highwire(said),
        "dublin_core": tags.dublin_core(said),
    }
