"""Deel je praktijk: a member writes a practice example, and follows it through the editors' workflow."""
