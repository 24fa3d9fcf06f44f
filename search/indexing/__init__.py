"""Keeping the index in step with the pages: outbox, drain, rebuild, check."""
