"""Leerlabs: learning communities in which people exchange what they know and try."""
