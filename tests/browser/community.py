"""What the demo lacks to show every page of the community: somebody who can sign in, and something of everything.

Runs inside the site (``manage.py shell``), which knows the numbers that stand in addresses.
"""

from __future__ import annotations

from uuid import uuid4

from allauth.account.models import EmailAddress

from accounts.models import User
from delivery.unsubscribing import tokens
from leerlabs.labs import inviting
from leerlabs.models import Decision, DecisionAction, LeerlabPage, Post, Report, ReportReason, TargetKind, Thread
from leerlabs.moderation import reporting
from leerlabs.moderation.targets import find
from practices.models import PracticePage, Submission
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


def numbers(host: User) -> dict[str, object]:
    """Makes a report, a decision, an invitation and a submission, and gives what stands in the addresses."""
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
    inviting.invite(leerlab, "gast@school.example", host)
    answers = {"title": "Een brief aan jezelf", "steps": [{"title": "Schrijven", "text": "Elk kind schrijft."}]}
    return {
        "question": threads.exclude(accepted_post=None).first().pk,
        "poll": threads.filter(kind="poll").first().pk,
        "discussion": own.thread_id,
        "own_post": own.pk,
        "post": other.pk,
        "report": Report.objects.latest("pk").target_key,
        "decision": decision.pk,
        "submission": Submission.objects.create(contributor=host, answers=answers).uuid,
        "profile": host.uuid,
        "token": tokens.make(host, tokens.DIGEST_TARGET),
        "insight": InsightPage.objects.live().first().pk,
        "practice": PracticePage.objects.live().first().pk,
        "organisation": host.organisation_memberships.first().organisation.slug,
    }
