"""A research insight: one study or review, said so that a teacher can use it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.url_routing import RouteResult

from editorial.blocks import BodyBlock
from editorial.evidence import Certainty
from editorial.models import ContentPage
from research.admin_forms import InsightForm
from research.identifiers import validate_doi, validate_isbn, validate_issn
from research.models.file_block import PublicationFileBlock

#: Words that the site's own addresses below ``/onderzoek/`` use; no insight may be called so.
RESERVED_SLUGS = frozenset({"inbrengen"})
FEATURES = ["bold", "italic", "ol", "ul", "link", "footnotes"]


class Method(models.TextChoices):
    """How the study came to its outcome."""

    META_ANALYSIS = "meta-analyse", _("meta-analyse")
    SYSTEMATIC_REVIEW = "systematische-review", _("systematische review")
    LITERATURE_REVIEW = "literatuuroverzicht", _("literatuuroverzicht")
    EXPERIMENT = "experiment", _("experiment")
    QUASI_EXPERIMENT = "quasi-experiment", _("quasi-experiment")
    NATURAL_EXPERIMENT = "natuurlijk-experiment", _("natuurlijk experiment")
    OBSERVATIONAL = "observationeel", _("observationeel onderzoek")
    QUALITATIVE = "kwalitatief", _("kwalitatief onderzoek")
    CONCEPTUAL = "conceptueel", _("conceptueel artikel")


class PublicationType(models.TextChoices):
    """What kind of publication it is."""

    ARTICLE = "artikel", _("artikel")
    REPORT = "rapport", _("rapport")
    CHAPTER = "hoofdstuk", _("hoofdstuk")
    BOOK = "boek", _("boek")
    THESIS = "proefschrift", _("proefschrift")
    DATASET = "dataset", _("dataset")
    WEB_PAGE = "webpagina", _("webpagina")


class DatePrecision(models.TextChoices):
    """How much of the date of publication is known."""

    YEAR = "year", _("alleen het jaar")
    MONTH = "month", _("jaar en maand")
    DAY = "day", _("de dag")


class InsightPage(ContentPage):
    """One insight. Key points, certainty, the class and limits come before any abstract.

    Its own address always shows the latest version; ``version`` says which one that is. What an earlier version said
    is kept by :mod:`research.publications.versions`. A page with ``withdrawn_on`` is not public any more, but its
    address still says what stood there and why it went (:mod:`research.publications.withdrawing`).
    """

    page_description = _("Wat een studie of overzicht leert, zo verteld dat een leraar er iets mee kan.")
    content_kind = "insight"

    question = models.CharField(_("vraag"), max_length=250, help_text=_("Zoals een leraar die zou stellen."))
    key_points = StreamField(
        [("point", blocks.CharBlock(label=_("kernpunt"), max_length=240))],
        verbose_name=_("drie kernpunten"),
        min_num=3,
        max_num=3,
    )
    plain_summary = RichTextField(_("samenvatting in gewone taal"), features=FEATURES)
    for_classroom = RichTextField(_("wat betekent dit voor de klas"), features=FEATURES)
    certainty = models.PositiveSmallIntegerField(_("hoe zeker is dit"), choices=Certainty.choices)
    certainty_explanation = models.TextField(_("waarom zo zeker"), max_length=600)
    limits = RichTextField(_("grenzen van dit onderzoek"), features=FEATURES)
    abstract = RichTextField(_("wetenschappelijke samenvatting"), features=FEATURES, blank=True)
    method = models.CharField(_("methode"), max_length=30, choices=Method.choices)
    method_text = models.TextField(_("toelichting methode"), blank=True, max_length=600)
    sample = models.TextField(_("steekproef"), blank=True, max_length=600)
    outcome = models.TextField(_("uitkomstmaat"), blank=True, max_length=600)
    effect = models.TextField(_("effect"), blank=True, max_length=600)
    effect_size = models.DecimalField(
        _("effectgrootte"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Gestandaardiseerd verschil (d of g), alleen als de publicatie het geeft."),
    )
    reference_title = models.CharField(_("titel van de publicatie"), max_length=300)
    published_in = models.CharField(_("verschenen in"), max_length=200, blank=True)
    published_in_short = models.CharField(_("verkorte naam van het tijdschrift"), max_length=120, blank=True)
    volume = models.CharField(_("jaargang"), max_length=20, blank=True)
    issue = models.CharField(_("nummer"), max_length=20, blank=True)
    pages = models.CharField(_("pagina's"), max_length=30, blank=True)
    publication_date = models.DateField(_("publicatiedatum"))
    date_precision = models.CharField(
        _("wat is bekend van de datum"), max_length=5, choices=DatePrecision.choices, default=DatePrecision.YEAR
    )
    publication_type = models.CharField(
        _("soort publicatie"), max_length=20, choices=PublicationType.choices, default=PublicationType.ARTICLE
    )
    source_language = models.CharField(_("taal van de publicatie"), max_length=8, default="en")
    doi = models.CharField(_("DOI"), max_length=200, blank=True, validators=[validate_doi])
    publisher = models.CharField(_("uitgever"), max_length=200, blank=True)
    publisher_place = models.CharField(_("plaats van uitgave"), max_length=100, blank=True)
    book_editors = models.CharField(_("redacteuren van het boek"), max_length=400, blank=True)
    isbn = models.CharField(_("ISBN"), max_length=17, blank=True, validators=[validate_isbn])
    issn = models.CharField(_("ISSN"), max_length=9, blank=True, validators=[validate_issn])
    source_url = models.URLField(_("adres van de publicatie"), max_length=500, blank=True)
    funder = models.CharField(_("financier"), max_length=200, blank=True)
    project = models.ForeignKey(
        "projects.ProjectLinePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="insights",
        verbose_name=_("projectlijn van ONA"),
    )
    version = models.PositiveSmallIntegerField(_("versie"), default=1, editable=False)
    version_note = models.TextField(_("wat er in deze versie is veranderd"), max_length=600, blank=True)
    withdrawn_on = models.DateField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("reden van intrekken"), max_length=600, blank=True)
    files = StreamField([("download", PublicationFileBlock())], verbose_name=_("bestanden"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("meer"), blank=True)

    own_panels = [
        FieldPanel("question"),
        FieldPanel("key_points", help_text=_("Precies drie zinnen. Samen zijn ze het antwoord op de vraag.")),
        FieldPanel("plain_summary", help_text=_("Alsof je het een collega vertelt: korte zinnen, geen vaktaal.")),
        FieldPanel("for_classroom", help_text=_("Wat kan een leraar hier morgen mee?")),
        MultiFieldPanel(
            [
                FieldPanel("certainty", help_text=_("De pagina legt de vier niveaus uit.")),
                FieldPanel("certainty_explanation", help_text=_("Hoeveel studies, hoe is er vergeleken, met wie?")),
                FieldPanel("limits", help_text=_("Voor wie of wanneer geldt dit niet, of weten we het niet?")),
            ],
            heading=_("Hoe zeker is dit"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("method"),
                FieldPanel("method_text"),
                FieldPanel("sample"),
                FieldPanel("outcome"),
                FieldPanel("effect"),
                FieldPanel("effect_size"),
                FieldPanel("abstract", help_text=_("Staat onderaan, na alles wat een leraar nodig heeft.")),
            ],
            heading=_("Het onderzoek"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("reference_title"),
                FieldRowPanel(
                    [FieldPanel("publication_type"), FieldPanel("publication_date"), FieldPanel("date_precision")]
                ),
                FieldRowPanel(
                    [
                        FieldPanel("published_in"),
                        FieldPanel(
                            "published_in_short",
                            help_text=_("Zoals Rev Educ Res; de stijl Vancouver gebruikt die naam. Leeg mag."),
                        ),
                        FieldPanel("volume"),
                        FieldPanel("issue"),
                        FieldPanel("pages"),
                    ]
                ),
                FieldPanel(
                    "book_editors",
                    help_text=_("Bij een hoofdstuk, als “Achternaam, Voornaam; Achternaam, Voornaam”."),
                ),
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("publisher_place")]),
                FieldRowPanel(
                    [
                        FieldPanel("doi", help_text=_("Zonder https://doi.org/ ervoor, zoals 10.1000/abc.")),
                        FieldPanel("isbn"),
                        FieldPanel("issn"),
                    ]
                ),
                FieldRowPanel(
                    [
                        FieldPanel("source_url", help_text=_("Alleen als de publicatie geen DOI heeft.")),
                        FieldPanel("source_language", help_text=_("De afkorting, zoals en of nl.")),
                    ]
                ),
                FieldRowPanel(
                    [
                        FieldPanel("funder"),
                        FieldPanel("project", help_text=_("Alleen als het onderzoek bij een lijn van ONA hoort.")),
                    ]
                ),
                FieldPanel("files"),
            ],
            heading=_("De publicatie"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("is_new_version"),
                FieldPanel("version_note", help_text=_("Lezers zien dit bij de lijst met versies.")),
            ],
            heading=_("Versie"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("withdrawn_on"),
                FieldPanel("withdrawn_reason", help_text=_("Dit staat op de pagina in plaats van de inhoud.")),
            ],
            heading=_("Intrekken"),
            help_text=_(
                "Vul dit in en publiceer: de pagina verdwijnt uit alle lijsten en uit de zoekmachine. Op haar adres "
                "staan dan alleen nog de verwijzing en de reden."
            ),
        ),
        FieldPanel("body"),
    ]

    base_form_class = InsightForm
    detail_select_related = (*ContentPage.detail_select_related, "project")
    template = "research/insight_page.html"
    parent_page_types = ["research.InsightIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("onderzoeksinzicht")
        verbose_name_plural = _("onderzoeksinzichten")

    def clean(self) -> None:
        """Refuses a slug that the site's own addresses below this list use."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Dit woord gebruikt de site zelf. Kies een ander.")})

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Versions have addresses below the page's own; what was withdrawn still answers. Raises Http404."""
        from research.publications.addresses import route_to

        return route_to(self, path_components) or super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page itself, one of its versions (``version``), or the notice that it is withdrawn."""
        from research.publications.addresses import serve_instead

        instead = serve_instead(self, request, kwargs.pop("version", None))
        response: HttpResponseBase = instead or super().serve(request, *args, **kwargs)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Besides what all pages show: its line, its files with their checksums, its versions."""
        from research.publications.reading import publication_context

        return {**super().get_context(request, *args, **kwargs), **publication_context(self)}
