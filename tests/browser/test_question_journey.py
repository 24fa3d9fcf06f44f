"""A teacher asks a question: the same one is found while typing and followed, and it works without scripts."""

from playwright.sync_api import expect

from tests.browser.conftest import DESK

#: In other words than the demo's question about help in groups of three.
SAME = "Werkt hulp bij rekenen in groep 6 beter alleen of met zijn drieën?"
ANOTHER = "Hoe leren kinderen met huiswerk omgaan als ze thuis geen eigen kamer hebben?"
#: A form that comes back faster than this was not filled in by a person.
A_PERSONS_PACE = 3500


def fill_in_who(page, address):
    page.get_by_label("Jouw naam").fill("Kim de Wit")
    page.get_by_label("Jouw e-mailadres").fill(address)


def test_the_same_question_is_found_while_typing_and_followed(phone):
    phone.goto("/kennisvragen/stellen/")
    phone.get_by_role("textbox", name="Je vraag").press_sequentially(SAME)

    found = phone.get_by_role("region", name="Staat het antwoord hier al?")
    expect(found).to_be_visible()
    expect(phone.locator("#announcer")).to_contain_text("Er staat al iets over deze vraag")
    found.get_by_role("link", name="Volg deze vraag").first.click()
    phone.wait_for_timeout(A_PERSONS_PACE)
    fill_in_who(phone, "kim.volgt@example.nl")
    phone.get_by_role("button", name="Volg deze vraag").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")


def test_what_was_seen_while_typing_does_not_come_again_as_a_step(desk):
    desk.goto("/kennisvragen/stellen/")
    desk.get_by_role("textbox", name="Je vraag").press_sequentially(ANOTHER)
    expect(desk.get_by_role("region", name="Staat het antwoord hier al?")).to_be_visible()
    desk.wait_for_timeout(A_PERSONS_PACE)
    fill_in_who(desk, "kim.typt@example.nl")
    desk.get_by_role("button", name="Verstuur je vraag").click()

    expect(desk.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")


def test_without_scripts_what_is_there_comes_as_a_step(open_page):
    page = open_page(viewport=DESK, java_script_enabled=False)
    page.goto("/kennisvragen/stellen/")
    page.get_by_role("textbox", name="Je vraag").fill(ANOTHER)
    fill_in_who(page, "kim.leest@example.nl")
    page.wait_for_timeout(A_PERSONS_PACE)
    page.get_by_role("button", name="Verstuur je vraag").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Bestaat het antwoord al?")
    page.get_by_role("button", name="Mijn vraag is anders: toch versturen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
