"""What asker, kennismakelaar and researchers say to each other about a question, and who looks into it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProposalState(models.TextChoices):
    """What the asker said of a proposed wording."""

    NONE = "", _("geen voorstel")
    OPEN = "open", _("ligt bij de vragensteller")
    ACCEPTED = "accepted", _("overgenomen")
    DECLINED = "declined", _("niet overgenomen")


class QuestionMessage(models.Model):
    """Something said, perhaps with another wording for the question. Nothing of it is ever public."""

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    from_asker = models.BooleanField(default=False)
    text = models.TextField(max_length=4000, blank=True)
    wording = models.CharField(max_length=300, blank=True)
    #: The wording before this one was accepted.
    replaced = models.CharField(max_length=300, blank=True)
    proposal = models.CharField(max_length=10, choices=ProposalState.choices, blank=True)
    decided_at = models.DateTimeField(null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("bericht bij een kennisvraag")
        verbose_name_plural = _("berichten bij kennisvragen")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.question_id} {self.at:%Y-%m-%d}"


class AssignmentState(models.TextChoices):
    """Whether a researcher takes a question on."""

    ASKED = "asked", _("gevraagd")
    ACCEPTED = "accepted", _("doet mee")
    DECLINED = "declined", _("kan niet")


class Assignment(models.Model):
    """A researcher who was asked to look into a question, and what they said."""

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="assignments")
    researcher = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assigned_questions"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=AssignmentState.choices, default=AssignmentState.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("opdracht bij een kennisvraag")
        verbose_name_plural = _("opdrachten bij kennisvragen")
        ordering = ["asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["question", "researcher"], name="a_researcher_is_asked_once")]

    def __str__(self) -> str:
        return f"{self.question_id} {self.researcher_id}"
