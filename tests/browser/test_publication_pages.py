"""No axe violation on any page of bringing in a publication, nor on those of looking pages over again.

Each is shown wide and narrow, light and dark; each form also refused, with what is wrong beside its fields.
"""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.community import HOST
from tests.browser.members import sign_in
from tests.browser.running_site import PASSWORD
from tests.browser.test_community_accessibility import found_on

START = "/onderzoek/inbrengen/"
STEPS = ("publicatie", "auteurs", "leraar", "zekerheid", "verbanden", "bestanden", "controleren")
OWN = {
    "begin": START,
    "mine": "/account/publicaties/",
    "where it stands": START + "{returned}/",
    "not sent in yet": START + "{begun}/",
    "preview": START + "{returned}/voorbeeld/",
    "preview of nothing": START + "{begun}/voorbeeld/",
    **{f"empty: {step}": START + "{begun}/" + step + "/" for step in STEPS},
    **{f"returned: {step}": START + "{returned}/" + step + "/" for step in STEPS},
    "pages to look over": "/account/nakijken/",
    "a page to look over": "/account/nakijken/{due}/",
}
#: Page → what is typed into which field (none: just sent), and the button that sends it.
REFUSED = {
    "publicatie": ({"doi": "onzin", "publication_date": "2021-99", "issn": "1"}, "next"),
    "auteurs": ({"family-1": "Vermaat", "orcid-1": "0000-0002-1825-0098", "ror-1": "x"}, "next"),
    "leraar": ({"title": "x" * 300}, "next"),
    "zekerheid": ({"sample": "x" * 700}, "next"),
    "bestanden": ({}, "add"),
}


@pytest.fixture(scope="module")
def numbers(site):
    """What stands in the addresses."""
    code = (
        "import json; from tests.browser import publications; "
        f"print(json.dumps(publications.numbers({PASSWORD!r}), default=str))"
    )
    return json.loads(site.manage("shell", "-v0", "-c", code).splitlines()[-1])


@pytest.fixture(scope="module")
def researcher(browser, site, numbers):
    context = browser.new_context(base_url=site.url, locale="nl-NL", reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, HOST)
    yield page
    context.close()


@pytest.mark.parametrize("address", OWN.values(), ids=OWN.keys())
def test_a_page_of_ones_own_has_no_violation(researcher, numbers, address):
    answer = researcher.goto(address.format(**numbers))
    assert answer is not None
    assert answer.status == 200
    assert found_on(researcher) == {}


@pytest.mark.parametrize(("step", "typed", "button"), [(step, *what) for step, what in REFUSED.items()])
def test_a_step_that_is_refused_says_so_without_a_violation(researcher, numbers, step, typed, button):
    researcher.goto(f"{START}{numbers['begun']}/{step}/")
    for name, text in typed.items():
        # A browser would cut off what is too long; who has no browser is told.
        researcher.locator(f"[name={name}]").evaluate("(field, text) => { field.value = text }", text)
    with researcher.expect_navigation() as gone:
        researcher.locator(f"button[name={button}]").last.click()
    assert gone.value.status == 422
    expect(researcher.get_by_role("alert").first).to_be_visible()
    assert found_on(researcher) == {}


def test_sending_in_what_is_not_finished_says_what_lacks_without_a_violation(researcher, numbers):
    researcher.goto(f"{START}{numbers['begun']}/controleren/")
    with researcher.expect_navigation() as gone:
        researcher.get_by_role("button", name="Stuur in").click()
    assert gone.value.status == 422
    expect(researcher.get_by_role("alert").first).to_contain_text("Hier moet je nog naar kijken")
    assert found_on(researcher) == {}


@pytest.mark.parametrize("doi", ["onzin", "10.1000/taken", "10.1000/missing"])
def test_a_doi_that_leads_nowhere_is_said_without_a_violation(researcher, numbers, doi):
    researcher.goto(START)
    researcher.locator("[name=doi]").fill(doi)
    with researcher.expect_navigation() as gone:
        researcher.get_by_role("button", name="Haal de gegevens op").click()
    assert gone.value.status >= 400
    assert found_on(researcher) == {}


def test_a_file_that_cannot_be_read_is_said_without_a_violation(researcher, numbers):
    researcher.goto(START)
    file = {"name": "lijst.bib", "mimeType": "text/plain", "buffer": b"\x00\x01 geen lijst"}
    researcher.locator("[name=file]").set_input_files(files=[file])
    with researcher.expect_navigation() as gone:
        researcher.get_by_role("button", name="Lees het bestand").click()
    assert gone.value.status == 422
    assert found_on(researcher) == {}


def test_looking_for_pages_to_tie_it_to_has_no_violation(researcher, numbers):
    researcher.goto(f"{START}{numbers['begun']}/verbanden/")
    researcher.locator("#id_q").fill("lezen")
    with researcher.expect_navigation():
        researcher.locator("button[name=find]").click()
    expect(researcher.locator("#gevonden")).to_be_visible()
    assert found_on(researcher) == {}


def test_two_windows_that_differ_are_said_without_a_violation(researcher, numbers):
    address = f"{START}{numbers['begun']}/leraar/"
    researcher.goto(address)
    stale = researcher.context.new_page()
    stale.goto(address)
    for page, title in ((researcher, "Eerst"), (stale, "Daarna")):
        page.locator("[name=title]").fill(title)
        with page.expect_navigation() as gone:
            page.locator("button[name=next]").last.click()
    assert gone.value.status == 409
    expect(stale.locator("main")).to_contain_text("Eerst")
    assert found_on(stale) == {}
    stale.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_contact_without_an_account_says_that_a_page_is_right(open_page, numbers, scripts):
    page = open_page(java_script_enabled=scripts)
    link = numbers["links"][int(scripts)]
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Is deze pagina nog juist?")
    if scripts:
        assert found_on(page) == {}
    page.get_by_role("button", name="Nog juist").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel")
    page.goto(link)
    expect(page.get_by_role("main")).to_contain_text("al nagekeken")


def test_a_link_that_does_nothing_has_no_violation(open_page, numbers):
    page = open_page()
    page.goto("/nakijken/onzin/")
    assert found_on(page) == {}
