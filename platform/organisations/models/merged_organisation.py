"""What is left of an organisation that was merged into another one."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.models.organisation import OrganisationKind


class MergedOrganisation(models.Model):
    """Its address, which leads to the other one, and its code, which an import knows again."""

    slug = models.SlugField(unique=True, max_length=120)
    kind = models.CharField(max_length=30, choices=OrganisationKind.choices)
    code = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=200)
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.CASCADE, related_name="merged_from")
    merged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("samengevoegde organisatie")
        verbose_name_plural = _("samengevoegde organisaties")

    def __str__(self) -> str:
        return f"{self.slug} → {self.organisation}"
