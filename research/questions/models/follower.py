"""Who asked a question, and who want to hear of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """Whether the answer helped."""

    YES = "yes", _("ja, het hielp")
    PARTLY = "partly", _("gedeeltelijk")
    NO = "no", _("nee, het hielp niet")
    NOT_USED = "not_used", _("ik heb er nog niets mee gedaan")


class Follower(models.Model):
    """One person and one question: a member, or somebody known by a mail address and a private link.

    Of the link only a hash is kept; it can be made anew, and then the old one is worth nothing. Whoever has
    neither account nor address left told whether it helped, and is counted only.
    """

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="followers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="followed_questions"
    )
    is_asker = models.BooleanField(default=False)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    link_hash = models.CharField(max_length=64, null=True, unique=True)
    #: How often a link was made: part of what the link is made of.
    link_number = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    #: When the address was shown to be theirs; members need not show anything.
    confirmed_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)

    class Meta:
        verbose_name = _("volger van een kennisvraag")
        verbose_name_plural = _("volgers van kennisvragen")
        constraints = [
            models.UniqueConstraint(fields=["question", "user"], name="a_member_follows_once"),
            models.UniqueConstraint(
                fields=["question", "email"], condition=~Q(email=""), name="an_address_follows_once"
            ),
            models.UniqueConstraint(fields=["question"], condition=Q(is_asker=True), name="a_question_has_one_asker"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.pk}"

    @property
    def is_reached_by_mail(self) -> bool:
        """Whether they have no account and hear of it at a confirmed address."""
        return self.user_id is None and bool(self.email) and self.confirmed_at is not None
