"""A person that content points at: author, contact, somebody in a practice example."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from accounts.identifiers import validate_orcid


class Role(models.TextChoices):
    """What somebody does in education; also the audiences of content."""

    TEACHER = "leraar", _("leraar")
    SCHOOL_LEADER = "schoolleider", _("schoolleider")
    CARE_COORDINATOR = "ib-er", _("intern begeleider")
    BOARD_MEMBER = "bestuurder", _("bestuurder")
    RESEARCHER = "onderzoeker", _("onderzoeker")
    POLICY_ADVISER = "beleidsadviseur", _("beleidsadviseur")
    CHILDCARE_WORKER = "pedagogisch-medewerker", _("pedagogisch medewerker")


class Person(index.Indexed, models.Model):
    """A public record of somebody, with or without an account; an account may claim it later."""

    slug = models.SlugField(unique=True, max_length=120)
    given_name = models.CharField(_("voornaam of initialen"), max_length=80, blank=True)
    particle = models.CharField(_("tussenvoegsel"), max_length=30, blank=True)
    family_name = models.CharField(_("achternaam"), max_length=120)
    role = models.CharField(_("rol"), max_length=30, choices=Role.choices, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
        verbose_name=_("organisatie"),
    )
    orcid = models.CharField(_("ORCID"), max_length=19, blank=True, validators=[validate_orcid])
    email = models.EmailField(
        _("openbaar e-mailadres"), blank=True, help_text=_("Staat op de site: vraag eerst of dat goed is.")
    )
    biography = models.TextField(_("over deze persoon"), blank=True, max_length=600)
    is_example = models.BooleanField(_("voorbeeldpersoon"), default=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
        verbose_name=_("account"),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("given_name"), FieldPanel("particle"), FieldPanel("family_name"), FieldPanel("slug")],
            heading=_("Naam"),
        ),
        FieldPanel("role"),
        FieldPanel("organisation"),
        FieldPanel("orcid"),
        FieldPanel("email"),
        FieldPanel("biography"),
        FieldPanel("is_example"),
        FieldPanel("user"),
    ]
    search_fields = [
        index.SearchField("family_name"),
        index.SearchField("given_name"),
        index.AutocompleteField("family_name"),
    ]

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        ordering = ["family_name", "given_name"]
        constraints = [
            models.UniqueConstraint(fields=["orcid"], condition=~models.Q(orcid=""), name="one_person_an_orcid")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name as one says it: given name, particle, family name."""
        return " ".join(part for part in (self.given_name, self.particle, self.family_name) if part)
