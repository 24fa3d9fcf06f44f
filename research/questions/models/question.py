"""A question from school, and what happened to it."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from research.questions.models.state import OPEN, PUBLIC, State


class Question(models.Model):
    """One kennisvraag. Who asked it and who follow it are its followers.

    The wording is what everyone reads once the question was accepted; why it matters and what was tried stay
    between the asker and those who work on it.
    """

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    wording = models.CharField(_("vraag"), max_length=300)
    #: As it was asked, before it was sharpened.
    asked_as = models.CharField(_("zoals gesteld"), max_length=300)
    why = models.TextField(_("waarom het ertoe doet"), max_length=1500, blank=True)
    tried = models.TextField(_("wat al geprobeerd is"), max_length=1500, blank=True)
    level = models.ForeignKey("vocabulary.Level", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    subject = models.ForeignKey(
        "vocabulary.Subject", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    theme = models.ForeignKey("vocabulary.Theme", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(_("stand"), max_length=12, choices=State.choices, default=State.UNCONFIRMED)
    state_since = models.DateTimeField(default=timezone.now)
    #: The day by which the asker hears more; None when nothing is to be expected.
    promised_on = models.DateField(_("beloofd op"), null=True, blank=True)
    makelaar = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="handled_questions",
        verbose_name=_("kennismakelaar"),
    )
    created_at = models.DateTimeField(default=timezone.now)
    #: Made with the form, so that a second click asks no second question.
    form_token = models.CharField(max_length=64, unique=True)
    #: What it came from in a room above this one, as "<room's word>:<key>"; empty for most.
    origin = models.CharField(max_length=60, blank=True, db_index=True)
    #: Why it was referred or rejected, in words for the asker.
    reason = models.TextField(_("reden"), max_length=1500, blank=True)
    referred_page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    referred_question = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    referred_organisation = models.ForeignKey(
        "organisations.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answer_page = models.OneToOneField(
        "questions.AnswerPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="answers_question"
    )

    class Meta:
        verbose_name = _("kennisvraag")
        verbose_name_plural = _("kennisvragen")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "promised_on"], name="questions_by_state_and_promise")]
        constraints = [
            models.UniqueConstraint(
                fields=["origin"],
                condition=~models.Q(origin="") & ~models.Q(state=State.WITHDRAWN),
                name="an_origin_is_asked_once",
            )
        ]

    def __str__(self) -> str:
        return self.wording

    def get_absolute_url(self) -> str:
        """The page on which it is followed; who asked without an account has another address."""
        return reverse("questions:question", args=[self.uuid])

    @property
    def is_open(self) -> bool:
        """Whether somebody works on it, or should."""
        return self.state in OPEN

    @property
    def is_public(self) -> bool:
        """Whether everyone may read its wording."""
        return self.state in PUBLIC

    @property
    def is_late(self) -> bool:
        """Whether the promised day has passed."""
        return self.is_open and self.promised_on is not None and self.promised_on < timezone.localdate()


class Transition(models.Model):
    """That a question came into a state, when, and by whose hand: the line that asker and followers see."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="transitions")
    state = models.CharField(max_length=12, choices=State.choices)
    #: Name of the action of the policy.
    action = models.CharField(max_length=30)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("stap van een kennisvraag")
        verbose_name_plural = _("stappen van kennisvragen")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.question_id} {self.state}"
