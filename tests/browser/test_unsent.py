"""A reply in a Leerlab, without JavaScript, sent after the session ended: nothing of it is lost."""

from playwright.sync_api import expect

from tests.browser.members import sign_up
from tests.browser.running_site import PASSWORD
from tests.browser.test_member_journey import DESK, ask, join

ADDRESS = "lieve.lang@school.example"
TEXT = "Eerst lazen we samen.\n\nDaarna schreef iedereen op wat er bleef hangen."


def end_sessions_of(site, address):
    """What happens by itself after two weeks."""
    code = f"from accounts.models.session import Session; Session.objects.filter(user__email='{address}').delete()"
    site.manage("shell", "-v0", "-c", code)


def test_a_reply_waits_behind_signing_in_and_is_placed_by_its_writer(open_page, site):
    page = open_page(viewport=DESK, java_script_enabled=False)
    sign_up(page, site, "Lieve Lang", ADDRESS)
    join(page)
    ask(page, "Hoe sluiten jullie een leesles af?", "Ik zoek iets kleins.")
    thread = page.url
    page.get_by_label("Je bericht").fill(TEXT)
    end_sessions_of(site, ADDRESS)

    page.get_by_role("button", name="Plaats").click()
    expect(page.locator("main")).to_contain_text("Wat je schreef is bewaard")
    page.get_by_label("E-mailadres").fill(ADDRESS)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()

    expect(page.get_by_label("Je bericht")).to_have_value(TEXT)
    expect(page.locator("main")).to_contain_text("Er is nog niets verstuurd")
    page.get_by_role("button", name="Plaats").click()
    page.goto(thread)
    expect(page.locator(".posts")).to_contain_text("Daarna schreef iedereen op wat er bleef hangen.")
    expect(page.get_by_label("Je bericht")).to_have_value("")
