"""Videos, loaded only when the reader asks for them."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

_YOUTUBE = {"youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com"}
_VIMEO = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}


def player_address(address: str) -> str:
    """The address of the player without tracking for a YouTube or Vimeo page; empty for anything else."""
    parts = urlsplit(address)
    segments = [segment for segment in parts.path.split("/") if segment]
    if parts.hostname == "youtu.be" and segments:
        return _youtube(segments[0])
    if parts.hostname in _YOUTUBE:
        ids = parse_qs(parts.query).get("v") or segments[1:2]
        return _youtube(ids[0]) if ids else ""
    if parts.hostname in _VIMEO and segments and segments[-1].isdigit():
        return f"https://player.vimeo.com/video/{segments[-1]}?dnt=1"
    return ""


def _youtube(identifier: str) -> str:
    usable = identifier.replace("-", "").replace("_", "").isalnum()
    return f"https://www.youtube-nocookie.com/embed/{identifier}" if usable else ""


class VideoBlock(blocks.StructBlock):
    """A video elsewhere; nothing is fetched from there before the reader clicks."""

    address = blocks.URLBlock(label=_("adres bij YouTube of Vimeo"))
    title = blocks.CharBlock(label=_("titel"), max_length=150)
    poster = ImageChooserBlock(label=_("beeld vooraf"), required=False)
    transcript = blocks.RichTextBlock(
        label=_("uitgeschreven tekst"), required=False, features=["bold", "italic", "ul", "ol"]
    )

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuses an address that is no video of a known host."""
        cleaned = super().clean(value)
        if not player_address(cleaned["address"]):
            raise blocks.StructBlockValidationError(
                {"address": ValidationError(_("Geef het adres van een video bij YouTube of Vimeo."))}
            )
        return cleaned

    def get_context(self, value: blocks.StructValue, parent_context: dict | None = None) -> dict:
        """Adds ``player_address`` to the template's variables."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "player_address": player_address(value["address"])}

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("Een video die pas laadt als de lezer erop klikt.")
        template = "editorial/blocks/video.html"
        preview_value = {"address": "https://vimeo.com/76979871", "title": "Voorbeeld van een video"}
