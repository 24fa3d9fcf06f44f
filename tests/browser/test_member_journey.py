"""From signing up to taking one's data along, by way of a question and its answer: with the keyboard alone.

All of it once more without JavaScript.
"""

import re
import zipfile
from io import BytesIO

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import follow, press, type_into
from tests.browser.members import mail_to, sign_up

LEERLAB = "/leerlabs/begrijpend-lezen-in-de-bovenbouw/"
INSIGHT = "/onderzoek/kracht-van-feedback/"
DESK = {"width": 1280, "height": 900}


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request):
    """Whether the browsers of this journey run JavaScript."""
    return request.param


def join(page):
    """Take part in an open Leerlab."""
    page.goto(LEERLAB)
    follow(page, page.get_by_role("main").get_by_role("link", name="Doe mee", exact=True))
    follow(page, page.get_by_role("main").get_by_role("button", name="Doe mee"))
    expect(page.locator("main")).to_contain_text("Welkom! Je doet nu mee.")


def ask(page, title, text):
    """*Bespreek dit* on an insight, as a question."""
    page.goto(INSIGHT)
    follow(page, page.get_by_role("link", name=re.compile("Bespreek dit")))
    follow(page, page.get_by_role("navigation", name="Wat voor gesprek?").get_by_role("link", name="Vraag"))
    type_into(page, page.get_by_label("Titel"), title)
    type_into(page, page.get_by_label("Je bericht"), text)
    follow(page, page.get_by_role("button", name="Plaats"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def put_mail_in_the_digest(page):
    """Hear of things in the digest instead of in mails of their own."""
    page.goto("/account/meldingen/instellingen/")
    press(page, page.locator("input[name=notifications_by_mail]:checked"), "ArrowDown")
    expect(page.locator("input[name=notifications_by_mail][value=digest]")).to_be_checked()
    follow(page, page.get_by_role("button", name="Bewaren"))


def answer(page, title, text):
    """Find the question in the Leerlab and answer it."""
    page.goto(LEERLAB)
    follow(page, page.get_by_role("main").get_by_role("link", name=title).first)
    type_into(page, page.get_by_label("Je bericht"), text)
    follow(page, page.get_by_role("button", name="Plaats"))
    expect(page.locator(".posts")).to_contain_text(text)


def make_digests(site):
    """What the schedule does on a Monday morning, as if it were the next one."""
    code = (
        "from datetime import timedelta; from django.utils import timezone; "
        "from delivery.digest.run import make_digests; "
        "make_digests.call((timezone.localdate() + timedelta(days=7)).isoformat())"
    )
    site.manage("shell", "-v0", "-c", code)


def own_data(page):
    """The archive of everything about oneself."""
    page.goto("/account/gegevens/")
    button = page.get_by_role("button", name="Haal mijn gegevens op")
    with page.expect_download() as download:
        press(page, button)
    return zipfile.ZipFile(BytesIO(download.value.path().read_bytes()))


def test_a_question_is_asked_answered_and_taken_along(open_page, site, scripts):
    suffix = "met" if scripts else "zonder"
    asker = open_page(viewport=DESK, java_script_enabled=scripts, accept_downloads=True)
    helper = open_page(viewport=DESK, java_script_enabled=scripts)
    title = f"Wat doen jullie als een kind niets met feedback doet, {suffix}?"
    question, reply = f"Mijn groep 7 leest er overheen, {suffix}.", f"Vraag wat ze als eerste veranderen, {suffix}."

    sign_up(asker, site, f"Vera Vraag {suffix}", f"vera.{suffix}@school.example")
    join(asker)
    ask(asker, title, question)
    thread = asker.url

    sign_up(helper, site, f"Hans Help {suffix}", f"hans.{suffix}@school.example")
    join(helper)
    put_mail_in_the_digest(helper)
    answer(helper, title, reply)

    mail = mail_to(site, f"vera.{suffix}@school.example", title)
    assert reply in mail.get_body(("plain",)).get_content()
    asker.goto("/account/meldingen/")
    follow(asker, asker.get_by_role("main").get_by_role("link", name=re.compile(re.escape(title))).first)
    follow(asker, asker.get_by_role("button", name="Dit is het antwoord").last)
    asker.goto(thread)
    expect(asker.get_by_role("link", name="Naar het antwoord")).to_be_visible()

    make_digests(site)
    digest = mail_to(site, f"hans.{suffix}@school.example", title)
    assert "Jouw bericht is het antwoord." in digest.get_body(("plain",)).get_content()
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    archive = own_data(asker)
    assert question in "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
