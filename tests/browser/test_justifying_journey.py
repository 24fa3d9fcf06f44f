"""A teacher compares, accounts for the choice, and takes it along on paper; no page of that has an axe violation."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.community import HOST
from tests.browser.members import sign_in
from tests.browser.running_site import PASSWORD
from tests.browser.test_community_accessibility import found_on
from tests.printing.document import read, text_of

#: Both stand on the first page of the menukaart.
FIRST, SECOND = "Directe instructie", "Feedback"
PUBLIC = {
    "choose": "/verantwoording/nieuw/",
    "begin": "/verantwoording/nieuw/?p={page}",
    "example": "/verantwoording/voorbeeld/{example}/",
    "by a link": "/verantwoording/link/{token}/",
    "by a link: write": "/verantwoording/link/{token}/schrijven/",
    "by a link: throw away": "/verantwoording/link/{token}/weggooien/",
}
OWN = {
    "mine": "/account/verantwoordingen/",
    "with later figures": "/verantwoording/{own}/",
    "write": "/verantwoording/{own}/schrijven/",
    "new plan": "/schoolprogramma/nieuw/",
    "plan": "/schoolprogramma/{plan}/",
    "change the plan": "/schoolprogramma/{plan}/plan/",
    "add to the plan": "/schoolprogramma/{plan}/toevoegen/",
    "item of the plan": "/schoolprogramma/{plan}/onderdeel/{item}/",
    "share the plan": "/schoolprogramma/{plan}/delen/",
    "throw the plan away": "/schoolprogramma/{plan}/weggooien/",
    "school": "/organisaties/{school}/",
}


@pytest.fixture(scope="module")
def numbers(site):
    """What stands in the addresses."""
    code = (
        "import json; from tests.browser import justifying; "
        f"print(json.dumps(justifying.numbers({PASSWORD!r}), default=str))"
    )
    return json.loads(site.manage("shell", "-v0", "-c", code).splitlines()[-1])


@pytest.fixture(scope="module")
def visitor(browser, site):
    context = browser.new_context(base_url=site.url, locale="nl-NL", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def leader(browser, site, numbers):
    context = browser.new_context(base_url=site.url, locale="nl-NL", reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, HOST)
    yield page
    context.close()


@pytest.mark.parametrize("address", PUBLIC.values(), ids=PUBLIC.keys())
def test_a_page_for_everyone_has_no_violation(visitor, numbers, address):
    answer = visitor.goto(address.format(**numbers))
    assert answer is not None
    assert answer.status == 200
    assert found_on(visitor) == {}


@pytest.mark.parametrize("address", OWN.values(), ids=OWN.keys())
def test_a_page_of_ones_own_has_no_violation(leader, numbers, address):
    answer = leader.goto(address.format(**numbers))
    assert answer is not None
    assert answer.status == 200
    assert found_on(leader) == {}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_comparing_to_paper_without_an_account(open_page, scripts):
    page = open_page(viewport={"width": 390, "height": 844}, java_script_enabled=scripts, accept_downloads=True)
    page.goto("/menukaart/")
    for title in (FIRST, SECOND):
        page.get_by_role("checkbox", name=f"Vergelijk {title}", exact=True).check()
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    page.wait_for_url("**/menukaart/vergelijken/?p=*")
    page.locator("a[href*='/verantwoording/nieuw/']").first.click()
    page.wait_for_url("**/verantwoording/nieuw/?p=*")

    page.get_by_label(re.compile("^Doel")).fill("Elk kind vat een tekst samen.")
    page.get_by_label(re.compile("^Bedrag")).fill("veel")
    page.get_by_role("button", name="Bewaren en bekijken").click()
    expect(page.get_by_role("alert")).to_contain_text("Nog niet bewaard")
    expect(page.get_by_label(re.compile("^Doel"))).to_have_value("Elk kind vat een tekst samen.")
    page.get_by_label(re.compile("^Bedrag")).fill("1.250")
    page.get_by_role("button", name="Bewaren en bekijken").click()
    page.wait_for_url("**/verantwoording/link/*/")
    expect(page.get_by_role("main")).to_contain_text("€ 1.250")
    if scripts:
        assert violations(page) == []

    with page.expect_download() as download:
        page.get_by_role("link", name="Download als PDF").click()
    document = Path(download.value.path()).read_bytes()
    assert read(document).trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert "Elk kind vat een tekst samen." in text_of(document)
    assert "Bronnen" in text_of(document)
