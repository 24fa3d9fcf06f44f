"""References: what a page is cited as, in every style and format, and reading them from files."""
