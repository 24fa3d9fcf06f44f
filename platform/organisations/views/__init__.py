"""Pages of organisations outside the admin."""
