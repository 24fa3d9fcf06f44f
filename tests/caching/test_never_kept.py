"""What is meant for one reader, or for one moment, is never kept."""

import pytest
from csp.constants import NONCE
from django.test import Client

from tests.caching.small_site import calls

NOT_FOR_EVERYONE = {
    "/formulier/": "a form token",
    "/nonce/": "a nonce",
    "/bericht/": "a message to this reader",
    "/koekje/": "a cookie",
    "/sessie/": "a session",
    "/taal/": "varies on the language that the browser asks for",
    "/eigen/": "private",
    "/django-nooit/": "no-store",
    "/stroom/": "streaming",
    "/bestand/": "a file",
    "/weg/": "an address that does not exist; there is no end of those",
    "/verhuisd/": "a redirect; there is no end of those",
    "/groot/": "more than a megabyte",
    "/nooit/": "its view says so",
    "/tenzij/": "its view says so of this one answer",
    "/json/": "not HTML, and its view says nothing",
}


@pytest.mark.django_db
@pytest.mark.parametrize("address", NOT_FOR_EVERYONE, ids=NOT_FOR_EVERYONE.values())
def test_it_is_made_for_each_reader(reader, address):
    first, second = Client().get(address), Client().get(address)
    assert calls.number == 2
    assert first.status_code == second.status_code


def test_each_reader_gets_a_token_that_works_with_the_cookie_beside_it(reader):
    answers = [Client().get("/formulier/") for _ in range(2)]
    assert len({answer.cookies["csrftoken"].value for answer in answers}) == 2


def test_a_reader_who_has_the_token_cookie_does_not_put_a_token_in_the_cache(reader):
    reader.get("/formulier/")
    reader.get("/formulier/")
    calls.number = 0
    Client().get("/formulier/")
    assert calls.number == 1


def test_no_two_readers_get_the_same_nonce(reader, settings):
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"script-src": [NONCE]}}
    policies = {Client().get("/nonce/").headers["Content-Security-Policy"] for _ in range(3)}
    assert len(policies) == 3


def test_what_is_not_html_is_kept_when_its_view_says_so(reader):
    assert reader.get("/feed/").content == reader.get("/feed/").content
    assert reader.get("/feed/").headers["Content-Type"] == "application/atom+xml"
