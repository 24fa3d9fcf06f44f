"""Adding a passkey, in our words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext_lazy as _


class PasskeyForm(AddWebAuthnForm):
    """A passkey unless one says otherwise; a security key that only is a second step when the box is cleared."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam")
        self.fields["name"].help_text = _("Waaraan je hem herkent, zoals: mijn laptop.")
        passwordless = self.fields.get("passwordless")
        if passwordless is not None:
            passwordless.label = _("Ook in plaats van mijn wachtwoord")
            passwordless.help_text = _("Zonder dit vinkje is het alleen een tweede stap, na je wachtwoord.")
            passwordless.initial = True
