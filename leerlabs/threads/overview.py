"""The list of threads of a Leerlab: which kind, whether answered, open or closed; the latest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import IntegerField, Q, QuerySet, Value
from django.utils.translation import gettext as _

from leerlabs.models import LeerlabPage, Thread, ThreadKind
from leerlabs.policy import may
from leerlabs.threads.marks import mark_of
from leerlabs.threads.numbering import post_url
from leerlabs.threads.thread_page import Byline, byline

PAGE_LENGTH = 20
#: Words in addresses → kinds.
KIND_WORDS = {
    "gesprek": ThreadKind.DISCUSSION,
    "vraag": ThreadKind.QUESTION,
    "ervaring": ThreadKind.EXPERIENCE,
    "peiling": ThreadKind.POLL,
}
WORDS_OF_KINDS = {kind: word for word, kind in KIND_WORDS.items()}


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One thread in a list. ``new`` counts posts since the reader's last visit; None for one never opened."""

    thread: Thread
    url: str
    last_url: str
    first_new_url: str
    by: Byline
    last_by: Byline
    new: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that can be chosen, or is."""

    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """A page of the list, with its filters and links to other pages."""

    rows: list[ThreadRow]
    total: int
    kinds: list[Choice]
    states: list[Choice]
    is_filtered: bool
    paging: dict[str, Any]


def thread_overview(leerlab: LeerlabPage, viewer: Any, query: Mapping[str, str]) -> Overview:
    """The list as ``query`` (``soort``, ``stand``, ``pagina``) asks for it; two queries besides the policy's."""
    kind, state = query.get("soort", ""), query.get("stand", "")
    chosen = {"soort": kind if kind in KIND_WORDS else "", "stand": state if state in _states() else ""}
    threads = _filtered(_shown_to(leerlab, viewer), chosen["soort"], chosen["stand"])
    page = Paginator(threads, PAGE_LENGTH).get_page(query.get("pagina"))
    first = (page.number - 1) * PAGE_LENGTH
    people = threads_with_marks(threads, viewer)[first : first + PAGE_LENGTH]
    rows = [row_of(_with_leerlab(thread, leerlab), viewer) for thread in people]
    return Overview(
        rows=rows,
        total=page.paginator.count,
        kinds=[_choice(chosen, "soort", word, label) for word, label in _kinds().items()],
        states=[_choice(chosen, "stand", word, label) for word, label in _states().items()],
        is_filtered=any(chosen.values()),
        paging=_paging(page, chosen),
    )


def threads_with_marks(threads: QuerySet[Thread], viewer: Any) -> QuerySet[Thread]:
    """With their people, and how far the reader is, in the same query."""
    seen = mark_of(viewer) if viewer.is_authenticated else Value(None, output_field=IntegerField())
    return threads.select_related("author__profile", "last_author__profile").annotate(seen=seen)


def row_of(thread: Any, viewer: Any) -> ThreadRow:
    """A thread with its marks as a row of a list. Its Leerlab has to be loaded."""
    seen = thread.seen
    new = None if seen is None else max(0, thread.post_count - seen)
    return ThreadRow(
        thread=thread,
        url=thread.get_absolute_url(),
        last_url=post_url(thread, thread.post_count),
        first_new_url=post_url(thread, min(seen + 1, thread.post_count)) if new else "",
        by=byline(thread.author, viewer),
        last_by=byline(thread.last_author, viewer),
        new=new,
    )


def _shown_to(leerlab: LeerlabPage, viewer: Any) -> QuerySet[Thread]:
    """What is hidden stands in the lists of its author and of moderators only."""
    threads = Thread.objects.filter(leerlab=leerlab)
    if may(viewer, "leerlab.moderate", leerlab):
        return threads
    if viewer.is_authenticated:
        return threads.filter(Q(hidden_at=None) | Q(author_id=viewer.pk))
    return threads.filter(hidden_at=None)


def _filtered(threads: QuerySet[Thread], kind: str, state: str) -> QuerySet[Thread]:
    if kind:
        threads = threads.filter(kind=KIND_WORDS[kind])
    if state == "onbeantwoord":
        # In the order of the index on open questions.
        return threads.filter(kind=ThreadKind.QUESTION, accepted_post=None, closed_at=None).order_by("-last_post_at")
    if state:
        threads = threads.filter(closed_at__isnull=state == "open")
    return threads.order_by("-pinned", "-last_post_at")


def _kinds() -> dict[str, str]:
    labels = {"": _("Alles"), "gesprek": _("Gesprekken"), "vraag": _("Vragen"), "ervaring": _("Ervaringen")}
    return {**labels, "peiling": _("Peilingen")}


def _states() -> dict[str, str]:
    return {"": _("Alle"), "onbeantwoord": _("Onbeantwoorde vragen"), "open": _("Open"), "gesloten": _("Gesloten")}


def _choice(chosen: Mapping[str, str], name: str, word: str, label: str) -> Choice:
    return Choice(label, _address({**chosen, name: word}), chosen[name] == word)


def _address(parameters: Mapping[str, str]) -> str:
    return "?" + urlencode({name: value for name, value in parameters.items() if value}) + "#gesprekken"


def _paging(page: Any, chosen: Mapping[str, str]) -> dict[str, Any]:
    def url(number: int) -> str:
        return _address({**chosen, "pagina": str(number) if number > 1 else ""})

    return page_links(page.paginator, page.number, url)


def page_links(paginator: Any, current: int, url: Any) -> dict[str, Any]:
    """What the component for paging shows; nothing on a list of one page."""
    if paginator.num_pages < 2:
        return {"page_links": []}
    numbers = paginator.get_elided_page_range(current, on_each_side=2, on_ends=1)
    links = [
        {"number": number, "current": number == current, "url": url(number) if isinstance(number, int) else ""}
        for number in numbers
    ]
    return {
        "page_links": links,
        "previous_url": url(current - 1) if current > 1 else "",
        "next_url": url(current + 1) if current < paginator.num_pages else "",
    }


def _with_leerlab(thread: Thread, leerlab: LeerlabPage) -> Thread:
    thread.leerlab = leerlab
    return thread
