"""Who may ask what: every address of ours × every role. An address that the table does not know fails."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.accounts.access_rows import ACCOUNT_ROWS
from tests.citing.access_rows import CITING_ROWS
from tests.delivery.access_rows import DELIVERY_ROWS
from tests.editorial.access_rows import REVIEW_ROWS
from tests.factories import (
    InsightFactory,
    MeetingFactory,
    UserFactory,
    small_site,
)
from tests.harvesting.access_rows import HARVESTING_FORMS, HARVESTING_ROWS
from tests.keeping.access_rows import KEEPING_ROWS
from tests.organisations.access_rows import FORMS_FOR_EVERYONE, ORGANISATION_ROWS, make_what_the_rows_name
from tests.practices.access_rows import PRACTICE_ROWS
from tests.practices.justifying.access_rows import JUSTIFYING_ROWS
from tests.practices.weighing.access_rows import WEIGHING_ROWS
from tests.research.access_rows import PUBLICATION_ROWS
from tests.research.projects.access_rows import PROJECT_ROWS
from tests.research.questions.access_rows import QUESTION_FORMS, QUESTION_ROWS

pytestmark = pytest.mark.django_db

ROLES = ("visitor", "account", "redacteur", "eindredacteur", "administrator")
EVERYONE = dict.fromkeys(ROLES, 200)
#: Name or pattern of each address of ours → an address that it answers, and the status per role.
TABLE = {
    "search": ("/zoeken/?q=lezen", EVERYONE),
    "search_api": ("/api/zoeken/?q=lezen", EVERYONE),
    "suggestions_api": ("/api/suggesties/?q=lez", EVERYONE),
    "feed_rss": ("/feeds/insight.rss", EVERYONE),
    "feed_atom": ("/feeds/alles.atom", EVERYONE),
    "meeting_calendar": ("/bijeenkomsten/bijeenkomst.ics", EVERYONE),
    "media": ("/media/documents/geheim.pdf", dict.fromkeys(ROLES, 404)),
    "health": ("/gezond/", EVERYONE),
    "favicon.ico": ("/favicon.ico", dict.fromkeys(ROLES, 302)),
    "wagtail_serve": ("/onderzoek/inzicht/", EVERYONE),
    **ORGANISATION_ROWS,
    **QUESTION_ROWS,
    **{
        name: (address, {role: visitor if role == "visitor" else member for role in ROLES})
        for name, (address, visitor, member) in {
            **ACCOUNT_ROWS,
            **CITING_ROWS,
            **DELIVERY_ROWS,
            **HARVESTING_ROWS,
            **KEEPING_ROWS,
            **JUSTIFYING_ROWS,
            **PRACTICE_ROWS,
            **PROJECT_ROWS,
            **PUBLICATION_ROWS,
            **REVIEW_ROWS,
            **WEIGHING_ROWS,
        }.items()
    },
}
#: Addresses of others: one row for each include.
INCLUDED = {
    "admin/": (
        "/admin/",
        {"visitor": 302, "account": 403, "redacteur": 200, "eindredacteur": 200, "administrator": 200},
    ),
    "documenten/": ("/documenten/999999/geheim.pdf", dict.fromkeys(ROLES, 404)),
    # Each of them is a row of tests/leerlabs/policy/rows.py, with the roles of a Leerlab and its visibility.
    "leerlabs/": ("/leerlabs/mijn/", {**EVERYONE, "visitor": 302}),
    "_util/": ("/_util/login/", dict.fromkeys(ROLES, 302)),
}


@pytest.fixture
def site(index_now):
    site = small_site()
    InsightFactory(parent=site.insights, slug="inzicht")
    MeetingFactory(parent=site.meetings, slug="bijeenkomst")
    make_what_the_rows_name()
    index_now()
    return site


@pytest.fixture
def client_of(client):
    """A client signed in as a role."""

    def sign_in(role: str) -> Client:
        if role != "visitor":
            user = UserFactory(is_superuser=role == "administrator")
            if role in {"redacteur", "eindredacteur"}:
                user.groups.add(Group.objects.get(name=role.capitalize()))
            client.force_login(user)
        return client

    return sign_in


def our_patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, str]]:
    """(pattern, name) of every address; includes of others stop at their prefix."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = prefix + str(entry.pattern)
        if pattern in INCLUDED:
            yield pattern, ""
        elif isinstance(entry, URLResolver):
            yield from our_patterns(entry, "" if entry.pattern.__class__.__name__ == "LocalePrefixPattern" else pattern)
        elif isinstance(entry, URLPattern):
            yield pattern, entry.name or ""


def test_every_address_has_a_row():
    unknown = [
        (pattern, name)
        for pattern, name in our_patterns()
        if name not in TABLE
        and pattern not in TABLE
        and pattern not in INCLUDED
        and not pattern.startswith(tuple(INCLUDED))
    ]

    assert unknown == []


def test_every_row_has_an_address():
    known = {part for pair in our_patterns() for part in pair}

    assert set(TABLE) <= known


@pytest.mark.parametrize("role", ROLES)
def test_a_role_gets_what_the_table_says(site, client_of, role):
    client = client_of(role)
    rows = {**TABLE, **INCLUDED}

    given = {row: client.get(address).status_code for row, (address, _expected) in rows.items()}

    assert given == {row: expected[role] for row, (_address, expected) in rows.items()}


def test_nobody_posts_to_a_page_that_only_shows(site, client):
    forms = {*ACCOUNT_ROWS, *FORMS_FOR_EVERYONE, *HARVESTING_FORMS, *QUESTION_FORMS}
    shown = {row: address for row, (address, _expected) in TABLE.items() if row not in forms}
    given = {row: client.post(address).status_code for row, address in shown.items()}

    assert {row: status for row, status in given.items() if status not in {302, 404, 405, 410}} == {}
