"""The pages of Leerlabs that are measured: their addresses, who asks, and how many queries each takes.

A worker: answers one job with one line of JSON.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django

#: A member who leads nothing.
MEMBER = 12


def found() -> dict[str, Any]:
    """Addresses, query counts for a visitor and for a member, and the member's session."""
    from django.conf import settings

    from accounts.models import User
    from leerlabs.demo.scale.members import email_of

    member = User.objects.get(email=email_of(MEMBER))
    visiting, taking_part = _client(None), _client(member)
    session = taking_part.cookies[settings.SESSION_COOKIE_NAME].value
    return {
        "cookie": f"{settings.SESSION_COOKIE_NAME}={session}",
        "pages": {
            name: {"path": path, "visitor": _queries(visiting, path), "member": _queries(taking_part, path)}
            for name, path in _paths().items()
        },
    }


def _paths() -> dict[str, str]:
    from leerlabs.demo.scale.making import SLUG_PREFIX
    from leerlabs.models import LeerlabPage, Thread
    from leerlabs.threads.numbering import page_count

    lab = LeerlabPage.objects.get(slug=f"{SLUG_PREFIX}1")
    thread = Thread.objects.filter(leerlab=lab).select_related("leerlab").order_by("-post_count").first()
    if thread is None:
        raise LookupError("there is no generated thread")
    address = thread.get_absolute_url()
    return {
        "overview": str(lab.get_url()),
        "thread": address,
        # Not the very last page, which need not be full.
        "thread, far in": f"{address}?pagina={page_count(thread) - 1}",
    }


def _client(user: Any) -> Any:
    from django.test import Client

    client = Client(HTTP_HOST="127.0.0.1")
    if user is not None:
        client.force_login(user)
    return client


def _queries(client: Any, path: str) -> int:
    """Of a page that was shown before, as on a running site."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    if answer.status_code != 200:
        raise LookupError(f"{path} answered {answer.status_code}")
    return len(captured)


if __name__ == "__main__":
    django.setup()
    for _line in sys.stdin:
        print(json.dumps(found()), flush=True)
