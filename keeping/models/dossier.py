"""A dossier: pages about one matter that editors put together, with a word about each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from editorial.models import ContentPage
from search.listing import ListingPage

FEATURES = ["bold", "italic", "ol", "ul", "link", "footnotes"]
MOST_PAGES = 60


class DossierIndexPage(ListingPage):
    """All dossiers: ``/dossiers/``."""

    page_description = _("Het overzicht van alle dossiers. Eén op de hele site.")
    listed_type = "dossier"
    subpage_types = ["keeping.DossierPage"]

    class Meta:
        verbose_name = _("overzicht van dossiers")


class DossierPartBlock(blocks.StructBlock):
    """A page, and why it is in the dossier."""

    page = blocks.PageChooserBlock(label=_("pagina"))
    note = blocks.TextBlock(label=_("toelichting"), required=False, max_length=2000, rows=3)

    class Meta:
        icon = "doc-full"
        label = _("Pagina")


class DossierPage(ContentPage):
    """One dossier. Pages that are not public are left out of what readers see."""

    page_description = _("Wat er over één onderwerp op de site staat, gekozen en in volgorde gezet door de redactie.")
    content_kind = "dossier"

    intro = RichTextField(_("inleiding"), features=FEATURES, blank=True)
    parts = StreamField([("part", DossierPartBlock())], verbose_name=_("pagina's"), max_num=MOST_PAGES)

    own_panels = [
        FieldPanel("intro", help_text=_("Voor wie is dit, en waar begin je?")),
        FieldPanel("parts", help_text=_("In de volgorde waarin je ze zou lezen. Zeg bij elke pagina waarom.")),
    ]

    template = "keeping/dossier_page.html"
    parent_page_types = ["keeping.DossierIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds ``chosen``, the public pages with what the editors say of each, and ``exports``, ways to take them."""
        from keeping.dossiers import chosen_parts
        from keeping.exporting import all_exports

        context = super().get_context(request, *args, **kwargs)
        return {**context, "chosen": chosen_parts(self), "exports": all_exports()}
