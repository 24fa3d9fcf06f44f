"""The content security policy: strict for the public pages, Wagtail's needs allowed in its admin only."""

from __future__ import annotations

from functools import cache

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

#: Five admin templates of Wagtail keep inline scripts, and Draftail injects a style element.
ADMIN_ADDITIONS = {
    "script-src": [UNSAFE_INLINE],
    "style-src": [UNSAFE_INLINE],
    "img-src": ["blob:"],
    "frame-src": [SELF],
    "worker-src": [SELF],
}


class ContentSecurityMiddleware(CSPMiddleware):
    """django-csp, with a wider policy below the admin's own address."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The parts of the policy; the admin's additions only below its address."""
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(admin_prefix()) and parts.update is None:
            parts.update = ADMIN_ADDITIONS
        return parts


@cache
def admin_prefix() -> str:
    """Where the admin lives, with its closing slash."""
    return reverse("wagtailadmin_home")
