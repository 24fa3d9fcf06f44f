"""A teacher with five minutes and a phone; then the same with the keyboard alone, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

FIRST = "Technieken voor begrijpend lezen"


@pytest.fixture
def searched(phone):
    phone.goto("/")
    phone.get_by_role("main").get_by_role("searchbox").or_(
        phone.get_by_role("main").get_by_role("combobox")
    ).first.fill("begrijpendlezen groep 5")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/zoeken/?q=begrijpendlezen**")
    return phone


def headings(page):
    return [text.strip() for text in page.locator("main h2").all_inner_texts()]


def test_the_group_becomes_a_filter_that_can_be_taken_away(searched):
    chip = searched.get_by_role("list", name="Gekozen filters").get_by_role("link", name=re.compile("groep 5"))
    before = searched.locator("#aantal").inner_text()

    chip.click()
    searched.wait_for_url(re.compile(r"q=begrijpendlezen(&|$)"))

    expect(searched.locator("#aantal")).not_to_have_text(before)
    expect(searched.get_by_role("list", name="Gekozen filters")).to_have_count(0)


def test_research_and_practice_are_counted_apart(searched):
    kinds = searched.get_by_role("navigation", name="Soort")

    assert re.search(r"Onderzoek\s+\d+", kinds.inner_text())
    assert re.search(r"Praktijk\s+\d+", kinds.inner_text())


def test_the_first_hit_is_the_intervention_with_its_figures_and_edition(searched):
    first = searched.locator(".results > li").first

    expect(first.get_by_role("heading")).to_have_text(FIRST)
    text = first.inner_text()
    for part in ("Interventie", "6 maanden", "bewijs uitgebreid", "kosten zeer laag", "2022"):
        assert part in text


def test_choosing_a_kind_refreshes_in_place_and_keeps_the_address_shareable(searched):
    searched.get_by_role("navigation", name="Soort").get_by_role("link", name=re.compile("Onderzoek")).click()
    searched.wait_for_url("**type=insight**")
    shown = searched.locator(".results h3").all_inner_texts()

    searched.reload()

    assert searched.locator(".results h3").all_inner_texts() == shown


def test_an_insight_says_how_sure_and_what_to_do_before_any_abstract(phone):
    phone.goto("/onderzoek/wederkerig-onderwijzen/")
    shown = headings(phone)

    order = [
        shown.index("In drie punten"),
        shown.index("Wat betekent dit voor de klas?"),
        shown.index("Hoe zeker is dit?"),
        shown.index("Grenzen van dit onderzoek"),
        shown.index("Het onderzoek"),
    ]
    assert order == sorted(order)


def test_a_practice_from_the_region_shows_what_one_needs_to_do_it_too(phone):
    phone.goto("/praktijk/?regio=arnhem-nijmegen&niveau=groep-5")
    phone.get_by_role("link", name="Hardop denken bij moeilijke teksten in groep 5").first.click()
    phone.wait_for_url("**/praktijk/hardop-denken-groep-5/")

    text = phone.locator("main").inner_text()
    for part in ("Zo pakten ze het aan", "18 weken", "Resultaat", "Hoe is dat gemeten?", "Fenna Hulsebosch"):
        assert part in text


def test_a_practice_prints_on_one_sheet_of_a4(desk):
    desk.goto("/praktijk/hardop-denken-groep-5/")
    pdf = desk.pdf(format="A4")

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_a_search_and_a_page_are_reached_by_keyboard_alone(desk):
    desk.goto("/")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    for _ in range(40):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.name") == "q":
            break
    desk.keyboard.type("feedback")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/zoeken/?q=feedback**")
    for _ in range(120):
        desk.keyboard.press("Tab")
        if desk.evaluate("!!document.activeElement.closest('.results h3')"):
            break
    desk.keyboard.press("Enter")

    desk.wait_for_url(re.compile(r"feedback"))
    expect(desk.get_by_role("heading", level=1)).to_be_visible()


def test_the_results_are_a_few_steps_away_past_all_filters(desk):
    desk.goto("/zoeken/?q=feedback")
    past = desk.get_by_role("link", name="Naar de resultaten")
    past.focus()
    expect(past).to_be_in_viewport()
    desk.keyboard.press("Enter")
    for _ in range(12):
        desk.keyboard.press("Tab")
        if desk.evaluate("!!document.activeElement.closest('.results h3')"):
            break

    assert desk.evaluate("!!document.activeElement.closest('.results h3')")


def test_suggestions_are_chosen_with_the_arrows(desk):
    desk.goto("/zoeken/")
    field = desk.get_by_role("main").get_by_role("combobox")
    field.press_sequentially("begrij", delay=40)
    desk.get_by_role("option").first.wait_for()
    chosen = desk.get_by_role("option").first.inner_text()

    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**q=**")

    assert field.input_value().lower() == chosen.strip().lower()


def test_search_filters_and_reading_work_without_javascript(open_page):
    page = open_page(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page.goto("/zoeken/?q=begrijpendlezen+groep+5")
    page.get_by_role("list", name="Gekozen filters").get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"q=begrijpendlezen(&|$)"))
    first = page.locator(".results h3 a").first
    title = first.inner_text()
    first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_whole_interface_is_there_in_english(desk):
    desk.goto("/praktijk/")
    desk.get_by_role("link", name=re.compile("English|EN")).first.click()
    desk.wait_for_url("**/en/praktijk/**")

    assert desk.locator("html").get_attribute("lang") == "en"
    expect(desk.get_by_role("link", name="Skip to content").or_(desk.locator(".skip-link"))).not_to_have_text(
        "Naar de inhoud"
    )
