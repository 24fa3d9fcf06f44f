"""An answer as readers will see it, from what is written so far; nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from accounts.models import Person, User
from editorial.contributing.crediting import split_name
from editorial.models import RelationKind
from editorial.reading import Author, RelatedPage, content_kind_of, page_url
from research.questions.answer_form import AnswerForm, text_so_far
from research.questions.answering import fill, latest_draft, page_about, writers_of
from research.questions.models import AnswerIndexPage, Question
from research.questions.naming import name_of

#: Says to the page's parts that it is not read yet: it does not come among what this reader read last.
_MARK = "is_preview"


def preview_context(
    question: Question, values: Mapping[str, str], by: User | None, request: HttpRequest
) -> dict[str, Any]:
    """The variables of the page's own template, and ``missing``: names of what must still be filled in."""
    page, text = latest_draft(question) or page_about(question), text_so_far(values)
    page.slug = page.slug or "voorbeeld"
    fill(page, text)
    page.set_url_path(AnswerIndexPage.objects.filter(live=True).order_by("path").first())
    setattr(request, _MARK, True)
    context = page.get_context(request)
    authors = context["authors"] or tuple(Author(_person(user), "") for user in writers_of(question, by))
    rests_on = [
        RelatedPage(
            str(RelationKind.BUILDS_ON.label),
            RelationKind.BUILDS_ON,
            one.title,
            page_url(one),
            content_kind_of(one),
            outgoing=True,
        )
        for one in text.pages
    ]
    form = AnswerForm(dict(values))
    missing = [form[name].label for name in form.errors]
    return {**context, "authors": authors, "rests_on": rests_on, "question": question, "missing": missing}


def _person(user: User) -> Person:
    """Their public record, or what would become it; not saved."""
    known = Person.objects.filter(user=user).first()
    given, particle, family = split_name(name_of(user))
    return known or Person(user=user, given_name=given, particle=particle, family_name=family)
