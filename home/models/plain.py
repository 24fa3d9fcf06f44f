"""Plain pages: about us, joining in, accessibility."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from editorial.blocks import BodyBlock
from editorial.models import ContentPage


class PlainPage(ContentPage):
    """A page with text and nothing more."""

    page_description = _("Een pagina met tekst, zoals “Over ons” of “Meedoen”.")
    content_kind = "page"

    body = StreamField(BodyBlock(), verbose_name=_("tekst"))

    own_panels = [FieldPanel("body")]
    template = "home/plain_page.html"
    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types = ["home.PlainPage"]

    class Meta:
        verbose_name = _("gewone pagina")
        verbose_name_plural = _("gewone pagina's")
