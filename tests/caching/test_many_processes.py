"""Several processes of the real web server share the pages, and follow each other's changes."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.caching.servers import MADE_EACH_TIME, fetch, maker, run, served

RENEW = "from caching import generation; generation.renew()"
READERS = 8


@pytest.fixture(params=["files", "redis"])
def cache_url(request):
    return {} if request.param == "files" else {"CACHE_URL": request.getfixturevalue("redis_url")}


def pages(port, address="/proces/", number=40):
    with ThreadPoolExecutor(READERS) as readers:
        answers = list(readers.map(lambda _: fetch(port, address), range(number)))
    assert {status for status, _, _ in answers} == {200}
    return [body for _, _, body in answers]


@pytest.mark.slow
def test_what_one_process_made_all_of_them_give(tmp_path, cache_url):
    with served(tmp_path, workers=2, **cache_url) as port:
        assert len(set(map(maker, pages(port, MADE_EACH_TIME)))) == 2, "both processes do answer"
        fetch(port, "/proces/")
        assert len(set(pages(port))) == 1


@pytest.mark.slow
def test_a_change_by_any_process_shows_in_all_of_them_at_once(tmp_path, cache_url):
    shown = tmp_path / "shown"
    shown.write_text("eerst")
    with served(tmp_path, workers=2, SHOWN=str(shown), **cache_url) as port:
        assert all(b"toont [eerst]" in body for body in pages(port))
        shown.write_text("daarna")
        assert all(b"toont [eerst]" in body for body in pages(port)), "nobody said that anything changed"
        run(tmp_path, RENEW, **cache_url)
        assert all(b"toont [daarna]" in body for body in pages(port))


@pytest.mark.slow
def test_over_the_wire_a_page_is_what_it_should_be(tmp_path):
    with served(tmp_path, workers=1) as port:
        for _ in range(2):
            status, headers, body = fetch(port, "/gewoon/", **{"Accept-Encoding": "gzip"})
            assert (status, headers["content-encoding"]) == (200, "gzip")
            assert int(headers["content-length"]) == len(body)
        head = fetch(port, "/gewoon/", method="HEAD", **{"Accept-Encoding": "gzip"})
        assert (head[0], head[2]) == (200, b"")
        assert head[1]["content-length"] == headers["content-length"]
        again = fetch(port, "/gewoon/", **{"Accept-Encoding": "gzip", "If-None-Match": headers["etag"]})
        assert (again[0], again[2]) == (304, b"")
