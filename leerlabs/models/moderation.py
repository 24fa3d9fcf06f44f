"""What is reported, what is decided about it, and what is appealed."""

from __future__ import annotations

from typing import Any, NoReturn
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TargetKind(models.TextChoices):
    """What a report or a decision is about."""

    POST = "post", _("bericht")
    THREAD = "thread", _("gesprek")
    ATTACHMENT = "attachment", _("bijlage")
    PROFILE = "profile", _("profiel")


class ReportReason(models.TextChoices):
    """Why something is reported."""

    ILLEGAL = "illegal", _("Dit is in strijd met de wet")
    PRIVACY = "privacy", _("Dit noemt of toont iemand die dat niet wil, of een kind")
    HARASSMENT = "harassment", _("Dit is kwetsend, bedreigend of discriminerend")
    COPYRIGHT = "copyright", _("Dit is werk van een ander, zonder toestemming")
    SPAM = "spam", _("Dit is reclame of hoort hier niet")
    OTHER = "other", _("Iets anders")


class Report(models.Model):
    """A notice that something should be looked at: from a member, from anybody, or because it is a first post."""

    class Occasion(models.TextChoices):
        """How it came to be."""

        REPORTED = "reported", _("gemeld")
        FIRST_POST = "first_post", _("eerste bericht")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    occasion = models.CharField(max_length=12, choices=Occasion.choices, default=Occasion.REPORTED)
    target_kind = models.CharField(_("soort"), max_length=12, choices=TargetKind.choices)
    #: Not a foreign key: a report outlives what it is about. A number, or the uuid of an account.
    target_key = models.CharField(max_length=40)
    leerlab = models.ForeignKey(
        "leerlabs.LeerlabPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="reports"
    )
    #: What it said when it was reported: it may be changed afterwards.
    excerpt = models.TextField(blank=True)
    reason = models.CharField(_("reden"), max_length=12, choices=ReportReason.choices)
    explanation = models.TextField(_("toelichting"), max_length=3000, blank=True)
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="leerlab_reports"
    )
    reporter_name = models.CharField(_("naam"), max_length=120, blank=True)
    reporter_email = models.EmailField(_("e-mailadres"), blank=True)
    #: Made with the form; the same form sent twice is one report.
    form_token = models.UUIDField(unique=True, default=uuid4)
    created_at = models.DateTimeField(_("gemeld op"), default=timezone.now, editable=False)
    decision = models.ForeignKey(
        "leerlabs.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="reports"
    )

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        indexes = [
            models.Index(fields=["leerlab", "created_at"], name="open_reports", condition=Q(decision=None)),
            models.Index(fields=["target_kind", "target_key"], name="reports_about"),
        ]

    def __str__(self) -> str:
        return f"{self.target_kind} {self.target_key}: {self.reason}"


class DecisionAction(models.TextChoices):
    """What a moderator can do."""

    DISMISS = "dismiss", _("niets: de melding klopt niet")
    RELEASE = "release", _("vrijgeven")
    HIDE = "hide", _("verbergen")
    UNHIDE = "unhide", _("weer tonen")
    DELETE = "delete", _("verwijderen")
    WARN = "warn", _("waarschuwen")
    SUSPEND = "suspend", _("schorsen")
    END_SUSPENSION = "end_suspension", _("schorsing opheffen")
    WITHDRAW = "withdraw", _("besluit ingetrokken")
    UPHOLD = "uphold", _("bezwaar afgewezen: het besluit blijft")


class NeverChangedError(RuntimeError):
    """Somebody tried to change or remove a decision that has been taken."""


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions are only ever added."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Raises NeverChangedError."""
        raise NeverChangedError

    def delete(self) -> NoReturn:
        """Raises NeverChangedError."""
        raise NeverChangedError


class Decision(models.Model):
    """One line of the log: who decided what, about what and whom, why and when. Never changed."""

    leerlab = models.ForeignKey(
        "leerlabs.LeerlabPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions"
    )
    target_kind = models.CharField(_("soort"), max_length=12, choices=TargetKind.choices)
    target_key = models.CharField(max_length=40)
    #: Whose it is; nobody when that person has gone.
    concerned = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    action = models.CharField(_("besluit"), max_length=16, choices=DecisionAction.choices)
    reason = models.TextField(_("waarom"), max_length=2000)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("door")
    )
    decided_at = models.DateTimeField(_("wanneer"), default=timezone.now, editable=False)
    #: The end of a suspension.
    until = models.DateTimeField(_("tot"), null=True, blank=True)
    #: On which appeal this decides.
    on_appeal = models.OneToOneField(
        "leerlabs.Appeal", null=True, blank=True, on_delete=models.PROTECT, related_name="outcome"
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        indexes = [models.Index(fields=["leerlab", "-decided_at"], name="log_of_a_leerlab")]

    def __str__(self) -> str:
        return f"{self.decided_at:%Y-%m-%d %H:%M} {self.action} {self.target_kind} {self.target_key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises NeverChangedError when it is there already."""
        if not self._state.adding:
            raise NeverChangedError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raises NeverChangedError."""
        raise NeverChangedError


class Appeal(models.Model):
    """Somebody concerned does not agree with a decision. Somebody else than who took it decides again."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="appeals")
    #: The author; or a reporter, with or without an account.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="leerlab_appeals"
    )
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.PROTECT, related_name="appeals")
    text = models.TextField(_("waarom ben je het er niet mee eens?"), max_length=3000)
    created_at = models.DateTimeField(_("gevraagd op"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("bezwaar")
        verbose_name_plural = _("bezwaren")
        constraints = [
            models.UniqueConstraint(fields=["decision", "report"], name="one_appeal_a_report"),
            models.UniqueConstraint(fields=["decision"], condition=Q(report=None), name="one_appeal_of_the_author"),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id}: {self.created_at:%Y-%m-%d}"
