"""What could be better about a page, in words for its editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from editorial.blocks import CreditedImageBlock
from editorial.checks.markup import Markup, read_markup
from editorial.checks.readability import Readability, readability_of, sentences_in, words_in
from editorial.page_content import blocks_in, rich_texts_in

LONG_SENTENCE = 25
_MOST_SENTENCES_NAMED = 3
_EXCERPT = 60
_LINK_TEXTS_THAT_SAY_NOTHING = frozenset(
    {
        "hier", "klik", "klik hier", "link", "deze link", "lees hier", "lees meer", "lees verder", "meer",
        "meer informatie", "meer lezen", "website", "download", "dit", "deze pagina", "here", "click here",
    }
)  # fmt: skip
_PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that could be better."""

    #: What was looked at: ``headings``, ``links``, ``pictures`` or ``sentences``.
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class ContentReport:
    """All that the checks have to say of a page."""

    advice: tuple[Advice, ...]
    readability: Readability


def report_on(page: Page) -> ContentReport:
    """Check ``page`` as it is in memory: a draft or the published version."""
    markup = read_markup(rich_texts_in(page))
    paragraphs = [*_plain_texts(page), *markup.paragraphs]
    readability = readability_of(paragraphs)
    advice = (
        *_on_headings(markup),
        *_on_links(markup),
        *_on_pictures(page),
        *_on_sentences(paragraphs, readability),
    )
    return ContentReport(advice, readability)


def _plain_texts(page: Page) -> list[str]:
    return [
        text for name in ("summary", "intro") if isinstance(text := getattr(page, name, ""), str) and "<" not in text
    ]


def _on_headings(markup: Markup) -> Iterator[Advice]:
    level_before = 1
    for level, text in markup.headings:
        if not text:
            yield Advice("headings", _("Er staat een lege tussenkop in de tekst."))
        elif level > level_before + 1:
            yield Advice(
                "headings",
                _("De tussenkop “%(heading)s” slaat een niveau over. Kies eerst een grote tussenkop.")
                % {"heading": text},
            )
        level_before = level


def _on_links(markup: Markup) -> Iterator[Advice]:
    for text in markup.links:
        if text.casefold().strip(" .!>»→") in _LINK_TEXTS_THAT_SAY_NOTHING:
            yield Advice(
                "links",
                _("De link “%(text)s” zegt niet waar hij heen gaat. Noem wat de lezer daar vindt.") % {"text": text},
            )
        elif text.startswith(("http://", "https://", "www.")):
            yield Advice("links", _("De link “%(text)s” is een kaal adres. Zet er een naam neer.") % {"text": text})
        elif not text:
            yield Advice("links", _("Er staat een link zonder tekst in de tekst."))


def _on_pictures(page: Page) -> Iterator[Advice]:
    for block, value in blocks_in(page):
        if not isinstance(block, CreditedImageBlock) or not value:
            continue
        text = (value["alternative_text"] or "").strip()
        if text.casefold().endswith(_PICTURE_ENDINGS):
            yield Advice("pictures", _("“%(text)s” is een bestandsnaam. Zeg wat het beeld laat zien.") % {"text": text})
        elif value["decorative"] and text:
            yield Advice(
                "pictures",
                _("Bij “%(text)s” staat ook “alleen versiering” aan; de tekst wordt dan niet voorgelezen.")
                % {"text": text},
            )


def _on_sentences(paragraphs: list[str], readability: Readability) -> Iterator[Advice]:
    long = [sentence for sentence in sentences_in(paragraphs) if words_in(sentence) > LONG_SENTENCE]
    if long:
        examples = " ".join(f"“{_start_of(sentence)}”" for sentence in long[:_MOST_SENTENCES_NAMED])
        yield Advice(
            "sentences",
            ngettext(
                "Eén zin telt meer dan %(limit)s woorden: %(examples)s",
                "%(number)s zinnen tellen meer dan %(limit)s woorden, zoals %(examples)s",
                len(long),
            )
            % {"number": len(long), "limit": LONG_SENTENCE, "examples": examples},
        )
    if readability.is_hard:
        yield Advice("sentences", _("De tekst leest moeilijk. Kortere woorden en zinnen helpen."))


def _start_of(sentence: str) -> str:
    return sentence if len(sentence) <= _EXCERPT else sentence[:_EXCERPT].rsplit(" ", 1)[0] + "…"
