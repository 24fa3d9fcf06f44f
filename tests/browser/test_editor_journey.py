"""An editor without a manual: what waits, what blocks, what is published and found, and a word that found nothing."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.running_site import RunningSite


def page_id(site: RunningSite, slug: str) -> int:
    """Primary key of the demo page with this slug."""
    code = f"from wagtail.models import Page; print('id', Page.objects.get(slug={slug!r}).pk)"
    return int(re.search(r"id (\d+)", site.manage("shell", "-v0", "-c", code)).group(1))


def eventually(check, seconds=30.0):
    """Try until it holds: the index catches up in a process of its own."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return check()
        except AssertionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


@pytest.fixture(scope="module")
def picture_without_rights(site):
    """A picture whose maker nobody wrote down."""
    code = """
from io import BytesIO
from PIL import Image
from django.core.files.base import ContentFile
from editorial.models import EditorialImage
data = BytesIO()
Image.new("RGB", (800, 500), "#224488").save(data, "PNG")
picture = EditorialImage.objects.create(
    title="Schoolplein zonder rechten",
    description="Een schoolplein",
    file=ContentFile(data.getvalue(), name="schoolplein.png"),
)
print("id", picture.pk)
"""
    return int(re.search(r"id (\d+)", site.manage("shell", "-v0", "-c", code)).group(1))


def test_the_dashboard_says_what_waits(editor):
    expect(editor.locator("main")).to_contain_text("Opnieuw bekijken")
    expect(editor.locator("main")).to_contain_text("Zomerschool van twee weken")


def test_missing_image_rights_block_publishing_with_the_reason_and_keep_the_draft(editor, site, picture_without_rights):
    page = page_id(site, "kracht-van-feedback")
    code = (
        "from research.models import InsightPage; "
        f"p = InsightPage.objects.get(pk={page}).get_latest_revision_as_object(); "
        f"p.teaser_image_id = {picture_without_rights}; p.save_revision()"
    )
    site.manage("shell", "-v0", "-c", code)
    editor.goto(f"/admin/pages/{page}/edit/")
    publish(editor)

    expect(editor.locator("main")).to_contain_text("Schoolplein zonder rechten")
    expect(editor.locator("body")).to_contain_text(re.compile("rechten|maker", re.IGNORECASE))
    latest = site.manage(
        "shell",
        "-v0",
        "-c",
        f"from research.models import InsightPage; p = InsightPage.objects.get(pk={page}); "
        "print('draft', p.get_latest_revision_as_object().teaser_image_id, 'live', p.teaser_image_id)",
    )
    assert f"draft {picture_without_rights} live None" in latest


def test_what_is_published_is_found_in_search_and_listing_within_seconds(editor, site, desk):
    page = page_id(site, "formatief-toetsen")
    editor.goto(f"/admin/pages/{page}/edit/")
    title = editor.get_by_role("textbox", name=re.compile("^Titel")).first
    title.fill("Toetsen om te leren met kwispelborden")
    publish(editor)
    expect(editor.locator("body")).to_contain_text("gepubliceerd")

    def found():
        desk.goto("/zoeken/?q=kwispelborden")
        assert "Toetsen om te leren met kwispelborden" in desk.locator("main").inner_text()
        desk.goto("/onderzoek/?thema=formatief-handelen")
        assert "kwispelborden" in desk.locator("main").inner_text()
        desk.goto("/themas/formatief-handelen/")
        assert "kwispelborden" in desk.locator("main").inner_text()

    eventually(found)


def test_a_search_that_found_nothing_becomes_a_synonym_and_is_answered(editor, site, desk):
    desk.goto("/zoeken/?q=wiebelkruk")
    assert "0" in desk.locator("#aantal").inner_text() or "niets" in desk.locator("main").inner_text().lower()
    site.manage("shell", "-v0", "-c", "from search.log.collect import collect; collect(settle_seconds=0)")
    editor.goto("/admin/rapporten/zoekopdrachten/")
    row = editor.locator("tr", has_text="wiebelkruk")
    row.get_by_role("link", name=re.compile("synoniem", re.IGNORECASE)).click()
    terms = editor.locator("textarea[name=terms]")
    terms.fill("wiebelkruk\nfeedback")
    editor.get_by_role("button", name=re.compile("Opslaan|Toevoegen|Aanmaken|Maak", re.IGNORECASE)).first.click()
    editor.wait_for_load_state()

    def answered():
        desk.goto("/zoeken/?q=wiebelkruk")
        assert "Feedback" in desk.locator(".results").inner_text()

    eventually(answered)


def publish(editor):
    """Open the menu beside the save button and publish."""
    editor.get_by_role("button", name=re.compile("Meer acties|More actions|Acties", re.IGNORECASE)).last.click()
    editor.get_by_role("button", name=re.compile("^Publiceren")).click()
    editor.wait_for_load_state()
