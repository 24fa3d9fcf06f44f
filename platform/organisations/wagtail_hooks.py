"""Where organisations appear in the admin."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from organisations.admin.viewsets import MunicipalityViewSet, OrganisationViewSet

register_snippet(OrganisationViewSet)
register_snippet(MunicipalityViewSet)
