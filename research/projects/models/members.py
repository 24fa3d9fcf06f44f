"""Who takes part in a project line: organisations by role, and people."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from research.projects.models.roles import PartnerRole, ResearchRole


class LineOrganisation(Orderable):
    """One organisation in one role."""

    page = ParentalKey("projects.ProjectLinePage", on_delete=models.CASCADE, related_name="organisations")
    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.CASCADE,
        related_name="project_lines",
        verbose_name=_("organisatie"),
    )
    role = models.CharField(_("rol"), max_length=20, choices=PartnerRole.choices, default=PartnerRole.SCHOOL)

    panels = [FieldPanel("organisation"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("deelnemer aan een projectlijn")
        verbose_name_plural = _("deelnemers aan projectlijnen")
        constraints = [
            models.UniqueConstraint(fields=["page", "organisation", "role"], name="an_organisation_has_a_role_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"


class LineResearcher(Orderable):
    """One person in a project line. Who is erased is gone here too; what they wrote keeps their name."""

    page = ParentalKey("projects.ProjectLinePage", on_delete=models.CASCADE, related_name="researchers")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="project_roles", verbose_name=_("persoon")
    )
    role = models.CharField(_("rol"), max_length=20, choices=ResearchRole.choices, default=ResearchRole.RESEARCHER)

    panels = [FieldPanel("person"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("onderzoeker van een projectlijn")
        verbose_name_plural = _("onderzoekers van projectlijnen")
        constraints = [models.UniqueConstraint(fields=["page", "person"], name="a_researcher_stands_once")]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"
