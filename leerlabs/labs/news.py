"""What is told about taking part: to the hosts that somebody asks, to somebody what was decided.

And a Leerlab as something of which a reader chooses how much to hear.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import delivery
from accounts.models import User
from accounts.profiles import display_name
from delivery.kinds import Kind, Message, Reason, register
from delivery.models import Event
from delivery.targets import Target
from delivery.targets import register as register_target
from leerlabs.labs.addresses import page_of
from leerlabs.models import LeerlabMembership, LeerlabPage, MemberRole, MembershipState
from leerlabs.policy import may

ASKED = "leerlabs.asked"
ANSWERED = "leerlabs.answered"
ROLE = "leerlabs.role"


def asked(membership: LeerlabMembership) -> None:
    """Somebody asks to take part."""
    _announce(ASKED, membership, membership.user_id, {})


def accepted(membership: LeerlabMembership, by: User) -> None:
    """Somebody is let in."""
    _announce(ANSWERED, membership, by.pk, {"accepted": True})


def declined(membership: LeerlabMembership, by: User) -> None:
    """Somebody is not let in."""
    _announce(ANSWERED, membership, by.pk, {"accepted": False})


def given_role(membership: LeerlabMembership, by: User) -> None:
    """Somebody does something else in a Leerlab from now on."""
    _announce(ROLE, membership, by.pk, {"role": membership.role})


def _announce(kind: str, membership: LeerlabMembership, actor_id: int, data: dict[str, Any]) -> None:
    # Each time is news again, and the services see to it that each time is a change.
    delivery.announce(
        kind,
        about=f"membership:{membership.pk}",
        actor_id=actor_id,
        data={"leerlab": membership.leerlab_id, "user": membership.user_id, **data},
        key=f"{kind}:{membership.pk}:{timezone.now().isoformat()}",
    )


def _leerlab_of(event: Event) -> LeerlabPage | None:
    if "leerlab" not in event.memory:
        event.memory["leerlab"] = LeerlabPage.objects.filter(pk=event.data["leerlab"]).first()
    leerlab: LeerlabPage | None = event.memory["leerlab"]
    return leerlab


def _hosts(event: Event) -> Iterable[Reason]:
    why = gettext_lazy("Je bent begeleider van dit Leerlab.")
    hosts = LeerlabMembership.objects.hosts().filter(leerlab_id=event.data["leerlab"])
    return [Reason(user_id, why, concerned=True) for user_id in hosts.values_list("user_id", flat=True)]


def _the_person(event: Event) -> Iterable[Reason]:
    return [Reason(event.data["user"], gettext_lazy("Het gaat over jouw deelname."), concerned=True)]


def _is_host(event: Event, user: User) -> bool:
    leerlab = _leerlab_of(event)
    return leerlab is not None and may(user, "leerlab.manage", leerlab)


def _is_the_person(event: Event, user: User) -> bool:
    return _leerlab_of(event) is not None and bool(user.pk == event.data["user"])


def _ask_presented(event: Event, user: User) -> Message | None:
    leerlab = _leerlab_of(event)
    waiting = LeerlabMembership.objects.filter(
        leerlab_id=event.data["leerlab"], user_id=event.data["user"], state=MembershipState.REQUESTED
    )
    membership = waiting.select_related("user__profile").first()
    if leerlab is None or membership is None:
        return None
    title = _("%(name)s wil meedoen met %(leerlab)s") % {
        "name": display_name(membership.user, user),
        "leerlab": leerlab.title,
    }
    return Message(title, membership.motivation, reverse("leerlabs:requests", args=[leerlab.slug]))


def _answer_presented(event: Event, user: User) -> Message | None:
    leerlab = _leerlab_of(event)
    if leerlab is None:
        return None
    if event.data["accepted"]:
        return Message(_("Je doet mee met %s") % leerlab.title, leerlab.question, leerlab.get_url() or "/")
    # A Leerlab that is hidden by now stays unnamed to whoever is not in it.
    name = leerlab.title if may(user, "leerlab.see", leerlab) else _("een Leerlab")
    text = _("Een begeleider heeft je vraag om mee te doen niet ingewilligd.")
    return Message(_("Je aanvraag bij %s is afgewezen") % name, text, reverse("leerlabs:mine"))


def _role_presented(event: Event, user: User) -> Message | None:
    leerlab = _leerlab_of(event)
    if leerlab is None or not may(user, "leerlab.see", leerlab):
        return None
    names = {"role": MemberRole(event.data["role"]).label, "leerlab": leerlab.title}
    return Message(_("Je bent nu %(role)s van %(leerlab)s") % names, "", leerlab.get_url() or "/")


def connect() -> None:
    """Make these kinds of news known; called once, when the app is ready."""
    register(Kind(ASKED, _hosts, _is_host, _ask_presented))
    register(Kind(ANSWERED, _the_person, _is_the_person, _answer_presented))
    register(Kind(ROLE, _the_person, _is_the_person, _role_presented))
    register_target("leerlab", _describe)


def _describe(identifier: str, user: Any) -> Target | None:
    """A Leerlab as something of which one chooses how much to hear: for whoever reads there."""
    leerlab = LeerlabPage.objects.live().filter(pk=int(identifier)).first() if identifier.isdecimal() else None
    if leerlab is None or not may(user, "leerlab.read", leerlab):
        return None
    return Target(leerlab.title, page_of(leerlab))
