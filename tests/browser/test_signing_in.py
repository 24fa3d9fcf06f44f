"""Accounts in a real browser: signing up without JavaScript, a passkey, and pages without an axe violation."""

import re

import pytest

from tests.browser.axe import violations
from tests.browser.members import mail_to

PASSWORD = "vier losse woorden samen"
OWN_PAGES = [
    "/account/",
    "/account/profiel/",
    "/account/e-mailadres/",
    "/account/beveiliging/",
    "/account/gegevens/",
    "/account/vertrekken/",
]
ENTRANCES = ["/account/inloggen/", "/account/aanmelden/", "/account/inloggen/code/", "/account/wachtwoord/vergeten/"]
_NEW_MEMBER = (
    "from accounts.models import User; from allauth.account.models import EmailAddress;"
    "u = User.objects.create_user('{0}', '{1}');"
    "EmailAddress.objects.create(user=u, email=u.email, verified=True, primary=True)"
)


@pytest.fixture
def member(site, open_page):
    """Signs a new member in; keyword arguments go to the browser context."""

    def sign_in(email, **options):
        site.manage("shell", "-v0", "-c", _NEW_MEMBER.format(email, PASSWORD))
        page = open_page(**options)
        page.goto("/account/inloggen/")
        page.get_by_label("E-mailadres").fill(email)
        page.locator("input[name=password]").fill(PASSWORD)
        page.get_by_role("button", name="Inloggen").click()
        page.wait_for_url("**/account/")
        return page

    return sign_in


def test_somebody_signs_up_without_javascript_and_fills_in_a_profile(site, open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name="Inloggen").first.click()
    page.get_by_role("link", name="Meld je aan").click()
    page.get_by_label("Naam").fill("Sien Zonderscript")
    page.get_by_label("E-mailadres").fill("sien@example.nl")
    page.get_by_role("button", name="Maak mijn account").click()
    subject = mail_to(site, "sien@example.nl", "code")["Subject"]
    page.get_by_label("Code").fill(re.search(r"[B-Z]{4}-[B-Z]{4}", subject).group())
    page.get_by_role("button", name="Verder").click()
    page.goto("/account/profiel/")
    page.get_by_label("Over jezelf").first.fill("Ik werk zonder scripts.")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("link", name="Bekijk je profiel").click()
    assert page.get_by_role("heading", name="Sien Zonderscript").is_visible()
    assert page.get_by_text("Ik werk zonder scripts.").is_visible()


def test_a_passkey_takes_the_place_of_a_password(site, member):
    page = member("pia@example.nl", base_url=site.url.replace("127.0.0.1", "localhost"))
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    always = {"isUserVerified": True, "automaticPresenceSimulation": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**device, **always}})
    page.goto("/account/beveiliging/passkeys/toevoegen/")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Voeg toe").click()
    page.wait_for_url("**/herstelcodes/")
    page.goto("/account/uitloggen/")
    page.get_by_role("button", name="Log mij uit").click()
    page.goto("/account/inloggen/")
    page.get_by_role("button", name="Met een passkey").click()
    page.wait_for_url("**/account/")
    assert page.get_by_role("link", name="Uitloggen").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_ways_in_have_no_violation(open_page, width):
    page = open_page(viewport={"width": width, "height": 900})
    for address in ENTRANCES:
        page.goto(address)
        assert (address, violations(page)) == (address, [])


def test_own_pages_have_no_violation_and_fit_a_small_phone(member):
    page = member("anna@example.nl", viewport={"width": 320, "height": 900}, color_scheme="dark")
    for address in OWN_PAGES:
        page.goto(address)
        assert (address, violations(page)) == (address, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
