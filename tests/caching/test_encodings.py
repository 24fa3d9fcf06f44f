"""Pages are kept compressed; each client gets a form that it takes."""

import gzip

import brotli
import pytest

from caching.encodings import best_encoding
from tests.caching.small_site import FILLING, calls

DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("zstd", None),
        ("identity", None),
        ("gzip;q=onzin", None),
        ("", None),
    ],
)
def test_each_client_gets_the_best_form_that_it_takes(reader, accepted, encoding):
    for _ in range(2):
        response = reader.get("/gewoon/", headers={"accept-encoding": accepted})
        assert response.headers.get("Content-Encoding") == encoding
        assert int(response.headers["Content-Length"]) == len(response.content)
        assert FILLING.encode() in DECODERS[encoding](response.content)
    assert calls.number == 1


def test_all_forms_come_from_one_page(reader):
    pages = [
        DECODERS[encoding](reader.get("/gewoon/", headers={"accept-encoding": encoding or ""}).content)
        for encoding in DECODERS
    ]
    assert len(set(pages)) == 1


def test_a_page_that_is_not_kept_is_compressed_all_the_same(reader):
    response = reader.get("/nooit/?x=1", headers={"accept-encoding": "gzip"})
    assert FILLING.encode() in gzip.decompress(response.content)
    assert "accept-encoding" in response.headers["Vary"].lower()


def test_an_absurd_header_is_not_looked_through():
    assert best_encoding("br," * 10_000) == ""


def test_what_a_cache_in_between_has_to_know(reader):
    for response in (reader.get("/gewoon/"), reader.get("/gewoon/")):
        assert {name.strip() for name in response.headers["Vary"].split(",")} == {"Accept-Encoding", "Cookie"}
