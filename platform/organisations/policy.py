"""Who may do what with organisations: the one place that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.standing import is_suspended
from organisations.membership import is_administrator

Asker = User | AnonymousUser
Rule = Callable[[Asker, Any], bool]


def may(user: Asker, action: str, obj: Any = None) -> bool:
    """Whether ``user`` may do ``action``, with ``obj`` when it is about one thing.

    Who is suspended may read only. Raises KeyError for an action that :data:`RULES` does not know.
    """
    rule = RULES[action]
    if action not in READING and user.is_authenticated and is_suspended(user):
        return False
    return rule(user, obj)


def is_editor(user: Asker) -> bool:
    """Whether this is somebody who keeps the register of organisations."""
    return user.is_active and user.has_perm("organisations.change_organisation")


def _everyone(user: Asker, obj: Any) -> bool:
    return True


def _member_of_the_site(user: Asker, obj: Any) -> bool:
    return user.is_authenticated


def _editor(user: Asker, obj: Any) -> bool:
    return is_editor(user)


def _manages(user: Asker, organisation: Any) -> bool:
    """Its administrators, and editors for all."""
    return user.is_authenticated and (is_editor(user) or is_administrator(user, organisation))


def _manages_its_organisation(user: Asker, obj: Any) -> bool:
    return _manages(user, obj.organisation)


def _own_or_manages(user: Asker, obj: Any) -> bool:
    return user.is_authenticated and (obj.user_id == user.pk or _manages(user, obj.organisation))


def _keeps_the_register(user: Asker, obj: Any) -> bool:
    return is_editor(user) and user.has_perm("organisations.add_organisation")


def _merges(user: Asker, obj: Any) -> bool:
    return is_editor(user) and user.has_perm("organisations.delete_organisation")


#: Action → rule. The second argument of a rule is what the comment names.
RULES: dict[str, Rule] = {
    "organisation.see": _everyone,  # Organisation
    "organisation.manage": _manages,  # Organisation
    "membership.request": _member_of_the_site,  # Organisation
    "membership.end": _own_or_manages,  # OrganisationMembership
    "membership.keep": _manages_its_organisation,  # OrganisationMembership
    "membership.set_role": _manages_its_organisation,  # OrganisationMembership
    "request.decide": _manages_its_organisation,  # MembershipRequest
    "invitation.send": _manages,  # Organisation
    "invitation.withdraw": _manages_its_organisation,  # OrganisationInvitation
    "invitation.accept": _member_of_the_site,  # OrganisationInvitation
    "domain.add": _manages,  # Organisation
    "domain.remove": _manages_its_organisation,  # OrganisationMailDomain
    "application.submit": _everyone,  # nothing
    "application.decide": _editor,  # AllianceApplication
    "register.import": _keeps_the_register,  # nothing
    "register.merge": _merges,  # Organisation
}
#: Actions that change nothing.
READING = frozenset({"organisation.see"})
