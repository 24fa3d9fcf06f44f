"""Addresses of kennisvragen: what answers them."""
