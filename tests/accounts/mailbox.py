"""Reading the mail that accounts send: it waits in the queue of all mail."""

import re

from delivery.models import OutgoingMail


def mails_to(address):
    return list(OutgoingMail.objects.filter(address=address).order_by("pk"))


def code_to(address):
    """The code in the newest mail."""
    return re.search(r"^([B-Z]{4}-[B-Z]{4})$", mails_to(address)[-1].text, re.MULTILINE).group(1)
