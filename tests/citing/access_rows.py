"""The rows of this room in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

#: Only public pages have a reference; one that is not there has none.
CITING_ROWS = {
    "citeren/<int:page_id>/<slug:code>/": ("/citeren/999999/apa/", 404, 404),
    "citeren/<int:page_id>/pagina/<slug:code>/": ("/citeren/999999/pagina/apa/", 404, 404),
    "search_citations": ("/zoeken/citeren/ris/?q=lezen", 200, 200),
}
