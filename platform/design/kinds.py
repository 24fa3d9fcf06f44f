"""The kinds of content: each has a name, a colour (``css/``) and a shape wherever it appears."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content. ``shape`` is drawn in a square of 16 by 16, in the text's colour."""

    code: str
    label: Promise
    plural: Promise
    shape: str


_ALL = (
    # A lens: looked at closely.
    Kind(
        "insight",
        _("Onderzoek"),
        _("Onderzoek"),
        '<path d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0m0 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8" fill-rule="evenodd"/>',
    ),
    # A question in the middle, four sides at work on it.
    Kind(
        "project",
        _("Projectlijn"),
        _("Projectlijnen"),
        '<path d="M8 0l8 8-8 8-8-8zm0 4.5L4.5 8 8 11.5 11.5 8z" fill-rule="evenodd"/>',
    ),
    # Something asked, with room for what is said back.
    Kind(
        "answer",
        _("Kennisvraag"),
        _("Kennisvragen"),
        '<path d="M0 0h16v11H8l-5 5v-5H0zm8 2.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6" fill-rule="evenodd"/>',
    ),
    # A building block.
    Kind(
        "practice",
        _("Praktijk"),
        _("Praktijk"),
        '<path d="M1 1h14v14H1zm7 0v7H1a7 7 0 0 1 7-7" fill-rule="evenodd"/>',
    ),
    # A wedge that moves something.
    Kind("intervention", _("Interventie"), _("Interventies"), '<path d="M8 .5 16 15H0z"/>'),
    # Three around a table.
    Kind(
        "leerlab",
        _("Leerlab"),
        _("Leerlabs"),
        '<path d="M8 0a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8m8 0a4 4 0 1 1 0 8 4 4 0 0 1 0-8"/>',
    ),
    # Two halves that meet.
    Kind(
        "meeting",
        _("Bijeenkomst"),
        _("Bijeenkomsten"),
        '<path d="M7 0v16A8 8 0 0 1 7 0m2 0a8 8 0 0 1 0 16z"/>',
    ),
    # A headline and its lines.
    Kind("news", _("Nieuws"), _("Nieuws"), '<path d="M0 1h16v6H0zm0 8h16v2H0zm0 4h10v2H0z"/>'),
    # Pillars under a beam.
    Kind("policy", _("Beleid"), _("Beleid"), '<path d="M0 1h16v4H0zm1 6h3v8H1zm5.5 0h3v8h-3zM12 7h3v8h-3z"/>'),
    # Stairs.
    Kind("step_plan", _("Stappenplan"), _("Stappenplannen"), '<path d="M0 15v-5h5.4V5.5h5.3V1H16v14z"/>'),
    # A folder.
    Kind("dossier", _("Dossier"), _("Dossiers"), '<path d="M0 2h6l2 2h8v2H0zm0 5.5h16V14H0z"/>'),
    # A leaf.
    Kind("page", _("Over deze site"), _("Over deze site"), '<path d="M2 0h8v5h4v11H2zm9.5 0L14 3.5h-2.5z"/>'),
    # Four tiles.
    Kind(
        "theme",
        _("Thema"),
        _("Thema's"),
        '<path d="M0 0h7v7a7 7 0 0 1-7-7m9 0h7a7 7 0 0 1-7 7zM0 16a7 7 0 0 1 7-7v7zm9-7h7v7z"/>',
    ),
)
KINDS = {kind.code: kind for kind in _ALL}


def kind_of(code: str) -> Kind:
    """The kind with ``code``; a plain page for one that is not known."""
    return KINDS.get(code, KINDS["page"])


def glyph(code: str) -> SafeString:
    """The shape of a kind, hidden from screen readers: its name always stands beside it."""
    return format_html(
        '<svg class="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{}</svg>',
        SafeString(kind_of(code).shape),
    )
