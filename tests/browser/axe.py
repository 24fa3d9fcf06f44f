"""What axe finds on a page, in the rules of WCAG 2.2 A and AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """The rules that the page as it is shown breaks, with some of the elements that do."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [(v["id"], [node["html"][:160] for node in v["nodes"][:4]]) for v in found]
