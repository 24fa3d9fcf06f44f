"""A practice example: what a school did, and what came of it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from editorial.blocks import BodyBlock, StepBlock
from editorial.evidence import COST_LABELS, PracticeEvidence
from editorial.models import ContentPage

#: Last parts of addresses below the practices that the site itself uses (practices.urls).
RESERVED_SLUGS = frozenset({"delen", "proberen", "hielp-het"})
FEATURES = ["bold", "italic", "ol", "ul", "link"]


class PracticePage(ContentPage):
    """One example from one school (or a group of schools), told so that another can do it too."""

    page_description = _("Wat een school deed en wat dat opleverde, zodat een ander het ook kan.")
    content_kind = "practice"
    detail_select_related = (
        *ContentPage.detail_select_related,
        "school__board",
        "school__municipality__region",
        "municipality__region",
    )

    school = models.ForeignKey(
        "organisations.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="practice_pages",
        verbose_name=_("school of organisatie"),
    )
    municipality = models.ForeignKey(
        "organisations.Municipality",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="practice_pages",
        verbose_name=_("gemeente"),
        help_text=_("Alleen nodig als er geen school is gekozen."),
    )
    period = models.CharField(_("wanneer"), max_length=80, blank=True)
    year = models.PositiveSmallIntegerField(
        _("jaar"), null=True, blank=True, validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    occasion = RichTextField(_("aanleiding"), features=FEATURES)
    goal = RichTextField(_("doel"), features=FEATURES)
    approach = StreamField([("step", StepBlock())], verbose_name=_("aanpak in stappen"), min_num=1)
    duration = models.CharField(_("tijd"), max_length=120, help_text=_("Bijvoorbeeld: 12 weken, drie keer 30 minuten."))
    staff = models.CharField(_("wie doet het"), max_length=200, blank=True)
    cost_level = models.PositiveSmallIntegerField(_("kosten"), null=True, blank=True, choices=list(COST_LABELS.items()))
    cost = models.CharField(_("toelichting kosten"), max_length=200, blank=True)
    materials = RichTextField(_("materiaal"), features=FEATURES, blank=True)
    result = RichTextField(_("resultaat"), features=FEATURES)
    measured_how = RichTextField(_("hoe is dat gemeten"), features=FEATURES)
    evidence = models.CharField(
        _("hoe weet je dit"),
        max_length=20,
        choices=PracticeEvidence.choices,
        default=PracticeEvidence.EXPERIENCE,
    )
    lessons = RichTextField(_("wat we een volgende keer anders doen"), features=FEATURES, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("meer"), blank=True)

    own_panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "school", help_text=_("Staat de school er niet bij? Voeg die toe onder Mensen en organisaties.")
                ),
                FieldPanel("municipality"),
                FieldRowPanel(
                    [FieldPanel("period", help_text=_("In woorden, zoals: schooljaar 2020-2021.")), FieldPanel("year")]
                ),
            ],
            heading=_("Waar en wanneer"),
        ),
        FieldPanel("occasion", help_text=_("Wat was er aan de hand?")),
        FieldPanel("goal", help_text=_("Wat moest er beter, en voor welke leerlingen?")),
        FieldPanel("approach", help_text=_("Zo dat een andere school het kan nadoen.")),
        MultiFieldPanel(
            [
                FieldPanel("duration"),
                FieldPanel("staff", help_text=_("Zoals: de eigen leraar, een onderwijsassistent, een tutor.")),
                FieldRowPanel(
                    [FieldPanel("cost_level"), FieldPanel("cost", help_text=_("Waaraan is het geld besteed?"))]
                ),
                FieldPanel("materials"),
            ],
            heading=_("Wat heb je nodig"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("result", help_text=_("Wat is er veranderd? Vertel ook wat tegenviel.")),
                FieldPanel("evidence", help_text=_("De pagina legt uit wat het verschil is.")),
                FieldPanel(
                    "measured_how",
                    help_text=_("Met welke toets, vragenlijst of telling, en wanneer? Niet gemeten? Zeg dat."),
                ),
            ],
            heading=_("Resultaat"),
        ),
        FieldPanel("lessons"),
        FieldPanel("body"),
    ]

    template = "practices/practice_page.html"
    parent_page_types = ["practices.PracticeIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("praktijkvoorbeeld")
        verbose_name_plural = _("praktijkvoorbeelden")

    def clean(self) -> None:
        """Refuses a slug that this room's own addresses use."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Dit woord gebruikt de site zelf; kies een ander.")})

    @property
    def place(self) -> object | None:
        """The municipality, of the school where there is one."""
        return (self.school.municipality if self.school else None) or self.municipality
