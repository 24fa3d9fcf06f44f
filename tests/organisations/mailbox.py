"""The mails that wait to be sent, and what is in them."""

import re

from delivery.models import OutgoingMail
from organisations import invitations
from organisations.models import Organisation

_TOKEN = re.compile(r"/organisaties/uitnodiging/([\w-]{43})/")


def mails_to(address: str) -> list[OutgoingMail]:
    """The oldest first."""
    return list(OutgoingMail.objects.filter(address=address).order_by("pk"))


def token_in(mail: OutgoingMail) -> str:
    """The token of the invitation in this mail."""
    found = _TOKEN.search(mail.text)
    assert found, mail.text
    return found[1]


def invited(organisation: Organisation, email: str, role: str = "member") -> str:
    """Invite this address; the token that went out."""
    invitations.invite(organisation, email, None, role)
    return token_in(mails_to(email)[-1])
