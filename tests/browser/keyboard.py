"""Going through a page with the keyboard alone, as somebody without a mouse does."""

from playwright.sync_api import Locator, Page, expect

#: Nothing on a page is further away than so many presses of the tab key.
FURTHEST = 300


def reach(page: Page, target: Locator) -> None:
    """Press Tab until ``target`` has the focus. Fails when it cannot be reached, or the page is left on the way."""
    expect(target).to_be_visible()
    for _ in range(FURTHEST):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} cannot be reached with the Tab key on {page.url}")


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Go to a link or a button and press it; a box to tick and a radio button take ``Space``."""
    reach(page, target)
    page.keyboard.press(key)


def type_into(page: Page, target: Locator, text: str) -> None:
    """Go to a field and type, over what it holds."""
    reach(page, target)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def follow(page: Page, target: Locator) -> None:
    """Press what leads to another page, and wait until that is there."""
    reach(page, target)
    with page.expect_navigation():
        page.keyboard.press("Enter")
