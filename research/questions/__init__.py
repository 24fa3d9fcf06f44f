"""Kennisvragen: a question from school becomes an answer."""
