"""What the settings of delivery have to be for its promises to hold, as system checks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from delivery.digest.sources import offered_longest


def digests_are_known_as_long_as_their_news_is_offered(**kwargs: Any) -> list[CheckMessage]:
    """A digest that is forgotten while its news is still offered would tell the same once more."""
    name, offered_for = offered_longest()
    needed = offered_for.days + bool(offered_for.seconds)
    kept = settings.DIGESTS_KEPT_DAYS
    if kept == 0 or kept >= needed:
        return []
    return [
        Error(
            f"DIGESTS_KEPT_DAYS is {kept}, but “{name}” offers its news to digests for {needed} days:"
            " whoever reads them would be told the same twice.",
            hint=f"Set DIGESTS_KEPT_DAYS to {needed} or more, or to 0 to keep them.",
            id="delivery.E001",
        )
    ]
