"""One module a kind of page: from an item of the content to the page that is wanted."""
