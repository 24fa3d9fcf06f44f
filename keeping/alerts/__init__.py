"""Being told what is new in a saved search or about a theme: in the one digest, in a feed, on one's own page."""
