"""A verantwoording and a schoolprogramma on paper."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from practices.justifying.amounts import euros
from practices.justifying.figures_in_words import edition_of, words_of
from practices.justifying.models import Justification, ProgrammeItem, SchoolProgramme
from practices.justifying.models.justification import label_of
from practices.justifying.periods import period_text
from practices.justifying.programmes import budget_of
from practices.justifying.references import Reference, references_of, references_of_all
from printing import pdf

JUSTIFICATION, PROGRAMME = "practices/justifying/justification.typ", "practices/justifying/programme.typ"


def justification_pdf(justification: Justification) -> bytes:
    """The verantwoording as a tagged PDF in the language of this request. Raises ``printing.pdf.PrintingFailed``."""
    data = {
        "kind": _("Verantwoording van een keuze"),
        "name": justification.name,
        "intervention": _("Gekozen interventie: %(name)s") % {"name": justification.intervention},
        "parts": [
            _part(_("Waarom deze keuze"), justification, ("pupils", "problem", "considered", "reason")),
            _part(_("Doel en meten"), justification, ("goal", "measured_how", "measured_when")),
            _plan(justification),
        ],
        "figures": _figures(justification.figures),
        "figures_title": _("De cijfers bij deze keuze"),
        "figures_note": _("Zoals ze waren op %(day)s. Een latere editie kan andere cijfers geven.")
        % {"day": date_format(timezone.localtime(justification.figures_of), "j F Y")},
        "no_figures": _("Geen bron gaf cijfers over deze interventie."),
        "sources": _sources(references_of(justification.sources, justification.figures)),
        "example": _("Dit is een voorbeeld: de school en wat zij schrijft zijn verzonnen.")
        if justification.is_example
        else "",
        "printed": _printed(),
    }
    return pdf.make(JUSTIFICATION, data, language=get_language() or "nl", title=titled(justification))


def titled(justification: Justification) -> str:
    """What it is called where one does not see what it is: in the title of a document or a mail."""
    return justification.title or _("Verantwoording: %(name)s") % {"name": justification.intervention}


def programme_pdf(programme: SchoolProgramme, items: list[ProgrammeItem]) -> bytes:
    """The plan as a tagged PDF in the language of this request. Raises ``printing.pdf.PrintingFailed``."""
    budget = budget_of(programme, items)
    data = {
        "kind": _("Schoolprogramma"),
        "name": programme.title,
        "school": programme.organisation.name,
        "period": period_text(programme.starts_on, programme.ends_on),
        "introduction": programme.introduction,
        "budget_title": _("Wat we kiezen en wat het kost"),
        "headings": [_("Onderdeel"), _("Periode"), _("Begrotingspost"), _("Bedrag")],
        "rows": [[item.title, item.period or "–", item.budget_line or "–", euros(item.amount)] for item in items],
        "totals": _totals(budget, programme) if items or programme.available is not None else [],
        "empty": _("Er staat nog niets in dit plan."),
        "items": [
            {
                "title": item.title,
                "intervention": _("Interventie: %(name)s") % {"name": item.intervention},
                "facts": _facts(item, ("reason", "goal", "measured_how", "measured_when", "responsible")),
                "figures": _figures(item.figures),
            }
            for item in items
        ],
        "sources": _sources(references_of_all(items)),
        "example": _("Dit is een voorbeeld: school en bedragen zijn verzonnen.") if programme.is_example else "",
        "printed": _printed(),
    }
    return pdf.make(PROGRAMME, data, language=get_language() or "nl", title=programme.title)


def _part(title: str, row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {"title": title, "facts": _facts(row, names)}


def _plan(justification: Justification) -> dict[str, Any]:
    amount = euros(justification.amount) if justification.amount is not None else ""
    facts = [
        [_("Periode"), period_text(justification.starts_on, justification.ends_on)],
        *_facts(justification, ("costs",)),
        [_("Bedrag"), amount],
    ]
    return {"title": _("Wanneer en wat het kost"), "facts": [fact for fact in facts if fact[1]]}


def _facts(row: Any, names: tuple[str, ...]) -> list[list[str]]:
    """Label and text of the fields that were filled in."""
    fields = [(label_of(row, name), getattr(row, name)) for name in names]
    return [[label[:1].upper() + label[1:], str(text)] for label, text in fields if text]


def _figures(figures: list[Any]) -> dict[str, Any]:
    return {
        "headings": [_("Bron en editie"), _("Leerwinst"), _("Bewijs"), _("Kosten")],
        "rows": [[edition_of(figure), *words_of(figure)] for figure in figures],
    }


def _totals(budget: Any, programme: SchoolProgramme) -> list[list[str]]:
    rows = [[_("Samen"), euros(budget.total)]]
    if programme.available is not None:
        rows += [[_("Beschikbaar"), euros(programme.available)], [_("Blijft over"), euros(budget.left)]]
    if budget.unknown:
        rows.append([_("Onderdelen zonder bedrag"), str(budget.unknown)])
    return rows


def _sources(references: list[Reference]) -> list[dict[str, Any]]:
    return [{"text": one.text, "url": one.url, "pieces": one.pieces} for one in references]


def _printed() -> str:
    return _("Gemaakt op %(day)s") % {"day": date_format(timezone.localdate(), "j F Y")}
