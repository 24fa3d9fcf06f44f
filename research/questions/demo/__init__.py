"""Invented kennisvragen for the demo, with answers that stand on real studies."""
