"""Where people appear in the admin."""

from __future__ import annotations

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from accounts.admin.claims import DecidedByEditorsOnly
from accounts.admin.viewsets import PeopleGroup
from accounts.models import PersonClaim

register_permission_policy(PersonClaim, DecidedByEditorsOnly(PersonClaim))
register_snippet(PeopleGroup)
