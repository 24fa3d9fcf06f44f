"""Views of the admin that ask our policy."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from organisations import policy
from organisations.models import Organisation


class PermittedFormView(WagtailAdminTemplateMixin, FormView):
    """A form for who may do ``action``; everyone else is refused before anything is read."""

    action: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Asks first."""
        if not policy.may(request.user, self.action):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """From the list of organisations."""
        return [
            {"url": reverse("wagtailsnippets_organisations_organisation:list"), "label": _plural()},
            {"url": "", "label": str(self.get_page_title())},
        ]


def _plural() -> str:
    return str(Organisation._meta.verbose_name_plural)
