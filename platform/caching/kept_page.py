"""A page as it is kept: its headers, its compressed forms, and how it answers a request."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from caching.encodings import best_encoding, compressed, decompressed

#: Browsers keep the page but ask every time whether it is still the one, so that a change shows at once.
CACHE_CONTROL = "no-cache"
#: What every page is chosen by; a view adds HX-Request when htmx gets another answer.
VARY = ("Accept-Encoding", "Cookie")
_MADE_HERE = frozenset({"etag", "vary", "cache-control", "content-length", "content-encoding", "date"})


class KeptPage(NamedTuple):
    """A finished page. ``forms`` has its bytes per content encoding; plain only when gzip gains nothing."""

    tag: str
    headers: tuple[tuple[str, str], ...]
    vary: str
    cache_control: str
    forms: dict[str, bytes]

    @classmethod
    def of(cls, response: HttpResponse) -> KeptPage:
        """The page that a view just made, with the headers that all middleware gave it."""
        body = response.content
        patch_vary_headers(response, VARY)
        headers = tuple(item for item in response.headers.items() if item[0].lower() not in _MADE_HERE)
        forms = compressed(body)
        if "gzip" not in forms:
            forms = {"": body}
        return cls(
            tag=blake2b(repr(headers).encode() + body, digest_size=12).hexdigest(),
            headers=headers,
            vary=response.headers["Vary"],
            cache_control=response.headers.get("Cache-Control") or CACHE_CONTROL,
            forms=forms,
        )

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page in the form that the client takes; 304 when it has that, and no body for HEAD."""
        encoding = best_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        if encoding not in self.forms:
            encoding = ""
        etag = self.etag(encoding)
        if _names(request.META.get("HTTP_IF_NONE_MATCH", ""), etag):
            response = HttpResponse(status=304)
            del response.headers["Content-Type"]
        else:
            response = self._full(encoding, with_body=request.method != "HEAD")
        response.headers["ETag"] = etag
        response.headers["Vary"] = self.vary
        response.headers["Cache-Control"] = self.cache_control
        return response

    def etag(self, encoding: str) -> str:
        """Strong, so one a form: other bytes carry another tag, and one tag always means the same bytes."""
        return f'"{self.tag}-{encoding}"' if encoding else f'"{self.tag}"'

    def _full(self, encoding: str, with_body: bool) -> HttpResponse:
        body = self.forms[encoding] if encoding in self.forms else decompressed(self.forms["gzip"])
        response = HttpResponse(body if with_body else b"")
        for name, value in self.headers:
            response.headers[name] = value
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = str(len(body))
        return response


def _names(if_none_match: str, etag: str) -> bool:
    """Whether If-None-Match names this tag; a proxy may have made it weak, which changes nothing here."""
    if not if_none_match:
        return False
    tags = {part.strip().removeprefix("W/") for part in if_none_match.split(",")}
    return etag in tags or "*" in tags
