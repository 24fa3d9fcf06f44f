"""An organisation joins the alliance: asked by anyone, decided by an editor."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from organisations import invitations, letters
from organisations.models import AllianceApplication, ApplicationState, MembershipRole, Organisation
from organisations.slugs import FreeSlugs


class ApplicationDecidedError(Exception):
    """Another editor has decided already; the message says so."""


@transaction.atomic
def submit(application: AllianceApplication) -> bool:
    """Keep an application and tell the editors; whether it was new. The same form sent twice is kept once."""
    try:
        with transaction.atomic():
            application.save()
    except IntegrityError:
        if not AllianceApplication.objects.filter(form_token=application.form_token).exists():
            raise
        return False
    letters.send_application_received(application)
    letters.send_application_to_editors(application)
    return True


@transaction.atomic
def approve(application: AllianceApplication, by: User, organisation: Organisation | None = None) -> Organisation:
    """Make the organisation a member, and invite who asked as its administrator.

    ``organisation`` is the one of the register that is meant; without it, and without one in the application, it
    is made. Raises :class:`ApplicationDecidedError` for the second to decide, ValidationError for an organisation
    that cannot be made.
    """
    application = _to_decide(application)
    chosen = organisation or application.organisation or _made(application)
    if chosen.alliance_since is None:
        chosen.alliance_since = timezone.localdate()
        chosen.save()
    _decide(application, ApplicationState.APPROVED, by, organisation=chosen)
    invitations.invite(chosen, application.email, by, MembershipRole.ADMINISTRATOR, letters.send_approval)
    return chosen


@transaction.atomic
def refuse(application: AllianceApplication, by: User, reason: str) -> None:
    """Say no and why. Raises :class:`ApplicationDecidedError`, ValidationError without a reason."""
    application = _to_decide(application)
    _decide(application, ApplicationState.REFUSED, by, reason=reason.strip())
    letters.send_application_refused(application)


def _to_decide(application: AllianceApplication) -> AllianceApplication:
    locked = AllianceApplication.objects.select_for_update().filter(pk=application.pk).first()
    if locked is None or not locked.is_pending:
        raise ApplicationDecidedError(_("Over deze aanmelding is al besloten."))
    return locked


def _decide(
    application: AllianceApplication,
    state: ApplicationState,
    by: User,
    *,
    reason: str = "",
    organisation: Organisation | None = None,
) -> None:
    application.state, application.reason = state, reason
    application.decided_at, application.decided_by = timezone.now(), by
    if organisation is not None:
        application.organisation = organisation
    application.clean()
    application.save()


def _made(application: AllianceApplication) -> Organisation:
    """The new organisation. Its address is another one when an equal name was approved at the same moment."""
    while True:
        organisation = Organisation(
            name=application.name,
            slug=FreeSlugs().take(application.name),
            kind=application.kind,
            municipality=application.municipality,
            website=application.website,
            alliance_since=timezone.localdate(),
        )
        organisation.full_clean(exclude=["slug"])
        try:
            with transaction.atomic():
                organisation.save()
        except IntegrityError:
            if not Organisation.objects.filter(slug=organisation.slug).exists():
                raise
        else:
            return organisation
