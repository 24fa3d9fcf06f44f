"""No axe violation on any template, at the width of a small phone and of a desk, light and dark."""

import pytest

from tests.browser.axe import violations

TEMPLATES = {
    "front page": "/",
    "insight listing": "/onderzoek/",
    "insight": "/onderzoek/kracht-van-feedback/",
    "practice listing": "/praktijk/",
    "practice": "/praktijk/hardop-denken-groep-5/",
    "menukaart": "/menukaart/",
    "intervention": "/menukaart/technieken-voor-begrijpend-lezen/",
    "themes": "/themas/",
    "theme": "/themas/begrijpend-lezen/",
    "news listing": "/nieuws/",
    "news": "/nieuws/samen-onderwijs-versnellen-van-start/",
    "agenda": "/agenda/",
    "policy listing": "/beleid/",
    "policy": "/beleid/lea-en-oogo/",
    "step plans": "/stappenplannen/",
    "step plan": "/stappenplannen/gezamenlijke-aanpak-onderwijs-jeugdhulp/",
    "dossiers": "/dossiers/",
    "dossier": "/dossiers/begrijpend-lezen/",
    "recently read": "/gelezen/",
    "network": "/ona/",
    "project line": "/ona/taal-van-thuis/",
    "researchers": "/onderzoekers/",
    "researcher": "/onderzoekers/tirza-okonjo-vermaat/",
    "plain page": "/hoe-wij-wegen/",
    "search without words": "/zoeken/",
    "search": "/zoeken/?q=begrijpendlezen+groep+5",
    "search without results": "/zoeken/?q=xyzzyplugh",
    "search refused": "/zoeken/?van=2022&tot=2020",
    "not found": "/bestaat-niet/",
    "in English": "/en/praktijk/",
}


@pytest.fixture(scope="module")
def meeting_address(site):
    return site.manage(
        "shell",
        "-v0",
        "-c",
        "from networks.models import MeetingPage; print(MeetingPage.objects.order_by('slug').first().slug)",
    ).split()[-1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_template_has_no_violation(open_page, address, width, scheme):
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page.goto(address)

    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_meeting_has_no_violation(open_page, meeting_address, width):
    page = open_page(viewport={"width": width, "height": 900})
    page.goto(f"/agenda/{meeting_address}/")

    assert violations(page) == []


@pytest.mark.parametrize("address", TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_template_does_not_scroll_sideways_on_a_small_phone(open_page, address):
    page = open_page(viewport={"width": 320, "height": 700})
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
