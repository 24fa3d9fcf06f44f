"""A PDF as an answer."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.text import slugify


def pdf_response(document: bytes, name: str) -> HttpResponse:
    """``document`` to keep, under a name made of ``name``."""
    response = HttpResponse(document, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{slugify(name)[:80] or "document"}.pdf"'
    return response
