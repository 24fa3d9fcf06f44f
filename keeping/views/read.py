"""Recently read: a page that the reader's own device fills in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def recently_read(request: HttpRequest) -> HttpResponse:
    """The same empty list for everyone. What was read is known to the device alone."""
    return render(request, "keeping/recently_read.html")
