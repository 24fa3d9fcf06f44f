"""Members with a confirmed address, and signing them in through the front door."""

from allauth.account.models import EmailAddress

from tests.factories import UserFactory

PASSWORD = "vier losse woorden samen"


def member(email="noor@example.nl", password=PASSWORD, **fields):
    user = UserFactory(email=email, password=password, **fields)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def sign_in(client, email="noor@example.nl", password=PASSWORD, **extra):
    return client.post("/account/inloggen/", {"login": email, "password": password, **extra})


def is_signed_in(client):
    return client.get("/account/").status_code == 200
