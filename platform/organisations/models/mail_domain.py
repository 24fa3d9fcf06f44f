"""The mail domains of an organisation: a verified address there shows that somebody works there."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OrganisationMailDomain(models.Model):
    """The part behind the @, in lower case. Schools of one board may share a domain."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="mail_domains"
    )
    domain = models.CharField(_("domein"), max_length=253, db_index=True)
    added_at = models.DateTimeField(default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("maildomein")
        verbose_name_plural = _("maildomeinen")
        ordering = ["domain"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "domain"], name="a_mail_domain_once_an_organisation")
        ]

    def __str__(self) -> str:
        return self.domain
