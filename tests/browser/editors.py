"""What an editor does with a page that waits for review, and when the search has caught up with it."""

import re
import time


def open_for_review(editor, title):
    """The page that waits, from the editors' dashboard; its number."""
    editor.goto("/admin/")
    editor.get_by_role("main").get_by_role("link", name=title).first.click()
    editor.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    return int(re.search(r"/pages/(\d+)/edit/", editor.url).group(1))


def return_to_member(editor, reason):
    """Ask for changes, with a reason."""
    act(editor, "Wijzigingsverzoek")
    editor.get_by_role("dialog").locator("[name=comment]").fill(reason)
    editor.get_by_role("dialog").locator("[type=submit]").click()
    editor.get_by_role("dialog").wait_for(state="detached")
    editor.wait_for_load_state()


def approve(editor):
    """Approve, which publishes."""
    act(editor, "Goedkeuren en publiceren")
    editor.wait_for_url(re.compile(r"/admin/pages/(?!\d+/edit/)"))


def act(editor, name):
    """Open the menu beside the save button and choose."""
    editor.get_by_role("button", name="Meer acties").last.click()
    editor.get_by_role("button", name=name, exact=True).click()


def found(page, word, title, seconds=30.0):
    """Search until it is found: the index catches up in a process of its own."""
    deadline = time.monotonic() + seconds
    while True:
        page.goto(f"/zoeken/?q={word}")
        if title in page.locator("main").inner_text():
            return
        assert time.monotonic() < deadline, page.locator("main").inner_text()
        time.sleep(0.5)


def remark(site, page_id, field, text):
    """A comment of the editor beside one field, as the editor's screen keeps it."""
    code = (
        "from accounts.models import User; from wagtail.models import Comment; "
        "from tests.browser.running_site import EDITOR; "
        f"Comment.objects.create(page_id={page_id}, user=User.objects.get(email=EDITOR), "
        f"text={text!r}, contentpath={field!r})"
    )
    site.manage("shell", "-v0", "-c", code)
