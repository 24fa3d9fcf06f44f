"""The Creative Commons family of licences, as pages, images and files carry them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """A licence; its value is its code in addresses and in the index."""

    CC0 = "cc0", _("CC0 1.0 (publiek domein)")
    BY = "cc-by", _("CC BY 4.0 (naamsvermelding)")
    BY_SA = "cc-by-sa", _("CC BY-SA 4.0 (naamsvermelding, gelijk delen)")
    BY_NC = "cc-by-nc", _("CC BY-NC 4.0 (naamsvermelding, niet commercieel)")
    BY_NC_SA = "cc-by-nc-sa", _("CC BY-NC-SA 4.0 (naamsvermelding, niet commercieel, gelijk delen)")
    BY_ND = "cc-by-nd", _("CC BY-ND 4.0 (naamsvermelding, geen afgeleide werken)")
    BY_NC_ND = "cc-by-nc-nd", _("CC BY-NC-ND 4.0 (naamsvermelding, niet commercieel, geen afgeleide werken)")

    @property
    def url(self) -> str:
        """The deed, in Dutch."""
        if self is Licence.CC0:
            return "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
        return f"https://creativecommons.org/licenses/{self.value.removeprefix('cc-')}/4.0/deed.nl"

    @property
    def short(self) -> str:
        """The name without its explanation: ``CC BY 4.0``."""
        return str(self.label).split(" (", maxsplit=1)[0]


class MediaRights(models.TextChoices):
    """On what ground an image or file stands here; an empty value blocks publishing."""

    OWN = "own", _("eigen werk")
    PERMISSION = "permission", _("toestemming van de maker")
    CC0 = Licence.CC0.value, Licence.CC0.label
    BY = Licence.BY.value, Licence.BY.label
    BY_SA = Licence.BY_SA.value, Licence.BY_SA.label
    BY_NC = Licence.BY_NC.value, Licence.BY_NC.label
    BY_ND = Licence.BY_ND.value, Licence.BY_ND.label
