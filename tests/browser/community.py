"""What the demo lacks to show every page of the community: somebody who can sign in, and something of everything.

Runs inside the site (``manage.py shell``), which knows the numbers that stand in addresses.
"""

from __future__ import annotations

import re
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from delivery.models import OutgoingMail
from delivery.unsubscribing import tokens
from leerlabs.labs import inviting
from leerlabs.models import (
    Appeal,
    Decision,
    DecisionAction,
    LeerlabPage,
    Post,
    Report,
    ReportReason,
    TargetKind,
    Thread,
)
from leerlabs.moderation import reporting
from leerlabs.moderation.targets import find
from leerlabs.rich_text.composing import compose
from leerlabs.threads import editing
from organisations import invitations as organisation_invitations
from organisations import membership
from organisations.models import ConfirmedBy, Organisation, OrganisationMembership
from practices.models import PracticePage, Submission, TryOut
from research.models import InsightPage

#: Host of a hidden Leerlab, and administrator of an organisation.
HOST = "nourdin-benhaddou@example.nl"
LEERLAB = "naar-de-brugklas"


def let_in(password: str) -> User:
    """The host, who can sign in from now on."""
    host = User.objects.get(email=HOST)
    host.set_password(password)
    host.save()
    EmailAddress.objects.update_or_create(user=host, email=HOST, defaults={"verified": True, "primary": True})
    return host


@transaction.atomic
def numbers(host: User) -> dict[str, object]:
    """Makes a report, a decision, an invitation and a submission, and gives what stands in the addresses.

    All at once: a mail that was sent is wiped, and the worker must not see these before they are read here.
    """
    leerlab = LeerlabPage.objects.get(slug=LEERLAB)
    threads = Thread.objects.filter(leerlab=leerlab)
    own = Post.objects.filter(thread__leerlab=leerlab, author=host).earliest("pk")
    other = Post.objects.filter(thread__leerlab=leerlab).exclude(author=host).latest("pk")
    target = find(TargetKind.POST, str(other.pk))
    assert target is not None
    reporter = User.objects.get(email="ghita-amellal@example.nl")
    reporting.report(target, reporting.Notice(ReportReason.OTHER, "Klopt dit wel?", uuid4(), reporter))
    decision = Decision.objects.create(
        leerlab=leerlab,
        target_kind=TargetKind.POST,
        target_key=str(own.pk),
        concerned=host,
        action=DecisionAction.WARN,
        reason="Dit ging over een kind dat anderen kunnen herkennen.",
        decided_by=reporter,
    )
    appeal = Appeal.objects.create(decision=decision, by=host, text="Ik noemde geen naam en geen school.")
    inviting.invite(leerlab, "gast@school.example", host)
    school = host.organisation_memberships.first().organisation
    organisation_invitations.invite(school, "gast@school.example", host)
    clearer = compose("Nog een keer gelezen, en duidelijker gezegd.", leerlab_id=leerlab.pk, author=host)
    editing.edit(own, host, clearer, version=own.version)
    practice = PracticePage.objects.live().first()
    answers = {"title": "Een brief aan jezelf", "steps": [{"title": "Schrijven", "text": "Elk kind schrijft."}]}
    return {
        "question": threads.exclude(accepted_post=None).first().pk,
        "poll": threads.filter(kind="poll").first().pk,
        "discussion": own.thread_id,
        "leerlab": leerlab.pk,
        "own_post": own.pk,
        "post": other.pk,
        "report": Report.objects.latest("pk").target_key,
        "decision": decision.pk,
        "submission": Submission.objects.create(contributor=host, answers=answers).uuid,
        "profile": host.uuid,
        "token": tokens.make(host, tokens.DIGEST_TARGET),
        "insight": InsightPage.objects.live().first().pk,
        "practice": practice.pk,
        "organisation": school.slug,
        "colleague": _colleague_of(host, school).pk,
        "membership": leerlab.memberships.get(user__email="ghita-amellal@example.nl").pk,
        "appeal": appeal.pk,
        "tryout": TryOut.objects.create(user=host, page=practice, asked_at=timezone.now()).uuid,
        "leerlab_invitation": _path_in_mail("/leerlabs/uitnodiging/"),
        "organisation_invitation": _path_in_mail("/organisaties/uitnodiging/"),
    }


def _path_in_mail(beginning: str) -> str:
    """The address with a token in the latest mail to the guest that has one beginning like this."""
    mails = OutgoingMail.objects.filter(address="gast@school.example").order_by("-pk")
    found = (re.search(rf"{beginning}[\w-]+/", mail.text) for mail in mails)
    return next(match.group() for match in found if match)


def _colleague_of(host: User, school: Organisation) -> OrganisationMembership:
    """Somebody who belongs to the same school."""
    return membership.begin(
        User.objects.get(email="dilara-aksoylu@example.nl"), school, ConfirmedBy.ADMINISTRATOR, confirmer=host
    )


def set_up_second_step_of_host() -> None:
    """An app for codes, and recovery codes."""
    host = User.objects.get(email=HOST)
    TOTP.activate(host, generate_totp_secret())
    RecoveryCodes.activate(host)


def take_away_second_step_of_host() -> None:
    """The host signs in with a password alone again."""
    Authenticator.objects.filter(user__email=HOST).delete()


def with_second_step(password: str) -> str:
    """Somebody who has set up an app for codes; their address. Signing in stops at the second step."""
    address = "ghita-amellal@example.nl"
    user = User.objects.get(email=address)
    user.set_password(password)
    user.save()
    EmailAddress.objects.update_or_create(user=user, email=address, defaults={"verified": True, "primary": True})
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    return address
