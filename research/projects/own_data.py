"""What this room keeps of a person: their part in project lines."""

from __future__ import annotations

from collections.abc import Iterator

from accounts.models import Person, User
from accounts.own_data import ExportedFile
from caching.generation import renew_on_commit
from research.projects.models import LineResearcher


def export(user: User) -> Iterator[ExportedFile]:
    """The lines in which the public record of this member has a part."""
    rows = LineResearcher.objects.filter(person__user=user).select_related("page")
    lines = [{"projectlijn": row.page.title, "rol": row.get_role_display()} for row in rows]
    if lines:
        yield ExportedFile("projectlijnen.json", lines)


def erase(user: User) -> None:
    """The record is public and stays, as on what they wrote; that it was this member's is nowhere any more."""
    if Person.objects.filter(user=user).exists():
        renew_on_commit()
