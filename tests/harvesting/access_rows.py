"""The rows of this room in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

#: Everybody gets the same. There is no page of number 999999.
HARVESTING_ROWS = {
    "oai": ("/oai/?verb=Identify", 200, 200),
    "api_entry": ("/api/v1/", 200, 200),
    "api_pages": ("/api/v1/pages/", 200, 200),
    "api_page": ("/api/v1/pages/999999/", 404, 404),
    "api_changes": ("/api/v1/changes/", 200, 200),
    "api_themes": ("/api/v1/themes/", 200, 200),
    "record": ("/api/v1/records/999999/edurep/", 404, 404),
    "openapi": ("/api/v1/openapi.json", 200, 200),
    "api_unknown": ("/api/v1/anders/", 404, 404),
    "api_documentation": ("/api/", 200, 200),
    "sitemap": ("/sitemap.xml", 200, 200),
    "sitemap_part": ("/sitemap-0.xml", 200, 200),
    "sitemap_section": ("/sitemap-organisaties-999.xml", 404, 404),
    "robots": ("/robots.txt", 200, 200),
}

#: A harvester may send its question as a form; it changes nothing.
HARVESTING_FORMS = frozenset({"oai"})
