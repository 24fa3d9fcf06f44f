"""One digest, daily or weekly in the morning: at most five things, none of them twice, none without news."""

from delivery.digest.sources import DigestItem, register_source

__all__ = ["DigestItem", "register_source"]
