"""Generated pages for measuring: many, made in bulk, in Dutch that is realistic enough to search in."""
