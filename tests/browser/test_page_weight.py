"""One style sheet and at most one script a page, small; nothing from elsewhere; nothing inline."""

import gzip
import re

import pytest

ADDRESSES = ["/", "/praktijk/", "/onderzoek/kracht-van-feedback/", "/zoeken/?q=lezen", "/themas/begrijpend-lezen/"]
MAX_BYTES = 60_000


@pytest.mark.parametrize("address", ADDRESSES)
def test_style_and_script_are_one_file_each_and_small(desk, site, address):
    loaded = []

    def note(response):
        loaded.append(response)

    desk.on("response", note)
    desk.goto(address, wait_until="networkidle")

    styles = [r for r in loaded if r.request.resource_type == "stylesheet"]
    scripts = [r for r in loaded if r.request.resource_type == "script"]
    weight = sum(len(gzip.compress(r.body(), 6)) for r in styles + scripts)

    assert (len(styles), len(scripts) <= 1) == (1, True)
    assert weight < MAX_BYTES


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_comes_from_elsewhere(desk, site, address):
    asked = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(address, wait_until="networkidle")

    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_allows_nothing_inline_and_the_page_has_nothing_inline(desk, site, address):
    answer = desk.goto(address)
    policy = answer.headers["content-security-policy"]

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(src=|application/ld\+json))", answer.text())
