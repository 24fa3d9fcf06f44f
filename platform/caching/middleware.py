"""Whole pages for anonymous readers, from the cache, before anything else happens.

Stands first in MIDDLEWARE, so that what it keeps is final and a kept page costs no SQL, no routing and no
compression. Keys carry the generation (see :mod:`caching.generation`), so nothing has to be emptied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django_http_compression.middleware import HttpCompressionMiddleware

from caching import admission, generation, page_store, query
from caching.code_version import code_version
from caching.kept_page import KeptPage
from caching.makers import Makers
from caching.page_store import Address
from caching.policy import policy_of

GetResponse = Callable[[HttpRequest], HttpResponseBase]

_makers = Makers()


class PageCacheMiddleware:
    """Answers anonymous GET and HEAD requests with the page that is kept, or keeps the one that is made."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.seconds = settings.PAGE_CACHE_SECONDS
        self.files = tuple(prefix for prefix in (settings.STATIC_URL, settings.MEDIA_URL) if prefix != "/")
        self.code = code_version()
        self.compression = HttpCompressionMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(self.files):
            return self.get_response(request)
        with generation.held() as word:
            if self.seconds and generation.is_shared(word) and admission.is_anonymous_reader(request):
                address = Address.of(request, self.code, word)
                if address is not None:
                    return self._answer(request, address)
            return self.get_response(request)

    def _answer(self, request: HttpRequest, address: Address) -> HttpResponseBase:
        asked = request.META.get("QUERY_STRING", "")
        if not asked:
            return self._kept_or_made(request, address, "")
        pairs = query.readable_pairs(asked)
        if pairs is None:
            return self.get_response(request)
        if not pairs:
            return self._kept_or_made(request, address, "")
        policy = page_store.policy(address)
        if policy is None:
            return self._learn(request, address, pairs)
        if query.asks_anew(pairs, policy):
            return self.get_response(request)
        return self._kept_or_made(request, address, query.canonical(query.relevant(pairs, policy)))

    def _kept_or_made(self, request: HttpRequest, address: Address, canonical: str) -> HttpResponseBase:
        """The page of this query, which is all of the query that the view gets to see."""
        kept = page_store.page(address, canonical)
        if kept is not None:
            return kept.answer(request)
        with _makers.turn(address.key("page", canonical)) as is_first:
            if not is_first and (kept := page_store.page(address, canonical)):
                return kept.answer(request)
            request.META["QUERY_STRING"] = canonical
            with _made_for_everyone(request):
                response = self.get_response(request)
            return self._keep_if_allowed(request, response, address, canonical)

    def _learn(self, request: HttpRequest, address: Address, pairs: query.Pairs) -> HttpResponseBase:
        """Ask the view as it was asked, and remember which parameters it says that it reads."""
        asked = request.META["QUERY_STRING"]
        with _made_for_everyone(request):
            response = self.get_response(request)
        policy = policy_of(response)
        if policy is not None and policy.keep and response.status_code == 200:
            page_store.remember_policy(address, policy)
            canonical = query.canonical(query.relevant(pairs, policy))
            if canonical == asked and not query.asks_anew(pairs, policy):
                return self._keep_if_allowed(request, response, address, canonical)
        self.compression.maybe_compress(request, response)
        return response

    def _keep_if_allowed(
        self, request: HttpRequest, response: HttpResponseBase, address: Address, canonical: str
    ) -> HttpResponseBase:
        keepable = admission.keepable(request, response, policy_of(response))
        if keepable is None:
            self.compression.maybe_compress(request, response)
            return response
        kept = KeptPage.of(keepable)
        page_store.keep(address, canonical, kept)
        return kept.answer(request)


@contextmanager
def _made_for_everyone(request: HttpRequest) -> Iterator[None]:
    """Ask for the whole page, uncompressed, whatever this one client wants of it."""
    method, meta = request.method, request.META
    accept_encoding = meta.pop("HTTP_ACCEPT_ENCODING", None)
    request.method = meta["REQUEST_METHOD"] = "GET"
    try:
        yield
    finally:
        request.method = meta["REQUEST_METHOD"] = method
        if accept_encoding is not None:
            meta["HTTP_ACCEPT_ENCODING"] = accept_encoding
        # Built from the changed META on first use.
        request.__dict__.pop("headers", None)
