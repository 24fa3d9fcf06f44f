"""What a comparison says of a selection that it could not show as it was asked."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from practices.weighing.columns import Column
from practices.weighing.selection import LEAST, MOST, Selection


def remarks_on(selection: Selection, columns: Sequence[Column]) -> list[str]:
    """One sentence for each thing that was left out or is missing; a private page is like one that is not there."""
    remarks = []
    if selection.unreadable:
        remarks.append(
            ngettext(
                "%(count)d keuze in het adres konden we niet lezen. De rest staat hieronder.",
                "%(count)d keuzes in het adres konden we niet lezen. De rest staat hieronder.",
                selection.unreadable,
            )
            % {"count": selection.unreadable}
        )
    if missing := len(selection.page_ids) - len(columns):
        remarks.append(
            ngettext(
                "%(count)d pagina die je koos kunnen we niet vergelijken: die is er niet (meer), is niet openbaar, of "
                "is geen interventie of praktijkvoorbeeld.",
                "%(count)d pagina's die je koos kunnen we niet vergelijken: die zijn er niet (meer), zijn niet "
                "openbaar, of zijn geen interventie of praktijkvoorbeeld.",
                missing,
            )
            % {"count": missing}
        )
    if selection.repeated:
        remarks.append(_("Je koos iets twee keer; het staat er één keer."))
    if selection.unread:
        remarks.append(_("Dit zijn zo veel keuzes dat we alleen de eerste hebben gelezen."))
    if len(columns) > MOST:
        remarks.append(
            _(
                "Je koos er %(count)d. Naast elkaar passen er %(most)d: de eerste staan in de tabel, de rest bewaren "
                "we eronder."
            )
            % {"count": len(columns), "most": MOST}
        )
    elif selection.page_ids and len(columns) < LEAST:
        remarks.append(_("Kies er nog minstens één bij, dan kun je vergelijken."))
    return remarks
