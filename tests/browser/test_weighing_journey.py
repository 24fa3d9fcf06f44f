"""A teacher weighs: the menukaart filtered and sorted, two put side by side; with and without scripts, by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.keyboard import follow, reach

FILTERED = "/menukaart/?leerwinst=5-6&kosten=1&sorteer=bewijs"
FIRST, SECOND = "Technieken voor begrijpend lezen", "Feedback"


def titles(page):
    return [text.strip() for text in page.locator(".results h3").all_inner_texts()]


def columns(page):
    return [text.strip() for text in page.locator(".compare__name").all_inner_texts()]


def choose(page, title):
    page.get_by_role("checkbox", name=f"Vergelijk {title}", exact=True).check()


def compare(page, *chosen):
    """From the filtered menukaart to the chosen ones side by side, with a pointer."""
    page.goto(FILTERED)
    for title in chosen:
        choose(page, title)
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    page.wait_for_url("**/menukaart/vergelijken/?p=*")


@pytest.fixture
def plain(open_page):
    """A visitor without scripts."""
    return open_page(viewport={"width": 1280, "height": 900}, java_script_enabled=False)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_filters_and_orders_narrow_the_menukaart_and_stay_in_the_address(open_page, scripts):
    page = open_page(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts)
    page.goto("/menukaart/")
    everything = titles(page)

    page.get_by_role("link", name=re.compile("^minder dan 0 maanden")).click()
    page.wait_for_url("**leerwinst=onder-nul**")
    expect(page.locator(".results h3")).to_have_text(["Zittenblijven"])
    page.get_by_role("list", name="Gekozen filters").get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/menukaart/\??$"))
    page.get_by_role("link", name="meeste leerwinst").click()
    page.wait_for_url("**sorteer=leerwinst**")
    expect(page.get_by_role("link", name="meeste leerwinst")).to_have_attribute("aria-current", "true")

    assert titles(page) != everything == sorted(everything, key=str.casefold)


def test_the_instruments_are_explained_beside_their_filter(desk):
    desk.goto("/menukaart/")
    months = desk.locator('details[data-facet="leerwinst"]')

    months.get_by_text("Wat betekent dit?").click()

    expect(months.get_by_text(re.compile("Een getal onder nul betekent"))).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_two_are_compared_and_the_address_can_be_shared(open_page, scripts):
    page = open_page(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts)
    compare(page, SECOND, FIRST)
    shown = columns(page)

    other = open_page(viewport={"width": 390, "height": 844})
    other.goto(page.url)

    assert sorted(shown) == sorted([FIRST, SECOND])
    assert columns(other) == shown
    months = page.get_by_role("row", name=re.compile("^Leerwinst"))
    expect(months.get_by_role("cell")).to_have_count(2)
    expect(page.get_by_role("row", name=re.compile("^Editie en bron"))).to_contain_text("Menukaart")


def test_one_is_put_beside_by_searching_and_one_taken_away(plain):
    compare(plain, FIRST, SECOND)
    before = columns(plain)
    plain.get_by_role("searchbox", name="Zoek een interventie of praktijkvoorbeeld").fill("hardop denken")
    plain.get_by_role("search", name="Zoek wat je ernaast wilt zetten").get_by_role("button").click()
    plain.get_by_role("link", name=re.compile("^Zet ernaast: .*Hardop denken")).first.click()
    expect(plain.locator(".compare__name")).to_have_count(3)

    plain.get_by_role("link", name=re.compile(f"^Haal weg.*{re.escape(before[0])}")).click()

    expect(plain.locator(".compare__name")).to_have_count(2)
    assert columns(plain)[0] == before[1]
    expect(plain.get_by_text("hebben elk een eigen schaal voor bewijs")).to_be_visible()


def test_it_goes_by_keyboard_alone(desk):
    desk.goto(FILTERED)
    for title in (FIRST, SECOND):
        reach(desk, desk.get_by_role("checkbox", name=f"Vergelijk {title}", exact=True))
        desk.keyboard.press("Space")
        expect(desk.get_by_role("checkbox", name=f"Vergelijk {title}", exact=True)).to_be_checked()
        desk.locator("body").press("Home")
        desk.evaluate("document.activeElement.blur()")
    follow(desk, desk.get_by_role("button", name="Vergelijk", exact=True))

    assert sorted(columns(desk)) == sorted([FIRST, SECOND])
    follow(desk, desk.get_by_role("link", name=columns(desk)[0], exact=True).first)
    expect(desk.get_by_role("heading", level=1)).to_be_visible()


def test_an_intervention_shows_what_editions_said(desk):
    desk.goto("/menukaart/feedback/")

    chart = desk.get_by_role("img", name="Leerwinst in maanden, editie na editie")
    expect(chart).to_be_visible()
    expect(desk.locator("#verloop-in-woorden")).to_contain_text("+8 maanden in editie 2021, +6 maanden in editie 2022")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_comparison_has_no_violation_and_fits(open_page, width, scheme):
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    compare(page, FIRST, SECOND)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("query", ["", "?p=999999&p=abc", "?q=lezen"])
def test_the_other_faces_of_comparing_have_no_violation(open_page, width, query):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"/menukaart/vergelijken/{query}")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_small_phone_each_cell_says_whose_it_is(open_page):
    page = open_page(viewport={"width": 320, "height": 700})
    compare(page, FIRST, SECOND)

    for title in columns(page):
        expect(page.locator(".compare__of", has_text=title).first).to_be_visible()
