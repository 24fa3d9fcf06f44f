"""The mails about memberships and joining. Each is sent once, in the transaction of what it is about."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.urls import reverse

from accounts.profiles import display_name
from delivery import direct
from organisations.membership import administrators_of
from organisations.models import AllianceApplication, MembershipRequest, OrganisationInvitation, OrganisationMembership

_FOLDER = "organisations/mail"
#: Nobody needs more readers of one application than this.
_MOST_EDITORS = 20


def send_invitation(invitation: OrganisationInvitation, token: str) -> None:
    """Whom somebody invites."""
    _send_link("invitation", invitation, token)


def send_approval(invitation: OrganisationInvitation, token: str) -> None:
    """Who asked for an organisation to join, once an editor agreed: with the invitation to be its administrator."""
    _send_link("application_approved", invitation, token)


def send_request_to_administrators(request: MembershipRequest) -> None:
    """Those who can confirm it."""
    url = _absolute(reverse("organisations:manage_requests", args=[request.organisation.slug]))
    context = {
        "organisation": request.organisation.name,
        "name": display_name(request.user, request.user),
        "message": request.message,
        "url": url,
    }
    for administrator in administrators_of(request.organisation):
        _send(administrator.email, "request_received", context, f"request:{request.pk}:{administrator.pk}")


def send_request_confirmed(request: MembershipRequest) -> None:
    """Who asked."""
    _answer_request(request, "request_confirmed")


def send_request_refused(request: MembershipRequest) -> None:
    """Who asked."""
    _answer_request(request, "request_refused")


def send_membership_lapses(membership: OrganisationMembership) -> None:
    """Whose membership no address confirms any more: until when it holds, and how it goes on."""
    organisation = membership.organisation
    context = {
        "organisation": organisation.name,
        "ends_on": membership.ends_on,
        "url": _absolute(reverse("organisations:become_member", args=[organisation.slug])),
    }
    _send(
        membership.user.email, "membership_lapses", context, f"membership:{membership.pk}:lapses:{membership.ends_on}"
    )


def send_application_received(application: AllianceApplication) -> None:
    """Who filled in the form; without a word of what was filled in, so that nobody mails others through us."""
    _send(application.email, "application_received", {}, f"application:{application.pk}:received")


def send_application_to_editors(application: AllianceApplication) -> None:
    """Those who can decide."""
    editors = ModelBackend().with_perm("organisations.change_organisation")
    url = _absolute(reverse("organisations_applications:decide", args=[application.pk]))
    for editor in editors.order_by("pk")[:_MOST_EDITORS]:
        context = {"organisation": application.name, "name": application.contact_name, "url": url}
        _send(editor.email, "application_to_editors", context, f"application:{application.pk}:editor:{editor.pk}")


def send_application_refused(application: AllianceApplication) -> None:
    """Who asked, with the reason."""
    context = {"organisation": application.name, "reason": application.reason}
    _send(application.email, "application_refused", context, f"application:{application.pk}:refused")


def _send_link(template: str, invitation: OrganisationInvitation, token: str) -> None:
    context = {
        "organisation": invitation.organisation.name,
        "invited_by": display_name(invitation.invited_by) if invitation.invited_by else "",
        "as_administrator": invitation.role == "administrator",
        "url": _absolute(reverse("organisations:invitation", args=[token])),
        "expires_at": invitation.expires_at,
    }
    _send(invitation.email, template, context, f"invitation:{invitation.pk}")


def _answer_request(request: MembershipRequest, template: str) -> None:
    url = _absolute(request.organisation.get_absolute_url())
    context = {"organisation": request.organisation.name, "url": url}
    _send(request.user.email, template, context, f"request:{request.pk}:{template}")


def _send(to: str, template: str, context: dict[str, Any], key: str) -> None:
    direct.send(to, f"{_FOLDER}/{template}", context, f"organisations:{key}")


def _absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"
