"""Where people appear in the admin."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet

from accounts.admin.viewsets import PeopleGroup

register_snippet(PeopleGroup)
