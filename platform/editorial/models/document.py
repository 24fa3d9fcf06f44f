"""Our own document model: a file with its licence."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from editorial.licences import Licence


class EditorialDocument(AbstractDocument):
    """A file to download."""

    licence = models.CharField(_("licentie"), max_length=20, choices=Licence.choices, blank=True)
    maker = models.CharField(_("maker"), max_length=200, blank=True)

    admin_form_fields = (*Document.admin_form_fields, "licence", "maker")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("bestand")
        verbose_name_plural = _("bestanden")
