"""Members and a source with what a test has for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from delivery.digest import DigestItem, register_source
from tests.factories import UserFactory


@dataclass
class News:
    """What there is for everybody, and how often it was asked."""

    items: list[DigestItem] = field(default_factory=list)
    asked_since: list[datetime] = field(default_factory=list)

    def source(self, user: Any, since: datetime) -> Iterable[DigestItem]:
        self.asked_since.append(since)
        return iter(self.items)


@pytest.fixture
def news(no_sources) -> News:
    """The only source of the digest."""
    news = News()
    register_source("test", news.source)
    return news


@pytest.fixture
def member() -> Callable[..., Any]:
    """Make a member who has been one for a month."""

    def make(**more: Any) -> Any:
        return UserFactory(date_joined=timezone.now() - timedelta(days=30), **more)

    return make
