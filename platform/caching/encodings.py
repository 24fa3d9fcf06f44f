"""Which compressed form of a page a client takes, and making those forms."""

from __future__ import annotations

import gzip
from functools import lru_cache

import brotli

#: Best first. What a browser takes of these it gets; what else it takes (zstd) is not kept.
PREFERRED = ("br", "gzip")
_GZIP_LEVEL = 6
_BROTLI_QUALITY = 5
#: Below this many bytes compressing gains nothing on the wire.
_WORTHWHILE_BYTES = 200


def best_encoding(accept_encoding: str) -> str:
    """``br``, ``gzip`` or an empty string for the bytes as they are."""
    return _best(accept_encoding) if len(accept_encoding) <= 256 else ""


@lru_cache(maxsize=256)
def _best(accept_encoding: str) -> str:
    taken: dict[str, bool] = {}
    for part in accept_encoding.lower().split(","):
        name, _, parameter = part.partition(";")
        taken[name.strip()] = _is_wanted(parameter)
    for name in PREFERRED:
        if taken.get(name, taken.get("*", False)):
            return name
    return ""


def _is_wanted(parameter: str) -> bool:
    name, _, value = parameter.strip().partition("=")
    if name != "q":
        return True
    try:
        return float(value) > 0
    except ValueError:
        return False


def compressed(body: bytes) -> dict[str, bytes]:
    """Each form of ``body`` that is smaller than it; the same bytes for the same body every time."""
    if len(body) < _WORTHWHILE_BYTES:
        return {}
    forms = {
        "br": brotli.compress(body, quality=_BROTLI_QUALITY),
        "gzip": gzip.compress(body, compresslevel=_GZIP_LEVEL, mtime=0),
    }
    return {name: form for name, form in forms.items() if len(form) < len(body)}


def decompressed(form: bytes) -> bytes:
    """The body of which ``form`` is the gzip form."""
    return gzip.decompress(form)
