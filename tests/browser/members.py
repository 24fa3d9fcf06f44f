"""Becoming a member and signing in, with the mail that belongs to it."""

import re
import time
from email.message import EmailMessage

from playwright.sync_api import Page, expect

from tests.browser.keyboard import follow, type_into
from tests.browser.running_site import PASSWORD, RunningSite

MAIL_SECONDS = 60.0


def mail_to(site: RunningSite, address: str, about: str) -> EmailMessage:
    """The latest mail to ``address`` with ``about`` in its subject; waits for it, the mail leaves by itself."""
    deadline = time.monotonic() + MAIL_SECONDS
    while True:
        arrived = [mail.message for mail in list(site.mail.received) if mail.recipient == address]
        for message in reversed(arrived):
            if about in message["Subject"]:
                return message
        assert time.monotonic() < deadline, [message["Subject"] for message in arrived]
        time.sleep(0.2)


def sign_up(page: Page, site: RunningSite, name: str, address: str) -> None:
    """A new account with a verified address, made with the keyboard alone; ends on the page of the account."""
    page.goto("/account/aanmelden/")
    type_into(page, page.get_by_label("Naam"), name)
    type_into(page, page.get_by_label("E-mailadres"), address)
    type_into(page, page.locator("input[name=password1]"), PASSWORD)
    follow(page, page.get_by_role("button", name="Maak mijn account"))
    code = re.search(r": (\S+)$", mail_to(site, address, "bevestigen")["Subject"])
    assert code is not None
    type_into(page, page.locator("input[name=code]"), code.group(1))
    follow(page, page.get_by_role("button", name="Verder"))
    expect(page.locator("main")).to_contain_text(name)


def sign_in(page: Page, address: str) -> None:
    """With the password; ends on the page of the account."""
    page.goto("/account/inloggen/")
    page.get_by_label("E-mailadres").fill(address)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/account/")
