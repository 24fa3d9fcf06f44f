"""The answer as it is being written, before the editors get it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AnswerDraft(models.Model):
    """One a question, shared by its researchers and kennismakelaar (:mod:`research.questions.drafts`).

    Once it was sent it stays, empty: its number keeps a late saving out.
    """

    question = models.OneToOneField("questions.Question", on_delete=models.CASCADE, related_name="answer_draft")
    #: Goes up with each saving.
    version = models.PositiveIntegerField(default=0)
    #: The window that saved it last; empty after sending.
    window = models.CharField(max_length=64, blank=True)
    #: The revision of the editors' page that the writer had before them; None when there was no page.
    revision = models.PositiveBigIntegerField(null=True)
    #: Name of a field of the form → what was typed.
    values = models.JSONField(default=dict)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("concept van een antwoord")
        verbose_name_plural = _("concepten van antwoorden")

    def __str__(self) -> str:
        return f"{self.question_id} v{self.version}"
