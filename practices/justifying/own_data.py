"""What this room keeps of a person: their verantwoordingen, and what they did in plans of their school."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accounts.models import User
from accounts.own_data import ExportedFile
from practices.justifying.models import Draft, Justification, ProgrammeChange, SchoolProgramme


def export(user: User) -> Iterator[ExportedFile]:
    """Each verantwoording with its figures and sources; what was typed and not saved; what was done in plans."""
    for row in Justification.objects.filter(owner=user).prefetch_related("drafts").iterator(chunk_size=100):
        yield ExportedFile(f"{row.uuid}.json", _as_data(row))
    made = [
        {"plan": one.title, "school": one.organisation.name, "gemaakt": one.made_at}
        for one in SchoolProgramme.objects.filter(made_by=user).select_related("organisation")
    ]
    done = [
        {"plan": one.programme.title, "wat": one.what, "onderwerp": one.subject, "wanneer": one.at}
        for one in ProgrammeChange.objects.filter(who=user).select_related("programme")
    ]
    begun = Draft.objects.filter(owner=user).exclude(values={}).select_related("page")
    for one in begun:
        yield ExportedFile(f"concept-{one.pk}.json", {"interventie": one.page.title if one.page else "", **one.values})
    if made or done:
        yield ExportedFile("schoolprogrammas.json", {"gemaakt": made, "gedaan": done})


def erase(user: User) -> None:
    """The verantwoordingen and drafts go. What was put into a plan is the school's and stays, without a name."""
    Justification.objects.filter(owner=user).delete()
    Draft.objects.filter(owner=user).delete()
    ProgrammeChange.objects.filter(who=user).update(who=None)


def _as_data(row: Justification) -> dict[str, Any]:
    written = {name: getattr(row, name) for name in Justification.WRITTEN}
    return {
        "interventie": row.intervention,
        **written,
        "cijfers": row.figures,
        "cijfers_van": row.figures_of,
        "bronnen": row.sources,
        "begonnen": row.started_at,
        "bewaard": row.changed_at,
        "concept": next((draft.values for draft in row.drafts.all()), {}),
    }
