"""Signing up and in, with allauth: what we decide differently than it does by itself."""
