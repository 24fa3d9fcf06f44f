"""What a post said before it was changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PostRevision(models.Model):
    """An earlier text of a post, kept at the moment at which it was replaced."""

    post = models.ForeignKey("leerlabs.Post", on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField(_("versie"))
    #: Of the first post only: the title of the thread at that time.
    title = models.CharField(_("titel"), max_length=150, blank=True)
    source = models.TextField(_("tekst"))
    replaced_at = models.DateTimeField(_("vervangen op"), default=timezone.now, editable=False)
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("eerdere versie")
        verbose_name_plural = _("eerdere versies")
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["post", "version"], name="a_version_is_kept_once")]

    def __str__(self) -> str:
        return f"{self.post_id} v{self.version}"
