"""Schools, boards and the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

if TYPE_CHECKING:
    from vocabulary.models import Region

#: BRIN: two digits and two letters, with the two digits of a location or without.
SCHOOL_CODE = re.compile(r"\d{2}[A-Z]{2}(\d{2})?")


class OrganisationKind(models.TextChoices):
    """The kinds of organisation that the alliance knows.

    A municipality as a party, which people work for, is an organisation of that kind. The municipality in which
    a school lies is a :class:`~organisations.models.municipality.Municipality`: a place, with a region.
    """

    SCHOOL = "school", _("school")
    BOARD = "board", _("schoolbestuur")
    CHILDCARE = "childcare", _("kinderopvang")
    KNOWLEDGE = "knowledge", _("kennisinstelling")
    MUNICIPALITY = "municipality", _("gemeente")
    MUNICIPAL_SERVICE = "municipality_service", _("gemeentelijke dienst")
    PARTNER = "partner", _("partner van de alliantie")


def field_label(name: str) -> str:
    """What people call a field of an organisation."""
    return str(getattr(Organisation._meta.get_field(name), "verbose_name", name))


#: Kinds that have to lie in a municipality: it says which one they are or work for.
LOCAL_KINDS = frozenset({OrganisationKind.MUNICIPALITY})


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
    alliance_since = models.DateField(
        _("lid van de alliantie sinds"),
        null=True,
        blank=True,
        help_text=_("Leeg als de organisatie (nog) geen lid is. Een goedgekeurde aanmelding vult dit in."),
    )
    is_example = models.BooleanField(_("voorbeeldorganisatie"), default=False)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("kind"),
        FieldPanel("code"),
        FieldPanel("board"),
        FieldPanel("municipality"),
        FieldPanel("website"),
        FieldPanel("alliance_since"),
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

    def get_absolute_url(self) -> str:
        """The public page."""
        return reverse("organisations:page", args=[self.slug])

    @property
    def region(self) -> Region | None:
        """The region of its municipality."""
        return self.municipality.region if self.municipality else None

    def clean(self) -> None:
        """A code of the right form, and a board that is one. Raises ValidationError."""
        super().clean()
        self.code = self.code.strip().upper()
        if self.kind == OrganisationKind.SCHOOL and self.code and not SCHOOL_CODE.fullmatch(self.code):
            raise ValidationError(
                {"code": _("De code van een school is twee cijfers en twee letters, zoals 12AB of 12AB01.")}
            )
        if self.kind in LOCAL_KINDS and self.municipality_id is None:
            raise ValidationError({"municipality": _("Kies om welke gemeente het gaat.")})
        if self.board_id and self.board_id == self.pk:
            raise ValidationError({"board": _("Een organisatie kan niet haar eigen bestuur zijn.")})
        if self.board and self.board.kind != OrganisationKind.BOARD:
            raise ValidationError({"board": _("Kies een organisatie van de soort schoolbestuur.")})
