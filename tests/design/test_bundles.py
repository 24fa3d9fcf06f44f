"""One style sheet and one script, joined from their parts and renewed when a part changes."""

import gzip
import os
import re

import pytest
from django.contrib.staticfiles import finders

from design import bundles, fonts

MAX_BYTES = 60_000


@pytest.fixture
def finder(settings, tmp_path, monkeypatch):
    """A finder with its own folder and its own copy of the style sheets."""
    settings.DATA_DIR = tmp_path
    parts = tmp_path / "css"
    parts.mkdir()
    (parts / "1.css").write_text("/* a comment */\na {\n  color: red;\n}\n")
    monkeypatch.setattr(bundles, "style_parts", lambda: sorted(parts.glob("*.css")))
    return bundles.BundleFinder()


def test_static_files_are_found_under_their_names():
    for name in ("design/site.css", "design/site.js", "design/favicon.svg"):
        assert finders.find(name), name


def test_other_names_are_left_to_other_finders(finder):
    assert finder.find("design/other.css") == []


def test_comments_and_indentation_do_not_travel(finder):
    assert finder.made("design/site.css").read_text().endswith("a {\ncolor: red;\n}")


def test_a_changed_part_renews_the_bundle(finder, tmp_path):
    finder.made("design/site.css")
    part = tmp_path / "css" / "1.css"
    part.write_text("a {color: blue;}")
    os.utime(part, (1, 1))

    assert "blue" in finder.made("design/site.css").read_text()


def test_an_unchanged_bundle_is_not_made_again(finder):
    made = finder.made("design/site.css")
    made.write_text("kept")

    assert finder.made("design/site.css").read_text() == "kept"


def test_style_and_script_together_are_small():
    weight = sum(len(gzip.compress(content, 6)) for content in (bundles.style_sheet(), bundles.script()))

    assert weight < MAX_BYTES


def test_the_choice_of_light_or_dark_is_the_first_that_runs():
    assert bundles.script_parts()[0].name == "theme.js"
    assert bundles.script_parts()[1].name == "htmx-2.min.js"


def test_nothing_is_fetched_from_elsewhere():
    text = bundles.style_sheet().decode()

    assert re.findall(r"url\((?!\"fonts/)[^)]*\)", text) == []
    assert "@import" not in text


def test_every_font_that_is_named_is_a_file_that_is_made(finder):
    named = set(re.findall(r'url\("(fonts/[^"]+)"\)', fonts.font_face_rules()))

    assert {f"design/{name}" for name in named} == {name for name in finder.names() if "/fonts/" in name}


def test_without_the_font_packages_the_site_stands_on_system_fonts(monkeypatch, finder):
    monkeypatch.setattr(fonts, "installed_faces", lambda: ())

    assert fonts.font_face_rules() == ""
    assert finder.names() == ["design/site.css", "design/site.js"]
