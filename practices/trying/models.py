"""That somebody tries what a practice example tells."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """Whether it helped."""

    YES = "yes", _("ja, het hielp")
    PARTLY = "partly", _("gedeeltelijk")
    NO = "no", _("nee, het hielp niet")
    NOT_TRIED = "not_tried", _("ik ben er niet aan toegekomen")


class TryOut(models.Model):
    """One member trying one practice, from the moment of saying so until the answer whether it helped.

    Somebody who left keeps counting in the sums, without a name and without words.
    """

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="practice_tryouts"
    )
    page = models.ForeignKey("practices.PracticePage", on_delete=models.CASCADE, related_name="tryouts")
    level = models.ForeignKey("vocabulary.Level", null=True, on_delete=models.SET_NULL, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    name_visible = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("proef met een praktijkvoorbeeld")
        verbose_name_plural = _("proeven met praktijkvoorbeelden")
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "page"],
                condition=models.Q(withdrawn_at=None, answered_at=None),
                name="one_running_tryout_a_member_and_page",
            )
        ]
        indexes = [models.Index(fields=["started_at"], condition=models.Q(asked_at=None), name="tryouts_not_asked")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.started_at:%Y-%m-%d}"

    @property
    def is_running(self) -> bool:
        """Whether it was neither withdrawn nor answered."""
        return self.withdrawn_at is None and self.answered_at is None
