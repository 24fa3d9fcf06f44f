"""What a member tells about themselves, and who may see which part."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.identifiers import validate_orcid
from accounts.models.person import Role
from accounts.models.visibility import Visibility


def private_storage() -> Storage:
    """Files that are only served by a view that knows who asks."""
    return storages["private"]


def _who_sees(default: Visibility = Visibility.MEMBERS) -> models.CharField[str, str]:
    return models.CharField(_("wie ziet dit"), max_length=10, choices=Visibility.choices, default=default)


class Profile(models.Model):
    """One a person, made together with the account. :mod:`accounts.profiles` says who sees what of it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    display_name = models.CharField(
        _("naam"), max_length=80, blank=True, help_text=_("Zo sta je bij alles wat je hier schrijft.")
    )
    role = models.CharField(_("rol in het onderwijs"), max_length=30, choices=Role.choices, blank=True)
    biography = models.TextField(_("over jezelf"), max_length=600, blank=True)
    orcid = models.CharField(_("ORCID"), max_length=19, blank=True, validators=[validate_orcid])
    photo = models.FileField(_("foto"), storage=private_storage, upload_to="profile_photos", blank=True)
    levels = models.ManyToManyField(
        "vocabulary.Level", blank=True, related_name="+", verbose_name=_("groepen waaraan je lesgeeft")
    )
    themes = models.ManyToManyField(
        "vocabulary.Theme", blank=True, related_name="+", verbose_name=_("thema's waarvan je veel weet")
    )

    display_name_visibility = _who_sees(Visibility.EVERYONE)
    role_visibility = _who_sees()
    organisation_visibility = _who_sees()
    biography_visibility = _who_sees()
    orcid_visibility = _who_sees()
    photo_visibility = _who_sees()
    levels_visibility = _who_sees()
    themes_visibility = _who_sees()

    #: When the owner was told that an account which is not used will go (accounts.keeping.inactivity).
    warned_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("profiel")
        verbose_name_plural = _("profielen")

    def __str__(self) -> str:
        return self.display_name or str(self.pk)
