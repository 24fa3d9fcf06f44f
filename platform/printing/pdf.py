"""Tagged PDF (PDF/UA-1) made of a template and data.

A template is a Typst file below ``templates/`` that begins with ``#import "/printing/house.typ": *`` and
``#show: house``; the house brings typefaces, header, page numbers and what several templates show. The data travel
beside it as JSON and arrive as ``data``: nothing that somebody wrote is ever read as markup or code.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from printing import characters, typesetting

#: Bytes of JSON: some 300 pages of text.
MOST_DATA = 1_000_000
#: Measured: an ordinary document takes 0.1 s, a million characters of text about 2 s and 250 MB.
MOST_SECONDS = 20
MOST_MEMORY = 1_500_000_000
MOST_BYTES = 20_000_000
FONT_PACKAGES = ("fontpkg_literata", "fontpkg_schibsted_grotesk")

#: A worker sets no more at once; who comes later waits as long as setting may take.
_TURNS = threading.BoundedSemaphore(2)


class PrintingFailed(Exception):
    """There is no PDF: too much data, too slow, or a template that cannot be set. The message is for the log."""


def make(template: str, data: Any, *, language: str, title: str) -> bytes:
    """Set ``template`` (a path below ``templates/``) with ``data`` (anything JSON can hold) as a tagged PDF.

    ``language`` and ``title`` become the document's own; the house's words come in ``language``. Characters that no
    font of ours has are printed as ``□``. Raises :class:`PrintingFailed`; takes about 0.1 s.
    """
    clean = {"data": data, "title": title, "words": _words(language)}
    try:
        if len(_inputs(clean, language)["order"].encode()) > MOST_DATA:
            raise PrintingFailed("more data than a document may have")
        code, result, reason = _set(template, _inputs(characters.in_all_texts(clean, characters.readable), language))
        if code == typesetting.NO_GLYPH:
            drawable = characters.in_all_texts(clean, characters.drawable)
            code, result, reason = _set(template, _inputs(drawable, language))
    except (TypeError, ValueError, RecursionError) as error:
        raise PrintingFailed(f"data that JSON cannot hold: {error}") from error
    if code or not result.startswith(b"%PDF"):
        raise PrintingFailed(f"{template}: {reason or 'the typesetter ended'}")
    if len(result) > MOST_BYTES:
        raise PrintingFailed(f"{template}: the document became too large")
    return result


def _words(language: str) -> dict[str, str]:
    """What the house itself says on paper."""
    with translation.override(language):
        return {"site": settings.WAGTAIL_SITE_NAME, "page": _("Bladzijde"), "of": _("van"), "sources": _("Bronnen")}


def _inputs(clean: Any, language: str) -> dict[str, str]:
    """What the template can read: the texts in one piece of JSON, and the language."""
    text = json.dumps(clean, ensure_ascii=False, allow_nan=False)
    return {"order": text.encode(errors="replace").decode(), "language": language.partition("-")[0]}


def _set(template: str, inputs: dict[str, str]) -> tuple[int, bytes, str]:
    """Run the typesetter: its exit code, the document, the reason why there is none."""
    root = (Path(settings.BASE_DIR) / "templates").resolve()
    order = {
        "template": str(root / template),
        "root": str(root),
        "font_paths": font_folders(),
        "inputs": inputs,
        "memory": MOST_MEMORY,
    }
    if not _TURNS.acquire(timeout=MOST_SECONDS):
        raise PrintingFailed("others are printing")
    try:
        ended = subprocess.run(
            [sys.executable, "-I", typesetting.__file__],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PrintingFailed(f"{template}: not ready within {MOST_SECONDS} seconds") from error
    finally:
        _TURNS.release()
    return ended.returncode, ended.stdout, ended.stderr.decode(errors="replace")[:500]


@cache
def font_folders() -> list[str]:
    """Where the site's own typefaces are; the typesetter's own stand in for what is not installed."""
    return [str(files(package) / "files") for package in FONT_PACKAGES if find_spec(package)]
