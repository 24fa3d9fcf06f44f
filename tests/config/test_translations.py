"""English for every text of the interface, and the collecting of those texts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils import translation

from config.message_extraction import collect, is_translated
from search import labels

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
EMPTY = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|</?\w+[^>]*>")
POLITE_FORM = re.compile(r"\b(u|uw)\b", re.IGNORECASE)

Collect = Callable[..., Catalog]


def read(po_file: Path) -> Catalog:
    with po_file.open("rb") as source:
        return read_po(source, locale="en", domain="django")


def texts(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def keys(catalog: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, str(message.id)) for message in texts(catalog)}


def pairs(message: Message) -> list[tuple[str, str]]:
    """Each form of a text with its translation."""
    originals = [message.id] if isinstance(message.id, str) else message.id
    translations = [message.string] if isinstance(message.string, str) else message.string or []
    return list(zip(originals, translations, strict=True))


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The English catalogue as collecting would leave it now."""
    copy = tmp_path_factory.mktemp("catalogue") / "django.po"
    shutil.copy(ENGLISH, copy)
    collect(ROOT, copy)
    return read(copy)


@pytest.fixture
def collect_from(tmp_path: Path) -> Collect:
    """Collects from files given as text into a catalogue that starts as ``known``."""

    def collecting(files: dict[str, str], known: str = "") -> Catalog:
        for name, source in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
        po_file = tmp_path / "django.po"
        po_file.write_text(EMPTY + known, encoding="utf-8")
        collect(tmp_path, po_file)
        return read(po_file)

    return collecting


def test_every_text_has_an_english_translation(collected: Catalog) -> None:
    assert [message.id for message in texts(collected) if not is_translated(message)] == []


def test_the_catalogue_has_no_text_that_the_code_no_longer_shows(collected: Catalog) -> None:
    assert keys(read(ENGLISH)) - keys(collected) == set()


def test_no_translation_waits_for_somebody_to_look_at_it() -> None:
    assert [message.id for message in texts(read(ENGLISH)) if message.fuzzy] == []


def test_placeholders_and_markup_are_those_of_the_original() -> None:
    different = [
        (original, translation)
        for message in texts(read(ENGLISH))
        for original, translation in pairs(message)
        if sorted(PLACEHOLDER.findall(original)) != sorted(PLACEHOLDER.findall(translation))
    ]
    assert different == []


def test_the_site_says_je_and_never_u(collected: Catalog) -> None:
    assert [message.id for message in texts(collected) if POLITE_FORM.search(str(message.id))] == []


def test_names_in_filters_follow_the_language_of_the_reader() -> None:
    with translation.override("en"):
        assert labels.label("type", "insight") == "Research"
        assert labels.label("categorie", "F").startswith("F. Facilities")
    with translation.override("nl"):
        assert labels.label("categorie", "F").startswith("F. Faciliteiten")


def test_texts_of_a_template_are_found(collect_from: Collect) -> None:
    catalog = collect_from(
        {
            "templates/page.html": '<h1 title="{% translate \'Titel\' %}">{% translate "Kop" %}</h1>'
            '{% include "field.html" with label=_("Naam") only %}{{ value|default:_("Niets") }}'
        }
    )
    assert {message.id for message in texts(catalog)} == {"Titel", "Kop", "Naam", "Niets"}


def test_a_plural_in_a_template_is_found_with_both_forms(collect_from: Collect) -> None:
    catalog = collect_from(
        {
            "templates/page.html": "{% blocktranslate count number=pages|length trimmed %}\n"
            "  {{ number }} pagina\n{% plural %}\n  {{ number }} pagina’s\n{% endblocktranslate %}"
        }
    )
    assert [message.id for message in texts(catalog)] == [("%(number)s pagina", "%(number)s pagina’s")]


def test_texts_of_python_are_found_with_their_context(collect_from: Collect) -> None:
    catalog = collect_from(
        {
            "search/labels.py": "a = _('Zoeken')\nb = pgettext_lazy('position', 'plaats')\n"
            "c = ngettext('%(n)s jaar', '%(n)s jaren', n)\nd = 'geen tekst'\n"
        }
    )
    assert {(message.context, message.id) for message in texts(catalog)} == {
        (None, "Zoeken"),
        ("position", "plaats"),
        (None, ("%(n)s jaar", "%(n)s jaren")),
    }


def test_texts_of_tests_and_of_html_outside_templates_are_left_out(collect_from: Collect) -> None:
    catalog = collect_from(
        {"tests/test_page.py": "_('Proef')", "docs/page.html": '{% translate "Uitleg" %}', "page.py": "_('Tekst')"}
    )
    assert [message.id for message in texts(catalog)] == ["Tekst"]


def test_collecting_keeps_translations_and_drops_texts_that_are_gone(collect_from: Collect) -> None:
    known = 'msgid "Zoeken"\nmsgstr "Search"\n\nmsgid "Voorbij"\nmsgstr "Gone"\n'
    catalog = collect_from({"page.py": "_('Zoeken')\n_('Nieuw')"}, known)
    assert {message.id: message.string for message in texts(catalog)} == {"Zoeken": "Search", "Nieuw": ""}
    assert not catalog.obsolete


def test_a_plural_with_one_form_empty_counts_as_untranslated() -> None:
    assert not is_translated(Message(("pagina", "pagina’s"), ("page", "")))
    assert is_translated(Message(("pagina", "pagina’s"), ("page", "pages")))
