"""Publications in templates."""
