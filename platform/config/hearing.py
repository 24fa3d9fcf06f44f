"""What delivery has to know of people, from the rooms that keep them; and theirs of what delivery keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from allauth.account.models import EmailAddress
from django.db.models import F

from accounts import own_data, retention
from accounts.models import Profile, Suspension, User
from accounts.own_data import ExportedFile
from delivery import interests, recipients
from delivery import own_data as kept_by_delivery
from delivery import retention as forgetting
from delivery.interests import Interests
from vocabulary.memory import vocabulary


def connect() -> None:
    """Called once, when the app is ready."""
    recipients.leave_out("suspended", _suspended)
    recipients.leave_out("address not confirmed", _with_unconfirmed_address)
    interests.tell(_interests_of)
    own_data.register("delivery", export=_export, erase=kept_by_delivery.erase)
    retention.register("notifications", setting="NOTIFICATIONS_KEPT_DAYS", carry_out=forgetting.forget_notifications)
    retention.register("mails", setting="MAILS_KEPT_DAYS", carry_out=forgetting.forget_mails)
    retention.register("digests", setting="DIGESTS_KEPT_DAYS", carry_out=forgetting.forget_digests)


def _suspended(user_ids: Collection[int]) -> Iterable[int]:
    return Suspension.objects.running().filter(user_id__in=user_ids).values_list("user_id", flat=True)


def _with_unconfirmed_address(user_ids: Collection[int]) -> Iterable[int]:
    """Whoever filled in somebody else's address: that person asked for nothing. An editor's account has no row."""
    unconfirmed = EmailAddress.objects.filter(user_id__in=user_ids, verified=False, email__iexact=F("user__email"))
    return list(unconfirmed.values_list("user_id", flat=True))


def _interests_of(user_ids: Collection[int]) -> Mapping[int, Interests]:
    """Groups and themes with those above and below them in their tree: "groep 5" goes with "middenbouw"."""
    return {
        user_id: Interests(frozenset(kinds["level"]), frozenset(kinds["theme"]))
        for user_id, kinds in _terms_of(user_ids).items()
    }


def _terms_of(user_ids: Collection[int]) -> dict[int, dict[str, set[int]]]:
    terms: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    profiles = Profile.objects.filter(user_id__in=user_ids)
    for kind, field in (("level", "levels"), ("theme", "themes")):
        kin = _kin(kind)
        for user_id, term_id in profiles.filter(**{f"{field}__isnull": False}).values_list("user_id", field):
            terms[user_id][kind] |= kin.get(term_id, {term_id})
    return terms


def _kin(kind: str) -> dict[int, set[int]]:
    """Each term with those above and below it."""
    known = vocabulary()
    kin: dict[int, set[int]] = defaultdict(set)
    for term in known.of_kind(kind):
        for code in term.with_parents:
            if above := known.by_code.get((kind, code)):
                kin[term.pk].add(above.pk)
                kin[above.pk].add(term.pk)
    return kin


def _export(user: User) -> Iterator[ExportedFile]:
    for path, content in kept_by_delivery.files_of(user):
        yield ExportedFile(path, content)
