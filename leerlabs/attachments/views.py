"""Handing out a file, to whoever may read the post with which it goes."""

from __future__ import annotations

import uuid

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from caching.policy import never_cached
from leerlabs.models import Attachment
from leerlabs.policy import may

#: A file can do nothing: no script, no frame, nothing loaded.
HARMLESS = "sandbox; default-src 'none'; style-src 'none'; frame-ancestors 'none'"
_TEN_MINUTES = 600


@require_safe
@never_cached
def attachment(request: HttpRequest, slug: str, key: uuid.UUID, name: str) -> HttpResponseBase:
    """The file: a picture to be shown, anything else to be saved. Raises Http404 for who may not have it.

    A file without a post is its uploader's alone. ``name`` is there for whoever saves it.
    """
    found = get_object_or_404(Attachment.objects.select_related("leerlab", "post__thread__leerlab"), pk=key)
    if found.post is None:
        allowed = request.user.is_authenticated and found.uploader_id == request.user.pk
    else:
        allowed = not found.post.is_gone and may(request.user, "attachment.read", found)
    if not allowed or found.leerlab.slug != slug:
        raise Http404(name)
    try:
        content = found.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404(name) from missing
    response = FileResponse(
        content, content_type=found.media_type, as_attachment=not found.is_image, filename=found.name
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = HARMLESS
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = f"private, max-age={_TEN_MINUTES}"
    return response
