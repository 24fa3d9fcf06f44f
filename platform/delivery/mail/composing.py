"""Making a mail at the moment it is sent, or finding that it need not be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from delivery import kinds, subscriptions, targets
from delivery.addresses import known_refusals
from delivery.mail import digest_content, notification_content
from delivery.mail.content import Content
from delivery.mail.envelope import address_mail
from delivery.mail.links import EndingLinks
from delivery.models import DigestRhythm, Level, MailKind, MailMoment, Notification, OutgoingMail, Preferences
from delivery.preferences import preferences_of_all
from delivery.recipients import address_of, who_can_be_told
from delivery.unsubscribing.tokens import DIGEST_TARGET


class NotNeededError(Exception):
    """The mail is not to be sent any more; the message says why."""

    def __init__(self, why: str | Promise) -> None:
        super().__init__(str(why))


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes the mails of one batch: what it needs of all their readers is read once."""

    users: Mapping[int, Any]
    preferences: Mapping[int, Preferences]
    #: Addresses that refused mail, and whether they are spared.
    refusals: Mapping[str, bool]

    @classmethod
    def for_batch(cls, mails: Sequence[OutgoingMail]) -> Composer:
        """Ready for these mails."""
        user_ids = {mail.user_id for mail in mails if mail.user_id}
        users = who_can_be_told(user_ids)
        addresses = {address_of(user) for user in users.values()} | {mail.address for mail in mails if mail.address}
        return cls(users, preferences_of_all(user_ids), known_refusals(addresses))

    def compose(self, mail: OutgoingMail) -> EmailMultiAlternatives:
        """The mail as it is to be sent. Raises :class:`NotNeededError`."""
        if mail.useful_until and mail.useful_until < timezone.now():
            raise NotNeededError(_("te laat om nog nut te hebben"))
        if mail.kind == MailKind.DIRECT:
            # Asked for by who reads it: sent also to an address that refused before, for it may work again.
            return address_mail(mail, mail.address, Content(mail.subject, mail.text, mail.html))
        user = self.users.get(mail.user_id or 0)
        if user is None:
            raise NotNeededError(_("deze persoon krijgt geen mail meer"))
        address = address_of(user)
        if self.refusals.get(address.lower()):
            raise NotNeededError(_("dit adres weigert mail"))
        chosen = self.preferences[user.pk]
        with translation.override(chosen.language):
            content, links = (_digest if mail.kind == MailKind.DIGEST else _notification)(mail, user, chosen)
        return address_mail(mail, address, content, links.unsubscribe_url)


def _notification(mail: OutgoingMail, user: Any, chosen: Preferences) -> tuple[Content, EndingLinks]:
    event = mail.event
    if event is None or chosen.notifications_by_mail != MailMoment.IMMEDIATELY:
        raise NotNeededError(_("deze persoon wil hierover geen mail meer"))
    if subscriptions.levels_of([user.pk], event.targets).get(user.pk) == Level.NONE:
        raise NotNeededError(_("deze persoon wil hierover niets meer horen"))
    if Notification.objects.filter(event=event, user_id=user.pk).exclude(read_at=None).exists():
        raise NotNeededError(_("al gelezen op de site"))
    message = kinds.message_for(event, user)
    if message is None:
        raise NotNeededError(_("niet meer te zien voor deze persoon"))
    links = EndingLinks.for_mail(user, event.about)
    return notification_content.render(message, mail.why, targets.described(event.about, user), links), links


def _digest(mail: OutgoingMail, user: Any, chosen: Preferences) -> tuple[Content, EndingLinks]:
    from delivery.digest.choosing import still_offered

    if mail.digest is None or chosen.digest == DigestRhythm.NONE:
        raise NotNeededError(_("deze persoon wil geen overzicht meer"))
    items = still_offered(mail.digest, user)
    if not items:
        raise NotNeededError(_("niets meer van te zien"))
    links = EndingLinks.for_mail(user, DIGEST_TARGET)
    return digest_content.render(items, chosen.digest, links), links
