"""Signing in with the account of another organisation, configured by settings alone."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured

from accounts.models import User
from config.settings.identity_providers import identity_providers
from tests.accounts.identity_provider import identity_provider
from tests.accounts.mailbox import code_to
from tests.accounts.members import is_signed_in, member

pytestmark = pytest.mark.django_db

PERSON = {"sub": "abc-123", "email": "noor@example.nl", "given_name": "Noor", "family_name": "de Vries"}


@pytest.fixture
def environment(monkeypatch):
    def put(**values):
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return put


@pytest.fixture
def provider(environment, settings):
    with identity_provider(PERSON) as address:
        environment(
            OIDC_PROVIDERS="surfconext",
            OIDC_SURFCONEXT_SERVER_URL=address,
            OIDC_SURFCONEXT_CLIENT_ID="samen",
            OIDC_SURFCONEXT_CLIENT_SECRET="geheim",
        )
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": identity_providers()}}
        yield address


def come_back(client):
    """Go to the provider as a browser would, and come back signed in there."""
    page = client.post("/account/via/surfconext/").content.decode()
    away = unescape(re.search(r'<a class="button" href="([^"]+)"', page).group(1))
    state = parse_qs(urlsplit(away).query)["state"][0]
    return client.get("/account/via/surfconext/terug/", {"state": state, "code": "code"}, follow=True)


def test_the_sign_in_page_offers_it(client, provider):
    assert "SURFconext" in client.get("/account/inloggen/").content.decode()


def test_looking_at_its_address_starts_nothing(client, provider):
    assert client.get("/account/via/surfconext/").status_code == 200
    assert "socialaccount_states" not in client.session


def test_a_newcomer_says_who_they_are_and_confirms_the_address(client, provider):
    page = come_back(client).content.decode()
    assert 'value="Noor de Vries"' in page
    client.post("/account/koppelingen/aanmelden/", {"display_name": "Noor", "email": PERSON["email"]})
    assert not is_signed_in(client)
    client.post("/account/e-mailadres/bevestigen/", {"code": code_to(PERSON["email"])})
    assert is_signed_in(client)
    assert User.objects.get().socialaccount_set.get().uid == "abc-123"


def test_an_address_that_the_provider_gives_opens_nobodys_account(client, provider):
    member(PERSON["email"])
    come_back(client)
    client.post("/account/koppelingen/aanmelden/", {"display_name": "Noor", "email": PERSON["email"]})
    assert not is_signed_in(client)


def test_a_member_connects_it_and_comes_in_with_it(client, provider):
    client.force_login(member("anders@example.nl"))
    page = client.post("/account/via/surfconext/?process=connect").content.decode()
    away = unescape(re.search(r'<a class="button" href="([^"]+)"', page).group(1))
    client.get(
        "/account/via/surfconext/terug/",
        {"state": parse_qs(urlsplit(away).query)["state"][0], "code": "code"},
    )
    client.post("/account/uitloggen/")
    come_back(client)
    assert is_signed_in(client)


def test_a_return_that_nobody_asked_for_signs_nobody_in(client, provider):
    client.get("/account/via/surfconext/terug/", {"state": "verzonnen", "code": "code"})
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"OIDC_PROVIDERS": "SURF conext"}, "OIDC_PROVIDERS should be words"),
        ({"OIDC_PROVIDERS": "orcid,orcid"}, "OIDC_PROVIDERS names a provider twice"),
        ({"OIDC_PROVIDERS": "orcid"}, "OIDC_ORCID_CLIENT_ID is not set; orcid stands in OIDC_PROVIDERS"),
        (
            {"OIDC_PROVIDERS": "entree", "OIDC_ENTREE_CLIENT_ID": "a", "OIDC_ENTREE_CLIENT_SECRET": "b"},
            "OIDC_ENTREE_SERVER_URL is not set",
        ),
        (
            {"OIDC_PROVIDERS": "orcid", "OIDC_ORCID_SERVER_URL": "orcid.org"},
            "OIDC_ORCID_SERVER_URL is not a usable address",
        ),
    ],
)
def test_a_wrong_setting_is_one_clear_sentence(environment, values, sentence):
    environment(**values)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        identity_providers()


def test_without_settings_there_are_none(monkeypatch):
    monkeypatch.delenv("OIDC_PROVIDERS", raising=False)
    assert identity_providers() == []
