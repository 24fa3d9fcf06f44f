"""No axe violation on any page of the community, at the width of a small phone and of a desk, light and dark.

A page is opened once, and shown wide and narrow, light and dark; in the dark only its colours are looked at again.
"""

import json

import pytest

from tests.browser.axe import OF_COLOUR, violations
from tests.browser.community import HOST, LEERLAB
from tests.browser.members import sign_in
from tests.browser.running_site import PASSWORD

LAB = f"/leerlabs/{LEERLAB}/"
PUBLIC = {
    "sign in": "/account/inloggen/",
    "sign up": "/account/aanmelden/",
    "ask for a code": "/account/inloggen/code/",
    "password forgotten": "/account/wachtwoord/vergeten/",
    "profile": "/leden/{profile}/",
    "organisations": "/organisaties/",
    "organisation": "/organisaties/{organisation}/",
    "an organisation joins": "/aansluiten/",
    "Leerlabs": "/leerlabs/",
    "open Leerlab": "/leerlabs/begrijpend-lezen-in-de-bovenbouw/",
    "share a practice": "/praktijk/delen/",
    "unsubscribe": "/afmelden/{token}/",
    "unsubscribe, unusable": "/afmelden/onzin/",
    "a Leerlab that is not there, or not for everyone": "/leerlabs/onzin/",
}
OWN = {
    "account": "/account/",
    "edit profile": "/account/profiel/",
    "own data": "/account/gegevens/",
    "leave": "/account/vertrekken/",
    "address": "/account/e-mailadres/",
    "change password": "/account/wachtwoord/wijzigen/",
    "security": "/account/beveiliging/",
    "app for codes": "/account/beveiliging/app/toevoegen/",
    "passkeys": "/account/beveiliging/passkeys/",
    "add a passkey": "/account/beveiliging/passkeys/toevoegen/",
    "connections": "/account/koppelingen/",
    "sign out": "/account/uitloggen/",
    "claim a person": "/account/ben-jij-dit/merel-kostverloren/",
    "notifications": "/account/meldingen/",
    "notification settings": "/account/meldingen/instellingen/",
    "how much to hear of a Leerlab": "/account/meldingen/niveau/?target=leerlab:{leerlab}",
    "own organisations": "/account/organisaties/",
    "become a member of an organisation": "/organisaties/de-blauwe-postboot/lid-worden/",
    "people of an organisation": "/organisaties/{organisation}/beheer/",
    "invitations of an organisation": "/organisaties/{organisation}/beheer/uitnodigingen/",
    "requests to an organisation": "/organisaties/{organisation}/beheer/verzoeken/",
    "end a membership of an organisation": "/organisaties/{organisation}/beheer/leden/{colleague}/beeindigen/",
    "mail domains": "/organisaties/{organisation}/beheer/maildomeinen/",
    "own Leerlabs": "/leerlabs/mijn/",
    "join a Leerlab": "/leerlabs/begrijpend-lezen-in-de-bovenbouw/deelnemen/",
    "ask to join": "/leerlabs/kleuters-die-leren-plannen/deelnemen/",
    "Leerlab for members of the site": "/leerlabs/school-en-jeugdhulp-aan-een-tafel/",
    "leave a Leerlab": LAB + "verlaten/",
    "Leerlab": LAB,
    "search in a Leerlab": LAB + "zoeken/?q=agenda",
    "what a Leerlab keeps": LAB + "bewaard/",
    "members": LAB + "leden/",
    "manage": LAB + "beheer/",
    "manage members": LAB + "beheer/leden/",
    "remove a member": LAB + "beheer/leden/{membership}/verwijderen/",
    "manage requests": LAB + "beheer/aanvragen/",
    "manage invitations": LAB + "beheer/uitnodigingen/",
    "question": LAB + "gesprekken/{question}/",
    "poll": LAB + "gesprekken/{poll}/",
    "quoting": LAB + "gesprekken/{discussion}/?citeer=1",
    "new discussion": LAB + "gesprekken/nieuw/",
    "new poll": LAB + "gesprekken/nieuw/?soort=peiling",
    "edit a post": LAB + "gesprekken/{discussion}/berichten/{own_post}/bewerken/",
    "delete a post": LAB + "gesprekken/{discussion}/berichten/{own_post}/verwijderen/",
    "move a thread": LAB + "gesprekken/{discussion}/verplaatsen/",
    "ask research": LAB + "gesprekken/{question}/kennisvraag/",
    "distil": LAB + "gesprekken/{discussion}/praktijkvoorbeeld/",
    "discuss a page": "/leerlabs/bespreek/{insight}/",
    "feed": "/leerlabs/feed/",
    "report": "/leerlabs/melden/post/{post}/",
    "reported": "/leerlabs/melden/bedankt/",
    "reports": LAB + "meldingen/",
    "case": "/leerlabs/moderatie/post/{report}/",
    "log": LAB + "meldingen/logboek/",
    "appeal": "/leerlabs/bezwaar/{decision}/",
    "own practices": "/account/praktijken/",
    "practice: about": "/praktijk/delen/{submission}/over/",
    "practice: goal": "/praktijk/delen/{submission}/doel/",
    "practice: approach": "/praktijk/delen/{submission}/aanpak/",
    "practice: needs": "/praktijk/delen/{submission}/nodig/",
    "practice: result": "/praktijk/delen/{submission}/resultaat/",
    "practice: pictures": "/praktijk/delen/{submission}/beelden/",
    "practice: name": "/praktijk/delen/{submission}/naam/",
    "history of a post": LAB + "gesprekken/{discussion}/berichten/{own_post}/geschiedenis/",
    "invitation to a Leerlab": "{leerlab_invitation}",
    "invitation to an organisation": "{organisation_invitation}",
    "stop belonging to an organisation": "/organisaties/{organisation}/verlaten/",
    "did it help": "/praktijk/hielp-het/{tryout}/",
    "practice: check": "/praktijk/delen/{submission}/controleren/",
    "practice: status": "/praktijk/delen/{submission}/",
    "try a practice": "/praktijk/proberen/{practice}/",
}
OF_EDITORS = {
    "reports of the site": "/leerlabs/moderatie/",
    "log of the site": "/leerlabs/moderatie/logboek/",
    "deciding an appeal": "/leerlabs/moderatie/bezwaar/{appeal}/",
}
#: Lies over the page when it is unfolded.
MENU = "details.site-menu"
PHONE, DESK = {"width": 320, "height": 800}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def numbers(site):
    """What stands in the addresses."""
    code = (
        "import json; from tests.browser import community; "
        f"host = community.let_in({PASSWORD!r}); print(json.dumps(community.numbers(host), default=str))"
    )
    return json.loads(site.manage("shell", "-v0", "-c", code).splitlines()[-1])


@pytest.fixture(scope="module")
def visitor(browser, site):
    context = browser.new_context(base_url=site.url, locale="nl-NL", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def host(browser, site, numbers):
    context = browser.new_context(base_url=site.url, locale="nl-NL", reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, HOST)
    yield page
    context.close()


@pytest.fixture
def with_an_app(host, site):
    """The host has an app for codes, until the end of the test: others sign in as the host without one."""
    code = "from tests.browser import community; community.{}()"
    site.manage("shell", "-v0", "-c", code.format("set_up_second_step_of_host"))
    yield
    site.manage("shell", "-v0", "-c", code.format("take_away_second_step_of_host"))


def found_on(page):
    """Violations in the four looks with everything unfolded, and what is wider than a small phone.

    The menu of the site lies over the page, and hides half of a link that happens to be at its edge: it is looked at
    by itself, and folded up for the rest.
    """
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    page.set_viewport_size(PHONE)
    found = {"menu": broken} if (broken := violations(page, part=MENU)) else {}
    page.evaluate("selector => { document.querySelector(selector).open = false }", MENU)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        for scheme, rules in (("light", None), ("dark", OF_COLOUR)):
            page.emulate_media(color_scheme=scheme)
            if broken := violations(page, rules):
                found[f"{size['width']} {scheme}"] = broken
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size["width"]:
            found[f"{size['width']} wide"] = width
    return found


@pytest.mark.parametrize("address", PUBLIC.values(), ids=PUBLIC.keys())
def test_a_page_for_everyone_has_no_violation(visitor, numbers, address):
    answer = visitor.goto(address.format(**numbers))

    assert (found_on(visitor), answer.status < 400 or "onzin" in address) == ({}, True)


@pytest.mark.parametrize("address", OWN.values(), ids=OWN.keys())
def test_a_page_for_members_has_no_violation(host, numbers, address):
    answer = host.goto(address.format(**numbers))

    assert (found_on(host), answer.status, "/inloggen/" in host.url) == ({}, 200, False)


@pytest.mark.parametrize("address", OF_EDITORS.values(), ids=OF_EDITORS.keys())
def test_a_page_of_moderation_for_the_whole_site_has_no_violation(editor, numbers, address):
    answer = editor.goto(address.format(**numbers))

    assert (found_on(editor), answer.status) == ({}, 200)


def test_two_edits_of_one_post_beside_each_other_have_no_violation(host, numbers):
    host.goto((LAB + "gesprekken/{discussion}/berichten/{own_post}/bewerken/").format(**numbers))
    host.locator("input[name=version]").evaluate("field => { field.value = '1' }")
    host.get_by_role("main").locator("form button[type=submit]").first.click()
    host.wait_for_load_state()

    assert host.get_by_text("Nog een keer gelezen").count() > 0
    assert found_on(host) == {}


def test_the_second_step_of_signing_in_has_no_violation(visitor, site, numbers):
    code = f"from tests.browser import community; print(community.with_second_step({PASSWORD!r}))"
    address = site.manage("shell", "-v0", "-c", code).split()[-1]
    visitor.goto("/account/inloggen/")
    visitor.get_by_label("E-mailadres").fill(address)
    visitor.locator("input[name=password]").fill(PASSWORD)
    visitor.get_by_role("main").get_by_role("button", name="Inloggen").click()
    visitor.wait_for_url("**/tweede-stap/")

    assert found_on(visitor) == {}


@pytest.mark.parametrize("page", ["", "nieuw/"], ids=["shown", "new ones"])
def test_the_recovery_codes_have_no_violation(host, with_an_app, page):
    host.goto(f"/account/beveiliging/herstelcodes/{page}")
    if "/bevestigen/" in host.url:
        assert found_on(host) == {}
        host.locator("input[name=password]").fill(PASSWORD)
        host.get_by_role("main").locator("form button[type=submit]").first.click()
        host.wait_for_url("**/herstelcodes/**")

    assert found_on(host) == {}


def test_a_form_with_mistakes_has_no_violation(visitor):
    visitor.goto("/account/aanmelden/")
    visitor.get_by_role("button", name="Maak mijn account").click()

    assert found_on(visitor) == {}


def test_the_page_for_a_code_has_no_violation(visitor):
    visitor.goto("/account/inloggen/code/")
    visitor.get_by_label("E-mailadres").fill("niemand@school.example")
    visitor.get_by_role("main").locator("form button[type=submit]").first.click()
    visitor.wait_for_url("**/code/invoeren/")

    assert found_on(visitor) == {}
