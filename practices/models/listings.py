"""The pages below which practices, interventions and step plans stand."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search.listing import ListingPage


class PracticeIndexPage(ListingPage):
    """All practice examples: ``/praktijk/``."""

    listed_type = "practice"
    subpage_types = ["practices.PracticePage"]

    class Meta:
        verbose_name = _("overzicht van praktijkvoorbeelden")


class MenukaartPage(ListingPage):
    """All interventions: ``/menukaart/``."""

    listed_type = "intervention"
    subpage_types = ["practices.InterventionPage"]

    class Meta:
        verbose_name = _("menukaart")


class StepPlanIndexPage(ListingPage):
    """All step plans: ``/stappenplannen/``."""

    listed_type = "step_plan"
    subpage_types = ["practices.StepPlanPage"]

    class Meta:
        verbose_name = _("overzicht van stappenplannen")
