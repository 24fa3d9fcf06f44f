"""ETag, 304 and HEAD: what a browser has it does not fetch again."""

import pytest

from caching import generation
from tests.caching.small_site import calls

FORMS = ["br", "gzip", ""]


def get(reader, encoding="", **headers):
    return reader.get("/gewoon/", headers={"accept-encoding": encoding, **headers})


@pytest.mark.parametrize("encoding", FORMS)
def test_what_the_client_has_is_not_sent_again(reader, encoding):
    etag = get(reader, encoding).headers["ETag"]
    again = get(reader, encoding, **{"if-none-match": f'"anders", {etag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == etag
    assert again.headers["Cache-Control"] == "no-cache"
    assert "Accept-Encoding" in again.headers["Vary"]
    assert "Content-Type" not in again.headers


def test_other_bytes_have_another_tag(reader):
    tags = {get(reader, encoding).headers["ETag"] for encoding in FORMS}
    assert len(tags) == 3
    assert not any(tag.startswith("W/") for tag in tags)


def test_a_tag_of_another_form_is_not_taken_for_this_one(reader):
    etag = get(reader, "gzip").headers["ETag"]
    assert get(reader, "br", **{"if-none-match": etag}).status_code == 200


def test_a_tag_that_a_proxy_made_weak_still_holds(reader):
    etag = get(reader, "gzip").headers["ETag"]
    assert get(reader, "gzip", **{"if-none-match": f"W/{etag}"}).status_code == 304


def test_the_same_page_in_a_new_generation_keeps_its_tag(reader):
    etag = get(reader, "br").headers["ETag"]
    generation.renew()
    calls.number = 0
    assert get(reader, "br", **{"if-none-match": etag}).status_code == 304
    assert calls.number == 1


def test_a_changed_page_gets_another_tag(reader):
    etag = get(reader).headers["ETag"]
    calls.title = "daarna"
    generation.renew()
    assert get(reader, **{"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("kept_by", ["get", "head"])
def test_head_says_what_get_says_without_the_page(reader, kept_by):
    getattr(reader, kept_by)("/gewoon/")
    head, whole = reader.head("/gewoon/"), reader.get("/gewoon/")
    assert head.content == b""
    assert head.headers == whole.headers
    assert int(head.headers["Content-Length"]) == len(whole.content)
    assert calls.number == 1


def test_head_of_a_page_that_is_not_kept_is_answered(reader):
    assert reader.head("/formulier/").status_code == 200
