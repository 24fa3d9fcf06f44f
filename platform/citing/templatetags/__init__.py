"""Template tags of citations."""
