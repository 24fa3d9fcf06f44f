"""Stopping mail from within a mail, without signing in."""
