"""The form of an answer on the page: begun, shown again, or with beside it what others made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from editorial.evidence import Certainty
from editorial.reading import page_url
from research.questions import drafts
from research.questions.answer_form import AnswerForm, initial_of
from research.questions.drafts import Writing
from research.questions.models import AnswerDraft, AnswerPage
from research.questions.naming import name_of
from research.questions.views.reaching import Reached


@dataclass(frozen=True, slots=True)
class AnswerPageForm:
    """Of one request; ``page`` is what the editors have."""

    request: HttpRequest
    reached: Reached
    page: AnswerPage | None

    def begin(self, typed: QueryDict | None = None) -> HttpResponse:
        """With what was typed and not sent; else the draft; else what the editors have; else empty."""
        if typed:
            writing = Writing.sent(typed, by_button=False)
            return self._show(AnswerForm(initial=drafts.typed_in(typed)), writing)
        row = drafts.row_of(self.reached.question)
        revision = self.page.latest_revision_id if self.page else None
        writing, editors = Writing.begun(row, revision), self._of_editors(self.page)
        if row is None or not row.values:
            return self._show(AnswerForm(initial=editors), writing)
        others = _differing(editors, row.values) if row.revision != revision else {}
        notice = _("De redactie veranderde het antwoord nadat dit concept begon.") if others else ""
        return self._show(AnswerForm(initial=row.values), writing, draft=row, others=others, notice=notice)

    def again(self, form: AnswerForm) -> HttpResponse:
        """As it was sent, with what is wrong with it."""
        sent = Writing.sent(self.request.POST, by_button=False)
        return self._show(form, sent, status=422)

    def refuse(self, problem: str) -> HttpResponse:
        """As it was sent; why it is not kept."""
        form = AnswerForm(self.request.POST)
        form.is_valid()
        form.add_error(None, problem)
        return self.again(form)

    def beside_draft(self, row: AnswerDraft) -> HttpResponse:
        """As it was sent, and what somebody else kept meanwhile. Kept once more, it counts."""
        sent = Writing.sent(self.request.POST, by_button=True)
        others = _differing(row.values, drafts.typed_in(self.request.POST))
        who = name_of(row.writer)
        notice = _("%(name)s bewaarde intussen iets anders. Jouw tekst is nog niet bewaard.") % {"name": who}
        return self._beside(Writing.begun(row, sent.revision), others, notice)

    def beside_page(self, page: AnswerPage | None) -> HttpResponse:
        """As it was sent, and what the editors made of it meanwhile; sent twice it was sent."""
        revision = page.latest_revision_id if page else None
        others = _differing(self._of_editors(page), drafts.typed_in(self.request.POST))
        if not others:
            return redirect(self.reached.question)
        notice = _("De redactie heeft het antwoord intussen veranderd. Jouw tekst is nog niet verstuurd.")
        return self._beside(Writing.begun(drafts.row_of(self.reached.question), revision), others, notice)

    def _beside(self, writing: Writing, others: dict[str, str], notice: str) -> HttpResponse:
        form = AnswerForm(initial=drafts.typed_in(self.request.POST))
        return self._show(form, writing, others=others, notice=notice, status=409)

    def _show(
        self,
        form: AnswerForm,
        writing: Writing,
        *,
        draft: AnswerDraft | None = None,
        others: dict[str, str] | None = None,
        notice: str = "",
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "question": self.reached.question,
            "form": form,
            "writing": writing,
            "draft": draft,
            "draft_by": name_of(draft.writer) if draft else "",
            "is_own_draft": draft is not None and draft.writer_id == self.request.user.pk,
            "others": others or {},
            "notice": notice,
            # Beside another's text nothing is kept by itself: first its writer chooses.
            "keeps_by_itself": status != 409,
        }
        return render(self.request, "research/questions/answer_form.html", context, status=status)

    def _of_editors(self, page: AnswerPage | None) -> dict[str, Any]:
        return values_of(page, self.request)


def values_of(page: AnswerPage | None, request: HttpRequest) -> dict[str, Any]:
    """What the editors have, as the form says it; nothing without a page."""
    return initial_of(page, lambda one: request.build_absolute_uri(page_url(one))) if page else {}


def _differing(theirs: Mapping[str, Any], own: Mapping[str, str]) -> dict[str, str]:
    """Name of a field → what the others have there, in words."""
    differing = {}
    for name in drafts.FIELDS:
        text = "\n".join(str(theirs.get(name, "")).split("\r\n")).strip()
        if text != "\n".join(own.get(name, "").split("\r\n")).strip():
            differing[name] = _in_words(text) if name == "certainty" else text or _("(leeg)")
    return differing


def _in_words(level: str) -> str:
    return str(Certainty(int(level)).label) if level in map(str, Certainty.values) else _("(leeg)")
