"""The pages below which practices, interventions and step plans stand."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from practices.weighing.selection import PARAMETER
from search.listing import ListingPage


class PracticeIndexPage(ListingPage):
    """All practice examples: ``/praktijk/``, to be compared with each other and with interventions."""

    page_description = _("Het overzicht van alle praktijkvoorbeelden. Eén op de hele site.")
    listed_type = "practice"
    carried_parameters = (PARAMETER,)
    invitation_template = "practices/contributing/invitation.html"
    above_results_template = "practices/weighing/compare_form.html"
    with_each_template = "practices/weighing/compare_choice.html"
    subpage_types = ["practices.PracticePage"]

    class Meta:
        verbose_name = _("overzicht van praktijkvoorbeelden")


class MenukaartPage(ListingPage):
    """All interventions: ``/menukaart/``, to be sorted, filtered and compared by their figures."""

    page_description = _("De menukaart met alle interventies. Eén op de hele site.")
    listed_type = "intervention"
    facets_first = ("categorie", "leerwinst", "sterkte", "kosten")
    orders = ("titel", "leerwinst", "bewijs", "kosten")
    default_order = "titel"
    carried_parameters = (PARAMETER,)
    invitation_template = "practices/weighing/menukaart_invitation.html"
    above_results_template = "practices/weighing/compare_form.html"
    with_each_template = "practices/weighing/compare_choice.html"
    subpage_types = ["practices.InterventionPage"]

    class Meta:
        verbose_name = _("menukaart")


class StepPlanIndexPage(ListingPage):
    """All step plans: ``/stappenplannen/``."""

    page_description = _("Het overzicht van alle stappenplannen. Eén op de hele site.")
    listed_type = "step_plan"
    subpage_types = ["practices.StepPlanPage"]

    class Meta:
        verbose_name = _("overzicht van stappenplannen")
