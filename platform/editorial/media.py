"""Serving pictures. Files to download go through Wagtail's view, which knows who may have them."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

from editorial.picture_access import Access, access_to

#: Folders of the media root that hold nothing but public pictures.
PUBLIC_FOLDERS = ("images/", "original_images/", "avatar_images/")
ONE_WEEK = 7 * 24 * 3600


@require_safe
def serve_picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture below the media root. Raises Http404 for anything else, and for who may not have it."""
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404(path)
    access = access_to(path, request.user)
    if access is Access.REFUSED:
        raise Http404(path)
    response: HttpResponseBase = serve(request, path, document_root=settings.MEDIA_ROOT)
    if isinstance(response, FileResponse):
        kept_by_all = access is Access.FREE
        response.headers["Cache-Control"] = f"public, max-age={ONE_WEEK}" if kept_by_all else "private, no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
    return response
