"""Our own image model: a picture with its maker and its rights."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from editorial.licences import MediaRights


class EditorialImage(AbstractImage):
    """A picture. Without maker and rights it may be kept, but no page with it can be published."""

    maker = models.CharField(_("maker"), max_length=200, blank=True)
    rights = models.CharField(_("rechten"), max_length=20, choices=MediaRights.choices, blank=True)
    source_url = models.URLField(_("bron"), blank=True)
    people_agreed = models.BooleanField(
        _("wie herkenbaar in beeld is, vindt dit goed"),
        default=False,
        help_text=_("Bij kinderen: de ouders hebben toestemming gegeven."),
    )

    admin_form_fields = (*Image.admin_form_fields, "maker", "rights", "source_url", "people_agreed")

    class Meta(AbstractImage.Meta):
        verbose_name = _("afbeelding")
        verbose_name_plural = _("afbeeldingen")

    @property
    def has_rights(self) -> bool:
        """Whether this picture may be shown."""
        return bool(self.maker and self.rights)

    @property
    def credit(self) -> str:
        """Maker and rights, as they stand below the picture."""
        return ", ".join(part for part in (self.maker, self.get_rights_display()) if part)


class EditorialRendition(AbstractRendition):
    """A size and crop of a picture."""

    image = models.ForeignKey(EditorialImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
