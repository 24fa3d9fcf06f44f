"""An address that holds a secret: whoever has it may look, so nobody keeps, finds or passes on what stands there."""

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories import small_site

pytestmark = pytest.mark.django_db

INVENTED = "x" * 43
#: What stands in an address besides its secret.
REST = {"code": "ris", "action": "bevestigen"}


def secret_addresses(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address of ours with a ``token`` in it, whichever room it is of, with an invented one filled in."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from secret_addresses(entry, before + str(entry.pattern))
        elif isinstance(entry, URLPattern) and "token" in entry.pattern.regex.groupindex and _is_ours(entry):
            yield before + _filled_in(entry)


def _is_ours(entry: URLPattern) -> bool:
    return not entry.callback.__module__.startswith(("wagtail.", "django.", "allauth."))


def _filled_in(entry: URLPattern) -> str:
    values = {name: INVENTED if name == "token" else REST[name] for name in entry.pattern.regex.groupindex}
    (form, _names), *_ = URLResolver(entry.pattern.__class__(""), [entry]).reverse_dict.getlist(entry.callback)[0][0]
    return form % values


SECRET = sorted(secret_addresses(get_resolver()))


def lacks(answer: HttpResponse) -> list[str]:
    """What is missing of the headers that such an address has."""
    said = {
        "kept": {"no-store", "private"} <= set(answer.headers.get("Cache-Control", "").split(", ")),
        "found": {"noindex", "nofollow"} <= set(answer.headers.get("X-Robots-Tag", "").split(", ")),
        "passed on": answer.headers.get("Referrer-Policy") == "same-origin",
    }
    return [name for name, is_said in said.items() if not is_said]


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_stands_at_a_secret_address_is_never_kept_found_or_passed_on(client: Client, method: str):
    small_site()

    answers = {address: getattr(client, method)(address) for address in SECRET}

    assert {address: missing for address, answer in answers.items() if (missing := lacks(answer))} == {}
    assert {answer.status_code for answer in answers.values()} <= {302, 404, 405, 410}


@pytest.mark.parametrize(
    "room",
    [
        "/verantwoording/link/",
        "/kennisvragen/link/",
        "/gedeeld/",
        "/account/bewaard/feed/",
        "/leerlabs/feed/",
        "/leerlabs/uitnodiging/",
        "/leerlabs/bezwaar/met-link/",
        "/organisaties/uitnodiging/",
        "/nakijken/",
        "/afmelden/",
    ],
)
def test_the_walk_passes_by_every_room_that_gives_out_such_addresses(room: str):
    assert [address for address in SECRET if address.startswith(room)]


def test_an_ordinary_address_may_be_found(client: Client):
    small_site()

    assert lacks(client.get("/")) == ["kept", "found", "passed on"]
