"""The two scales of evidence. They answer different questions and are never merged.

Insights: how sure research makes us, on the four levels that the Nederlands Jeugdinstituut (NJi) publishes for
its database of effective interventions; the criteria are said here in our own words. Practices: how much the
school itself knows of the result.
"""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Certainty(models.IntegerChoices):
    """How sure an insight is; a higher number is surer."""

    WELL_FOUNDED = 1, _("goed onderbouwd")
    FIRST_INDICATIONS = 2, _("eerste aanwijzingen")
    GOOD_INDICATIONS = 3, _("goede aanwijzingen")
    STRONG_INDICATIONS = 4, _("sterke aanwijzingen")

    @property
    def criteria(self) -> Promise:
        """What research must show for this level."""
        return _CERTAINTY_CRITERIA[self]

    @property
    def code(self) -> str:
        """Its value in the index and in addresses."""
        return f"onderzoek-{self.value}"


_CERTAINTY_CRITERIA: dict[Certainty, Promise] = {
    Certainty.WELL_FOUNDED: _(
        "Er is een heldere theorie die uitlegt waarom het kan werken. Of het effect heeft, is nog niet gemeten."
    ),
    Certainty.FIRST_INDICATIONS: _(
        "Er is gemeten dat het beter gaat, maar zonder een groep om eerlijk mee te vergelijken."
    ),
    Certainty.GOOD_INDICATIONS: _(
        "Er is vergeleken met een groep die iets anders kreeg, in meer dan één studie of in een sterke studie."
    ),
    Certainty.STRONG_INDICATIONS: _(
        "Meerdere sterke studies, ook in de gewone schoolpraktijk, wijzen dezelfde kant op."
    ),
}


class PracticeEvidence(models.TextChoices):
    """What a school knows of the result of its own practice."""

    EXPERIENCE = "ervaring", _("ervaring")
    MEASURED = "zelf_gemeten", _("zelf gemeten")
    RESEARCHED = "onderzocht", _("onderzocht")

    @property
    def criteria(self) -> Promise:
        """What the word says, and what it does not."""
        return _PRACTICE_CRITERIA[self]

    @property
    def code(self) -> str:
        """Its value in the index and in addresses."""
        return f"praktijk-{self.value.replace('_', '-')}"


_PRACTICE_CRITERIA: dict[PracticeEvidence, Promise] = {
    PracticeEvidence.EXPERIENCE: _("De school vertelt wat zij zag. Er is niet gemeten."),
    PracticeEvidence.MEASURED: _(
        "De school mat zelf, bijvoorbeeld met toetsen voor en na. Andere oorzaken zijn niet uitgesloten."
    ),
    PracticeEvidence.RESEARCHED: _("Onderzoekers keken mee en beschreven hoe zij dat deden."),
}

#: Menukaart and toolkit: how sure the source is of its months, 0 to 5.
STRENGTH_LABELS: dict[int, Promise] = {
    0: _("onvoldoende"),
    1: _("zeer beperkt"),
    2: _("beperkt"),
    3: _("gemiddeld"),
    4: _("uitgebreid"),
    5: _("zeer uitgebreid"),
}
#: Menukaart and toolkit: what it costs, 1 to 5.
COST_LABELS: dict[int, Promise] = {
    1: _("zeer laag"),
    2: _("laag"),
    3: _("gemiddeld"),
    4: _("hoog"),
    5: _("zeer hoog"),
}
