"""A teacher follows a search and hears of something new once; keeps pages, puts them in order and takes them along.

All of it with the keyboard or plain forms, with and without JavaScript.
"""

import re
from uuid import uuid4

import pytest
import rispy
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.keyboard import follow, type_into
from tests.browser.members import sign_up

DESK = {"width": 1280, "height": 900}
SMALL = {"width": 320, "height": 640}
PAGES = ("/praktijk/hardop-denken-groep-5/", "/praktijk/wederkerig-lezen-groep-7/")

#: Publishes a copy of a page under another title, and lets the index catch up, as its worker does.
PUBLISH = """
from practices.models import PracticePage
from search.indexing.rebuild import rebuild
from django.utils import timezone
page = PracticePage.objects.get(slug="hardop-denken-groep-5").copy(
    update_attrs={"title": "TITLE", "slug": "SLUG", "first_published_at": timezone.now()}, keep_live=False)
page.save_revision().publish()
rebuild()
"""
#: Two mornings: what is new is looked for, then the digests of the member are made.
MORNINGS = """
import datetime as dt
from django.utils import timezone
from accounts.models import User
from delivery.digest.run import make_batch
from delivery.models import DigestIssue
from keeping.alerts import matching
user = User.objects.get(email="ADDRESS")
User.objects.filter(pk=user.pk).update(date_joined=timezone.now() - dt.timedelta(days=60))
told = []
for week in range(2):
    matching.run()
    make_batch([user.pk], timezone.localdate() + dt.timedelta(days=7 * week))
    DigestIssue.objects.filter(user=user).update(created_at=timezone.now() - dt.timedelta(days=7))
for issue in DigestIssue.objects.filter(user=user):
    told += [item["title"] for item in issue.items]
print("TOLD", told.count("TITLE"))
"""


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request):
    """Whether the browser of the member runs JavaScript."""
    return request.param


@pytest.fixture
def member(open_page, site, scripts):
    """A new member, signed in, and their address."""
    address = f"bewaarder-{uuid4().hex[:8]}@example.nl"
    page = open_page(viewport=DESK, java_script_enabled=scripts)
    sign_up(page, site, "Noor Bewaarder", address)
    return page, address


def test_a_followed_search_tells_of_something_new_once(member, site, scripts):
    page, address = member
    title = f"Hardop denken bij krantenstukken {'met' if scripts else 'zonder'}"
    page.goto("/zoeken/?q=krantenstukken")
    follow(page, page.get_by_role("link", name="Volg deze zoekopdracht"))
    follow(page, page.get_by_role("button", name="Volg dit"))
    expect(page.get_by_role("main")).to_contain_text("Je volgt dit nu.")

    slug = f"krantenstukken-{'met' if scripts else 'zonder'}"
    site.manage("shell", "--no-imports", "-c", PUBLISH.replace("TITLE", title).replace("SLUG", slug))
    said = site.manage("shell", "--no-imports", "-c", MORNINGS.replace("ADDRESS", address).replace("TITLE", title))

    assert "TOLD 1" in said
    page.goto("/account/bewaard/")
    expect(page.get_by_role("link", name=title)).to_be_visible()


def test_pages_are_kept_put_in_order_and_taken_along(member, scripts):
    page, _address = member
    for number, address in enumerate(PAGES):
        page.goto(address)
        follow(page, page.get_by_role("link", name="Bewaar", exact=True))
        if number == 0:
            type_into(page, page.get_by_label("Naam van de nieuwe verzameling"), "Voor de studiedag")
        type_into(page, page.get_by_label(re.compile("^Aantekening")), f"Aantekening {number}")
        follow(page, page.get_by_role("button", name="Bewaar", exact=True))
        expect(page.get_by_role("main")).to_contain_text("Bewaard in Voor de studiedag")
    page.goto("/account/bewaard/")
    follow(page, page.get_by_role("link", name="Voor de studiedag"))
    expect(page.locator(".kept-page__title").first).to_contain_text("Hardop denken")

    follow(page, page.get_by_role("button", name=re.compile("^Omlaag")).first)

    expect(page.locator(".kept-page__title").last).to_contain_text("Hardop denken")
    expect(page.locator(".kept-page__note").last).to_contain_text("Aantekening 0")
    ris = page.context.request.get(page.get_by_role("link", name="RIS").get_attribute("href"))
    assert len(rispy.loads(ris.text())) == 2
    if scripts:
        assert violations(page) == []
        page.set_viewport_size(SMALL)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_was_read_is_known_to_the_device_alone(open_page):
    page = open_page(viewport=DESK)
    for address in PAGES:
        page.goto(address)
    page.goto("/gelezen/")
    expect(page.locator("[data-recently-read-list] a")).to_have_count(2)
    expect(page.locator("[data-recently-read-list] a").first).to_have_attribute("href", PAGES[1])
    assert page.context.cookies() == []

    page.get_by_role("button", name="Maak de lijst leeg").click()
    expect(page.locator("[data-recently-read-list] a")).to_have_count(0)
    page.get_by_role("button", name="Houd niets meer bij").click()
    page.goto(PAGES[0])
    page.goto("/gelezen/")

    expect(page.locator("[data-recently-read-list] a")).to_have_count(0)
    expect(page.get_by_role("main")).to_contain_text("Het bijhouden staat uit")
    assert violations(page) == []


def test_without_scripts_nothing_is_remembered(open_page):
    page = open_page(viewport=DESK, java_script_enabled=False)
    page.goto(PAGES[0])
    page.goto("/gelezen/")

    expect(page.get_by_role("main")).to_contain_text("Zonder JavaScript wordt er niets bijgehouden.")
