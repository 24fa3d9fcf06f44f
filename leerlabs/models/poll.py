"""A poll: its options, until when, and who chose what."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ResultShown(models.TextChoices):
    """When members see how it stands."""

    AFTER_CLOSING = "closing", _("na afloop")
    AFTER_VOTING = "voting", _("wie gestemd heeft, ziet de tussenstand")


class Poll(models.Model):
    """Belongs to a thread of that kind. Who chose what is never shown."""

    thread = models.OneToOneField("leerlabs.Thread", on_delete=models.CASCADE, related_name="poll")
    several = models.BooleanField(_("meer dan één keuze"), default=False)
    closes_at = models.DateTimeField(_("sluit op"))
    result_shown = models.CharField(
        _("uitslag"), max_length=10, choices=ResultShown.choices, default=ResultShown.AFTER_CLOSING
    )
    #: Set by the closing job (:mod:`leerlabs.threads.polls`): from then on the result stands.
    closed_at = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    voters = models.PositiveIntegerField(_("aantal stemmers bij het sluiten"), default=0)

    class Meta:
        verbose_name = _("peiling")
        verbose_name_plural = _("peilingen")
        indexes = [models.Index(fields=["closes_at"], name="polls_to_close", condition=Q(closed_at=None))]

    def __str__(self) -> str:
        return f"{self.thread_id}"

    @property
    def is_closed(self) -> bool:
        """Whether the time is over, also when the closing job has not come by yet."""
        return self.closed_at is not None or self.closes_at <= timezone.now()


class PollOption(models.Model):
    """One of the answers."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("antwoord"), max_length=200)
    #: Counted when the poll closes: the result stays when somebody leaves.
    final_votes = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("antwoord")
        verbose_name_plural = _("antwoorden")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["poll", "position"], name="options_have_a_place")]

    def __str__(self) -> str:
        return self.text


class PollVote(models.Model):
    """A choice of one person."""

    option = models.ForeignKey(PollOption, on_delete=models.CASCADE, related_name="votes")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leerlab_votes")

    class Meta:
        verbose_name = _("stem")
        verbose_name_plural = _("stemmen")
        constraints = [models.UniqueConstraint(fields=["option", "user"], name="an_option_is_chosen_once")]

    def __str__(self) -> str:
        return f"{self.user_id} → {self.option_id}"
