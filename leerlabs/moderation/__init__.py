"""Keeping the exchange safe: reports, decisions with their reasons, appeal, and limits for who is new."""
