"""Message catalogues without a system gettext."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.catalogues import compile_catalogues

CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Zoeken"
msgstr "Search"

#, fuzzy
msgid "Onderzoek"
msgstr "Examination"

msgid "%(n)s pagina"
msgid_plural "%(n)s pagina’s"
msgstr[0] "%(n)s page"
msgstr[1] "%(n)s pages"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE)
    return source


def test_a_compiled_catalogue_translates(source: Path, tmp_path: Path) -> None:
    compile_catalogues([tmp_path])
    english = gettext.translation("django", tmp_path, ["en"])
    assert english.gettext("Zoeken") == "Search"
    assert english.ngettext("%(n)s pagina", "%(n)s pagina’s", 2) == "%(n)s pages"


def test_a_translation_that_somebody_has_to_look_at_is_left_out(source: Path, tmp_path: Path) -> None:
    compile_catalogues([tmp_path])
    assert gettext.translation("django", tmp_path, ["en"]).gettext("Onderzoek") == "Onderzoek"


def test_only_what_changed_is_compiled(source: Path, tmp_path: Path) -> None:
    assert compile_catalogues([tmp_path]) == [source.with_suffix(".mo")]
    assert compile_catalogues([tmp_path]) == []
    later = source.stat().st_mtime + 10
    os.utime(source, (later, later))
    assert compile_catalogues([tmp_path]) == [source.with_suffix(".mo")]


def test_a_catalogue_that_cannot_be_read_is_named_and_the_old_one_stays(source: Path, tmp_path: Path) -> None:
    compile_catalogues([tmp_path])
    source.write_text(f"<<<<<<< ours\n{CATALOGUE}")
    later = source.stat().st_mtime + 10
    os.utime(source, (later, later))
    with pytest.raises(ImproperlyConfigured, match=r"django\.po"):
        compile_catalogues([tmp_path])
    assert gettext.translation("django", tmp_path, ["en"]).gettext("Zoeken") == "Search"
