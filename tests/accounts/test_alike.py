"""Nobody learns from an answer whether an address has an account: not from its words, not from the work it takes."""

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from delivery.models import OutgoingMail
from tests.accounts.members import PASSWORD, member
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

KNOWN, UNCONFIRMED, UNKNOWN = "bekend@example.nl", "wacht@example.nl", "vreemd@example.nl"
ASKED = {
    "signing in": ("/account/inloggen/", lambda address: {"login": address, "password": "iets anders dan dat"}),
    "a code": ("/account/inloggen/code/", lambda address: {"email": address}),
    "a new password": ("/account/wachtwoord/vergeten/", lambda address: {"email": address}),
    "signing up": (
        "/account/aanmelden/",
        lambda address: {"display_name": "Noor", "email": address, "password1": PASSWORD},
    ),
    "signing up without a password": (
        "/account/aanmelden/",
        lambda address: {"display_name": "Noor", "email": address, "password1": ""},
    ),
}


class CountingHasher(MD5PasswordHasher):
    times = 0

    def encode(self, password, salt):
        type(self).times += 1
        return super().encode(password, salt)


def answer_to(address, question):
    """Status, where to, the text of that page without address and tokens, mails, passwords worked out."""
    where, form = ASKED[question]
    client = Client()
    before, CountingHasher.times = OutgoingMail.objects.count(), 0
    first = client.post(where, form(address))
    hashed = CountingHasher.times
    text = (client.get(first.url) if first.status_code == 302 else first).content.decode()
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text.replace(address, "ADDRESS"))
    return first.status_code, first.headers.get("Location"), text, OutgoingMail.objects.count() - before, hashed


@pytest.mark.parametrize("question", ASKED)
@pytest.mark.parametrize("there", [KNOWN, UNCONFIRMED])
def test_known_and_unknown_addresses_are_answered_alike(question, there, settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    member(KNOWN)
    UserFactory(email=UNCONFIRMED, password=PASSWORD)

    assert answer_to(there, question) == answer_to(UNKNOWN, question)


def test_a_wrong_code_is_answered_alike():
    member(KNOWN)
    answers = []
    for address in (KNOWN, UNKNOWN):
        client = Client()
        client.post("/account/inloggen/code/", {"email": address})
        answer = client.post("/account/inloggen/code/invoeren/", {"code": "BBBB-BBBB"})
        answers.append((answer.status_code, "Deze code klopt niet." in answer.content.decode()))
    assert answers == [(200, True)] * 2
