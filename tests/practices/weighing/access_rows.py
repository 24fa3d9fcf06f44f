"""The rows of comparing in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

WEIGHING_ROWS = {
    "menukaart/vergelijken/": ("/menukaart/vergelijken/", 200, 200),
    "menukaart/vergelijken/onthouden/": ("/menukaart/vergelijken/onthouden/", 302, 302),
}
