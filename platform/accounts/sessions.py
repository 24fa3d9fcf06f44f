"""The session engine (``SESSION_ENGINE``): Django's database sessions, each with its account."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from accounts.models.session import Session


class SessionStore(DatabaseStore):
    """Keeps :class:`~accounts.models.session.Session` rows."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Our model."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """A row for this data, with the account that is signed in."""
        row = super().create_model_instance(data)
        signed_in = data.get(SESSION_KEY)
        return Session(
            session_key=row.session_key,
            session_data=row.session_data,
            expire_date=row.expire_date,
            user_id=int(signed_in) if signed_in else None,
        )
