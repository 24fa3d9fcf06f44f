"""One module for each form in which a page is told to machines."""
