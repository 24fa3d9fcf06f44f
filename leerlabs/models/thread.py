"""A conversation in a Leerlab."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ThreadKind(models.TextChoices):
    """What a conversation is for."""

    DISCUSSION = "discussion", _("Gesprek")
    QUESTION = "question", _("Vraag")
    EXPERIENCE = "experience", _("Ervaring")
    POLL = "poll", _("Peiling")


class Thread(models.Model):
    """A conversation: a title, a first post and what is said to it.

    Posts are numbered from 1 without gaps, and none ever goes (a deleted one leaves its place), so ``post_count``
    is the number of the latest and page N of a long thread is a range of numbers. Both counters change only in the
    transaction that writes a post, under a lock on this row (:mod:`leerlabs.threads.writing.numbering`).
    """

    leerlab = models.ForeignKey("leerlabs.LeerlabPage", on_delete=models.CASCADE, related_name="threads")
    kind = models.CharField(_("soort"), max_length=10, choices=ThreadKind.choices, default=ThreadKind.DISCUSSION)
    title = models.CharField(_("titel"), max_length=150)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="leerlab_threads"
    )
    #: What it is about: an insight, a practice, an intervention …
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("over")
    )
    created_at = models.DateTimeField(_("begonnen op"), default=timezone.now, editable=False)
    pinned = models.BooleanField(_("vastgezet"), default=False)
    closed_at = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    hidden_at = models.DateTimeField(_("verborgen op"), null=True, blank=True)
    moved_at = models.DateTimeField(_("verplaatst op"), null=True, blank=True)
    accepted_post = models.ForeignKey(
        "leerlabs.Post", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("antwoord")
    )
    post_count = models.PositiveIntegerField(_("berichten"), default=0)
    last_post_at = models.DateTimeField(_("laatste bericht"), default=timezone.now)
    last_author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    #: The page made out of this thread, once a host did.
    distilled_into = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("gesprek")
        verbose_name_plural = _("gesprekken")
        indexes = [
            models.Index(fields=["leerlab", "-pinned", "-last_post_at"], name="threads_of_a_leerlab"),
            models.Index(fields=["leerlab", "kind", "-pinned", "-last_post_at"], name="threads_of_a_kind"),
            models.Index(
                fields=["leerlab", "-last_post_at"],
                name="questions_without_answer",
                condition=Q(kind="question", accepted_post=None, closed_at=None),
            ),
            models.Index(fields=["page", "-last_post_at"], name="threads_about_a_page", condition=~Q(page=None)),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The first page of the thread. Read ``leerlab`` along."""
        return reverse("leerlabs:thread", args=[self.leerlab.slug, self.pk])

    @property
    def is_closed(self) -> bool:
        """Whether nothing is added any more."""
        return self.closed_at is not None

    @property
    def is_unanswered(self) -> bool:
        """A question of which no answer has been accepted."""
        return self.kind == ThreadKind.QUESTION and self.accepted_post_id is None
