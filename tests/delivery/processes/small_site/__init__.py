"""A site that has delivery and nothing else, so that its processes start at once."""
