"""Where institutes of authors appear in the admin."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from research.publications.admin.institutes import InstituteViewSet

register_snippet(InstituteViewSet)
