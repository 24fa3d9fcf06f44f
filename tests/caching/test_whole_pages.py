"""Anonymous readers get whole pages, made once and shared."""

import pytest
from django.test import Client

from tests.caching.small_site import calls


def test_a_page_is_made_once(any_cache, small_site):
    first, second = Client().get("/gewoon/"), Client().get("/gewoon/")
    assert calls.number == 1
    assert second.content == first.content


@pytest.mark.django_db
def test_a_kept_page_asks_the_database_nothing(reader, django_assert_num_queries):
    reader.get("/gewoon/")
    with django_assert_num_queries(0):
        assert reader.get("/gewoon/").status_code == 200


def test_a_kept_page_has_the_headers_of_the_page_that_was_made(reader):
    first, second = reader.get("/gewoon/"), reader.get("/gewoon/")
    assert second.headers == first.headers
    assert second.headers["Content-Security-Policy"]
    assert second.headers["Content-Language"] == "nl"


def test_browsers_have_to_ask_each_time(reader):
    assert reader.get("/gewoon/").headers["Cache-Control"] == "no-cache"


def test_each_host_scheme_and_path_has_pages_of_its_own(reader):
    reader.get("/gewoon/")
    reader.get("/gewoon/", headers={"host": "elders.example"})
    reader.get("/en/gewoon/")
    reader.get("/gewoon/", secure=True)
    assert calls.number == 4


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_refused_as_ever(reader, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    reader.get("/gewoon/")
    assert reader.get("/gewoon/", headers={"host": "vreemd.example"}).status_code == 400


def test_zero_seconds_turns_the_page_cache_off(small_site, file_cache, settings):
    settings.PAGE_CACHE_SECONDS = 0
    client = Client()
    client.get("/gewoon/")
    client.get("/gewoon/")
    assert calls.number == 2


def test_an_address_past_all_use_is_made_but_not_kept(reader):
    long = "/gewoon/?" + "thema=" + "x" * 600
    reader.get(long)
    reader.get(long)
    assert calls.number == 2


class TestWhoIsAnonymous:
    """Whoever may see something else than everyone never meets the cache."""

    @pytest.mark.parametrize("cookie", ["sessionid", "messages"])
    def test_with_a_session_or_a_waiting_message_the_page_is_made(self, reader, cookie):
        reader.get("/gewoon/")
        reader.cookies[cookie] = "iets"
        reader.get("/gewoon/")
        reader.get("/gewoon/")
        assert calls.number == 3

    def test_with_credentials_in_the_request_the_page_is_made(self, reader):
        for _ in range(2):
            reader.get("/gewoon/", headers={"authorization": "Bearer geheim"})
        assert calls.number == 2

    def test_a_cookie_that_no_page_reads_makes_no_difference(self, reader):
        reader.get("/gewoon/")
        reader.cookies["_ga"] = "GA1.2.3"
        reader.get("/gewoon/")
        assert calls.number == 1

    @pytest.mark.django_db
    def test_only_reading_is_answered_from_the_cache(self, reader):
        reader.get("/gewoon/")
        reader.post("/gewoon/")
        assert calls.number == 2
