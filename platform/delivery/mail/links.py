"""The addresses below every mail that one can end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from delivery.site_address import absolute
from delivery.unsubscribing import tokens


@dataclass(frozen=True, slots=True)
class EndingLinks:
    """Where one ends this mail without signing in, and where one chooses everything."""

    unsubscribe_url: str
    settings_url: str

    @classmethod
    def for_mail(cls, user: Any, target: str) -> EndingLinks:
        """For this person and what the mail is about, in the active language."""
        return cls(tokens.address(user, target), absolute(reverse("delivery:notification_settings")))
