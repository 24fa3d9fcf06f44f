"""The rows of this room in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

PROJECT_ROWS = {
    "onderzoekers/": ("/onderzoekers/", 200, 200),
    # Nobody has a page before they are an author of something public, or work on a line.
    "onderzoekers/<slug:slug>/": ("/onderzoekers/niemand/", 404, 404),
}
