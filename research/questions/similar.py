"""What is there already on a question that is being asked: answers, insights, and questions in progress."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from editorial.addresses import localised
from research.questions.models import PUBLIC, Question, State
from search.analysis import parts
from search.request import SearchRequest
from search.service import find

#: Shorter texts say too little to look for.
SHORTEST = 12
_MOST_PAGES, _MOST_QUESTIONS, _QUESTIONS_LOOKED_AT = 3, 2, 500
#: Words that stand in any question from school: what it is about is in the others.
_SAY_LITTLE = frozenset(
    [
        "helpt",
        "helpen",
        "werkt",
        "werken",
        "leerling",
        "leerlingen",
        "kind",
        "kinderen",
        "groep",
        "groepen",
        "klas",
        "school",
        "leraar",
        "hoe",
        "wat",
        "welke",
        "waarom",
        "wanneer",
        "beter",
        "best",
        "meer",
        "minder",
        "weinig",
        "veel",
        "goed",
        "vaak",
        "leren",
        "leert",
    ]
)
#: So large a part of the words of the shorter question must be in the other.
_ENOUGH_IN_COMMON = 0.5


@dataclass(frozen=True, slots=True)
class Similar:
    """Something that may be the answer. ``key`` tells it from the others, whatever it is."""

    key: str
    kind: str
    title: str
    summary: str
    url: str
    #: The question that one can follow; None for a page.
    question: Question | None = None


def similar_to(wording: str) -> list[Similar]:
    """Questions in progress first, then pages, then questions that were referred. Nothing for a few letters."""
    text = " ".join(wording.split())
    if len(text) < SHORTEST:
        return []
    questions = _questions_like(text)
    running = [one for one in questions if one.question and one.question.is_open]
    return [*running, *_pages_like(text), *(one for one in questions if one not in running)]


def _pages_like(text: str) -> list[Similar]:
    # Read as it is: "groep 5" in a question is part of the question.
    request = SearchRequest(
        query=_what_it_is_about(text),
        typed=text,
        filters={"type": ("answer", "insight")},
        literal=True,
        page_size=_MOST_PAGES,
    )
    language = get_language() or "nl"
    return [
        Similar(
            f"p{hit.page_id}",
            hit.type,
            hit.title,
            str(hit.card.get("summary", "")),
            localised(hit.path, language),
        )
        for hit in find(request).hits
    ]


def _what_it_is_about(text: str) -> str:
    """The telling words, in their order; all of it when there are none."""
    words = [word.strip(".,:;?!()\"'“”‘’") for word in text.split()]
    telling = [word for word in words if word and word.lower() not in _SAY_LITTLE and not word.isdecimal()]
    return " ".join(telling) or text


def _questions_like(text: str) -> list[Similar]:
    """Those that are not answered yet: answered ones are found as pages."""
    wanted = set(parts(text).split())
    recent = Question.objects.filter(state__in=PUBLIC - {State.ANSWERED}).order_by("-created_at")
    scored = []
    for question in recent[:_QUESTIONS_LOOKED_AT]:
        words = set(parts(question.wording).split())
        shorter = min(len(wanted), len(words))
        share = len(wanted & words) / shorter if shorter else 0.0
        if shorter > 1 and share >= _ENOUGH_IN_COMMON:
            scored.append((share, question))
    scored.sort(key=lambda pair: pair[0], reverse=True)
    return [
        Similar(f"v{question.pk}", "answer", question.wording, "", question.get_absolute_url(), question)
        for _share, question in scored[:_MOST_QUESTIONS]
    ]
