"""What axe finds on a page, in the rules of WCAG 2.2 A and AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
#: The rules that the colours of a page can break.
OF_COLOUR = ["color-contrast", "link-in-text-block"]


def violations(page: Page, rules: list[str] | None = None, part: str | None = None) -> list[tuple[str, list[str]]]:
    """The rules, all or just these, that the page or a part of it breaks as it is shown, with some of the elements."""
    chosen = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    found = Axe().run(page, part, {"runOnly": chosen, "resultTypes": ["violations"]}).response["violations"]
    return [(v["id"], [node["html"][:160] for node in v["nodes"][:4]]) for v in found]
