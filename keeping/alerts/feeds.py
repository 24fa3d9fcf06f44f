"""The personal feed's secret address."""

from __future__ import annotations

from accounts.feed_addresses import FeedAddresses
from keeping.models import AlertFeedAddress

ADDRESSES = FeedAddresses(AlertFeedAddress)
make_address, owner_of = ADDRESSES.make, ADDRESSES.owner_of
