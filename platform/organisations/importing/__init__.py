"""Organisations out of a CSV file: reading it, reporting what it would change, carrying that out."""
