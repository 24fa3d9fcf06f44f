"""A word of appreciation without words."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReactionKind(models.TextChoices):
    """The few things that a reaction can say."""

    THANKS = "dank", _("Dank je wel")
    USEFUL = "nuttig", _("Hier kan ik wat mee")
    FAMILIAR = "herkenbaar", _("Dat herken ik")
    AGREE = "eens", _("Eens")


class Reaction(models.Model):
    """One person's reaction to one post; giving it twice is giving it once."""

    post = models.ForeignKey("leerlabs.Post", on_delete=models.CASCADE, related_name="reactions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leerlab_reactions")
    kind = models.CharField(_("soort"), max_length=12, choices=ReactionKind.choices)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("reactie")
        verbose_name_plural = _("reacties")
        constraints = [models.UniqueConstraint(fields=["post", "user", "kind"], name="a_reaction_is_given_once")]

    def __str__(self) -> str:
        return f"{self.user_id} → {self.post_id}: {self.kind}"
