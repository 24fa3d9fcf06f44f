"""Writing the answer outside the admin: plain texts, one source a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from django import forms
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.evidence import Certainty
from editorial.models import RelationKind
from research.questions.answering import AnswerText
from research.questions.models import AnswerPage
from research.questions.referring import goal_at

_ADDRESS = re.compile(r"https?://\S+")
_MOST_LINES = 30


def _text(label: Any, rows: int, most: int, help_text: Any = "", required: bool = True) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=widget, help_text=help_text, required=required)


class AnswerForm(forms.Form):
    """The parts of an answer, in the order in which a reader meets them."""

    short_answer = _text(_("Kort antwoord"), 4, 1000, _("Twee of drie zinnen, voor wie niet verder leest."))
    explanation = _text(
        _("Uitleg"),
        12,
        12000,
        _("Wat zegt onderzoek, en wat doe je er in de klas mee? Een lege regel begint een alinea."),
    )
    certainty = forms.TypedChoiceField(
        label=_("Hoe sterk is het bewijs?"), choices=Certainty.choices, coerce=int, widget=forms.RadioSelect
    )
    certainty_explanation = _text(_("Waarom zo sterk?"), 3, 600, _("Hoeveel studies, hoe vergeleken, met wie?"))
    limits = _text(_("Wat weten we niet?"), 3, 3000, required=False)
    pages = _text(
        _("Onderzoek op deze site"),
        3,
        4000,
        _("Het adres van elke pagina waar het antwoord op rust, één per regel."),
        False,
    )
    references = _text(
        _("Andere bronnen"), 5, 8000, _("Eén verwijzing per regel, met het adres of de DOI erachter."), False
    )

    def clean_pages(self) -> list[Page]:
        """The pages at the addresses."""
        found = {line: _page_at(line) for line in _lines(self.cleaned_data["pages"])}
        for line, page in found.items():
            if page is None:
                raise forms.ValidationError(_("Hier staat geen pagina van deze site: %(line)s"), params={"line": line})
        return _each_once(found.values())

    def clean_references(self) -> list[tuple[str, str]]:
        """(words, address) of each line."""
        return [_reference(line) for line in _lines(self.cleaned_data["references"])]

    def answer(self) -> AnswerText:
        """What was written."""
        return AnswerText(**self.cleaned_data)


def text_so_far(values: Mapping[str, str]) -> AnswerText:
    """What a draft holds, as far as it is filled in: for a preview. A level that was not chosen is 0."""
    level = str(values.get("certainty", ""))
    return AnswerText(
        short_answer=values.get("short_answer", ""),
        explanation=values.get("explanation", ""),
        certainty=int(level) if level in map(str, Certainty.values) else 0,
        certainty_explanation=values.get("certainty_explanation", ""),
        limits=values.get("limits", ""),
        references=[_reference(line) for line in _lines(values.get("references", ""))],
        pages=_each_once(_page_at(line) for line in _lines(values.get("pages", ""))),
    )


def initial_of(page: AnswerPage, address_of: Any) -> dict[str, Any]:
    """The form as it stands in the editors' draft; markup that editors added becomes plain text again."""
    relations = [row for row in page.outgoing_relations.all() if row.kind == RelationKind.BUILDS_ON]
    return {
        "short_answer": _plain(page.short_answer),
        "explanation": "\n\n".join(
            _plain(block.value.source) for block in page.explanation if block.block_type == "text"
        ),
        "certainty": page.certainty,
        "certainty_explanation": page.certainty_explanation,
        "limits": _plain(page.limits),
        "pages": "\n".join(address_of(row.target) for row in relations),
        "references": "\n".join(
            f"{block.value['reference']} {block.value['address'] or ''}".strip() for block in page.references
        ),
    }


def is_plain(page: AnswerPage) -> bool:
    """Whether the form can hold all of the draft. What editors made richer is for them to change."""
    kinds = {block.block_type for block in page.explanation}
    html = f"{page.short_answer}{page.limits}" + "".join(
        block.value.source for block in page.explanation if block.block_type == "text"
    )
    return kinds <= {"text"} and not re.search(r"<(?!/?(p|br)\b)", html)


def _plain(html: str) -> str:
    broken = re.sub(r"<br\s*/?>\s*", "\n", re.sub(r"\s*</p>\s*", "\n\n", html))
    return unescape(strip_tags(broken)).strip()


def _page_at(line: str) -> Page | None:
    goal = goal_at(line)
    return goal.page if goal else None


def _each_once(pages: Iterable[Page | None]) -> list[Page]:
    return list({page.pk: page for page in pages if page is not None}.values())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()][:_MOST_LINES]


def _reference(line: str) -> tuple[str, str]:
    found = _ADDRESS.search(line)
    if found is None:
        return line[:400], ""
    words = (line[: found.start()] + line[found.end() :]).strip(" -–,;")
    return (words or found[0])[:400], found[0]
