"""The JSON API: everything public, a page at a time, and what changed."""
