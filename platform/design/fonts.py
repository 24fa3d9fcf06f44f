"""The two typefaces, cut down to what Dutch needs from packages that carry them whole.

Literata is for reading, Schibsted Grotesk for titles and the interface; both are under the SIL Open Font
License. A package that is not installed is left out: the system fonts named in the tokens then stand in.
"""

from __future__ import annotations

import importlib
import logging
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

#: Latin with the accents of European languages and Turkish, and the signs of typesetting.
CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *map(ord, "ĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĪīİıŁłŃńŇňŌōŐőŒœŘřŚśŞşŠšŢţŤťŪūŮůŰűŸŹźŻżŽžȘșȚț"),
    *range(0x2010, 0x2015),
    *(0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033),
    *(0x2039, 0x203A, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
)
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "lnum", "tnum", "onum", "pnum", "rvrn"]


@dataclass(frozen=True, slots=True)
class Face:
    """One font file as pages use it. ``axes``: what stays of its variation, a range or one value."""

    name: str
    package: str
    source: str
    family: str
    style: str
    weights: str
    axes: tuple[tuple[str, float | tuple[float, float]], ...]

    @property
    def is_installed(self) -> bool:
        """Whether the package with this font, and what cuts it down, are there."""
        return find_spec(self.package) is not None and find_spec("fontTools") is not None


FACES = (
    Face(
        name="schibsted-grotesk",
        package="fontpkg_schibsted_grotesk",
        source="SchibstedGrotesk[wght].ttf",
        family="Schibsted Grotesk",
        style="normal",
        weights="400 800",
        axes=(("wght", (400, 800)),),
    ),
    Face(
        name="literata",
        package="fontpkg_literata",
        source="Literata[opsz,wght].ttf",
        family="Literata",
        style="normal",
        weights="400 700",
        axes=(("wght", (400, 700)), ("opsz", 14)),
    ),
    Face(
        name="literata-italic",
        package="fontpkg_literata",
        source="Literata-Italic[opsz,wght].ttf",
        family="Literata",
        style="italic",
        weights="400",
        axes=(("wght", 400), ("opsz", 14)),
    ),
)


@cache
def installed_faces() -> tuple[Face, ...]:
    """The faces that can be made on this machine."""
    return tuple(face for face in FACES if face.is_installed)


def font_face_rules() -> str:
    """The ``@font-face`` rules of the installed faces; their addresses are relative to the style sheet."""
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weights};'
        f'font-display:swap;src:url("fonts/{face.name}.woff2") format("woff2")}}'
        for face in installed_faces()
    )


def cut(face: Face, target: Path) -> None:
    """Write ``face`` to ``target`` as WOFF2 with our characters and axes only; takes a few seconds of CPU."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    subset: Any = importlib.import_module("fontTools.subset")
    instancer: Any = importlib.import_module("fontTools.varLib.instancer")
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False)
    with as_file(files(face.package) / "files" / face.source) as path:
        font = subset.load_font(str(path), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=CHARACTERS)
        subsetter.subset(font)
        instancer.instantiateVariableFont(font, dict(face.axes), inplace=True)
        subset.save_font(font, str(target), options)
