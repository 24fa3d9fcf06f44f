"""What is kept of who hears of what."""

from delivery.models.address import MailAddress
from delivery.models.choices import DigestRhythm, Level, MailLanguage, MailMoment
from delivery.models.digest import DigestedItem, DigestIssue
from delivery.models.event import Event
from delivery.models.notification import Notification
from delivery.models.outgoing_mail import MailKind, MailState, OutgoingMail
from delivery.models.preferences import Preferences
from delivery.models.subscription import Subscription

__all__ = [
    "DigestIssue",
    "DigestRhythm",
    "DigestedItem",
    "Event",
    "Level",
    "MailAddress",
    "MailKind",
    "MailLanguage",
    "MailMoment",
    "MailState",
    "Notification",
    "OutgoingMail",
    "Preferences",
    "Subscription",
]
