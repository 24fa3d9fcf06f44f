"""Schools, boards and the others."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class OrganisationKind(models.TextChoices):
    """The kinds of organisation that the alliance knows."""

    SCHOOL = "school", _("school")
    BOARD = "board", _("schoolbestuur")
    CHILDCARE = "childcare", _("kinderopvang")
    KNOWLEDGE = "knowledge", _("kennisinstelling")
    MUNICIPAL_SERVICE = "municipality_service", _("gemeentelijke dienst")
    PARTNER = "partner", _("partner van de alliantie")


class Organisation(index.Indexed, models.Model):
    """One organisation; a school has a board and lies in a municipality."""

    name = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(unique=True, max_length=120)
    kind = models.CharField(_("soort"), max_length=30, choices=OrganisationKind.choices)
    code = models.CharField(_("code"), max_length=12, blank=True, help_text=_("BRIN of vestigingscode bij een school."))
    board = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="schools",
        limit_choices_to={"kind": OrganisationKind.BOARD},
        verbose_name=_("bestuur"),
    )
    municipality = models.ForeignKey(
        "organisations.Municipality",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
        verbose_name=_("gemeente"),
    )
    website = models.URLField(_("website"), blank=True)
    is_example = models.BooleanField(_("voorbeeldorganisatie"), default=False)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("kind"),
        FieldPanel("code"),
        FieldPanel("board"),
        FieldPanel("municipality"),
        FieldPanel("website"),
        FieldPanel("is_example"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"], condition=~models.Q(code=""), name="one_organisation_a_code"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A board has no board of its own, and belongs to the kind that boards are."""
        super().clean()
        if self.board_id and self.board_id == self.pk:
            raise ValidationError({"board": _("Een organisatie kan niet haar eigen bestuur zijn.")})
        if self.board and self.board.kind != OrganisationKind.BOARD:
            raise ValidationError({"board": _("Kies een organisatie van de soort schoolbestuur.")})
