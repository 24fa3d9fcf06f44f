"""A teacher weighs and chooses: what is ticked and typed stays, it becomes paper, and a later edition is told."""

import re
import uuid
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.community import HOST
from tests.browser.members import sign_in
from tests.browser.running_site import PASSWORD
from tests.printing.document import read, text_of

#: The first has few costs, the second many: one filter shows one of them.
CHEAP, DEAR = "Feedback", "Klassenverkleining"
LATER = """
from datetime import date
from practices.models import Edition, InterventionFigure, InterventionPage
page = InterventionPage.objects.get(title={title!r})
edition = Edition.objects.create(
    code={code!r}, source="Proefbron {code}", name="2027", as_of=date({year}, 1, 1), is_menukaart=False
)
InterventionFigure.objects.create(page=page, edition=edition, months=1, strength=2, cost=3)
page.save_revision().publish()
"""


def box(page, title):
    return page.get_by_role("checkbox", name=f"Vergelijk {title}", exact=True)


def columns(page):
    return sorted(text.strip() for text in page.locator(".compare__name").all_inner_texts())


@pytest.fixture(scope="module")
def member(site):
    """Somebody of the demo who can sign in."""
    code = f"from tests.browser.community import let_in; let_in({PASSWORD!r})"
    site.manage("shell", "-v0", "-c", code)
    return HOST


def test_what_is_ticked_stays_through_filters_orders_and_going_back(open_page):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("/menukaart/?sorteer=leerwinst")
    box(page, CHEAP).check()
    expect(page.locator(".compare-bar__text")).to_have_text(f"Gekozen: {CHEAP}. Kies er nog minstens één bij.")

    page.get_by_role("link", name=re.compile("^zeer hoog")).click()
    page.wait_for_url("**kosten=5**")
    expect(page.get_by_role("list", name="Ook gekozen, niet in deze lijst")).to_contain_text(CHEAP)
    box(page, DEAR).check()
    expect(page.locator(".compare-bar__text")).to_have_text(f"Gekozen: {CHEAP}, {DEAR}.")
    assert violations(page) == []
    page.get_by_role("list", name="Gekozen filters").get_by_role("link").first.click()
    expect(box(page, CHEAP)).to_be_checked()
    page.go_back()
    expect(box(page, DEAR)).to_be_checked()
    page.reload()
    expect(box(page, DEAR)).to_be_checked()

    page.get_by_role("button", name="Vergelijk", exact=True).click()
    page.wait_for_url("**/menukaart/vergelijken/?p=*")
    assert columns(page) == [CHEAP, DEAR]
    page.get_by_role("link", name="Kies verder op de menukaart").click()
    expect(page.locator(".compare-bar__text")).to_contain_text(DEAR)


def test_without_scripts_a_button_keeps_what_is_ticked(open_page):
    page = open_page(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page.goto("/menukaart/?kosten=5")
    box(page, DEAR).check()
    page.get_by_role("button", name="Onthoud en filter verder").click()
    page.wait_for_url("**/menukaart/?kosten=5&p=*")
    expect(box(page, DEAR)).to_be_checked()
    page.get_by_role("list", name="Gekozen filters").get_by_role("link").first.click()
    page.goto(page.url + "&kosten=1")
    box(page, CHEAP).check()
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    page.wait_for_url("**/menukaart/vergelijken/?p=*")

    assert columns(page) == [CHEAP, DEAR]


def test_with_scripts_that_button_is_not_needed(desk):
    desk.goto("/menukaart/")
    expect(desk.get_by_role("button", name="Onthoud en filter verder")).to_be_hidden()


def test_what_a_visitor_typed_is_there_after_the_window_was_closed(open_page):
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto("/menukaart/feedback/")
    page.get_by_role("link", name="Verantwoord deze keuze").click()
    page.get_by_label(re.compile("^Doel")).fill("Elk kind kent de volgende stap.")
    expect(page.locator("[data-draft-said]")).to_contain_text("Concept bewaard")
    address = page.url
    assert "concept=" in address
    page.close()

    other = open_page(viewport={"width": 1280, "height": 900})
    other.goto(address)
    expect(other.get_by_label(re.compile("^Doel"))).to_have_value("Elk kind kent de volgende stap.")
    expect(other.get_by_text("typte en nog niet bewaarde")).to_be_visible()
    assert violations(other) == []
    other.get_by_role("button", name="Bewaren en bekijken").click()
    other.wait_for_url("**/verantwoording/link/*/")
    expect(other.get_by_role("main")).to_contain_text("Elk kind kent de volgende stap.")


def test_from_comparing_to_paper_and_a_later_edition_is_told(open_page, site, member):
    page = open_page(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    sign_in(page, member)
    page.goto("/menukaart/?kosten=1&sorteer=leerwinst")
    box(page, CHEAP).check()
    page.get_by_role("link", name=re.compile("^zeer hoog")).click()
    page.wait_for_url("**kosten=5**")
    box(page, DEAR).check()
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    page.wait_for_url("**/menukaart/vergelijken/?p=*")
    page.get_by_role("link", name=re.compile(f"^Verantwoord deze keuze.*{DEAR}")).click()

    name = f"Kleinere groep {uuid.uuid4().hex[:6]}"
    page.get_by_label(re.compile("^Naam van deze")).fill(name)
    page.get_by_label(re.compile("^Waarom deze aanpak")).fill("Meer tijd voor elk kind.")
    expect(page.locator("[data-draft-said]")).to_contain_text("Concept bewaard")
    page.goto("/account/verantwoordingen/")
    page.get_by_role("link", name=DEAR).first.click()
    expect(page.get_by_label(re.compile("^Waarom deze aanpak"))).to_have_value("Meer tijd voor elk kind.")
    page.get_by_role("button", name="Bewaren en bekijken").click()
    page.wait_for_url(re.compile(r"/verantwoording/[0-9a-f-]{36}/$"))
    kept = page.url
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als PDF").click()
    document = Path(download.value.path()).read_bytes()
    assert read(document).trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert "Meer tijd voor elk kind." in text_of(document)

    code = uuid.uuid4().hex[:8]
    site.manage("shell", "-v0", "-c", LATER.format(title=DEAR, code=code, year=date.today().year))
    page.goto("/account/meldingen/")
    told = page.get_by_role("link", name=re.compile(f"Er zijn nieuwe cijfers voor .{re.escape(name)}"))
    for _ in range(60):
        if told.count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    told.first.click()
    page.wait_for_url(f"{kept}**")
    expect(page.get_by_role("heading", name="Er zijn nieuwe cijfers")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(f"Proefbron {code}")
    assert violations(page) == []
    page.get_by_role("button", name="Neem de nieuwe cijfers over").click()
    expect(page.get_by_role("status").or_(page.locator(".notice")).first).to_contain_text(
        "De nieuwe cijfers staan erin."
    )
    expect(page.get_by_role("heading", name="Er zijn nieuwe cijfers")).to_have_count(0)
