"""The rows of this room in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

#: A page that one does not look after is not there; editors look after pages in the admin.
REVIEW_ROWS = {
    "account/nakijken/": ("/account/nakijken/", 302, 200),
    "account/nakijken/<int:page_id>/": ("/account/nakijken/999999/", 302, 404),
    "nakijken/<str:token>/": ("/nakijken/geen-geldige-link/", 404, 404),
}
