"""One style sheet and one script for every page, joined from their parts when static files are collected.

There is no build step to remember: the finder looks whether a part has changed and joins them again.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

from design import fonts

ROOM = Path(__file__).parent
#: Runs before the page is drawn: the remembered choice of light or dark.
FIRST_SCRIPT = ROOM / "scripts" / "theme.js"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_building = threading.Lock()


def style_parts() -> list[Path]:
    """The style sheets in the order of their numbers."""
    return sorted((ROOM / "css").glob("*.css"))


def script_parts() -> list[Path]:
    """Our script for the head, htmx out of its package, then our others by name."""
    htmx = Path(str(files("django_htmx") / "static" / "django_htmx" / "htmx-2.min.js"))
    others = sorted(set((ROOM / "scripts").glob("*.js")) - {FIRST_SCRIPT})
    return [FIRST_SCRIPT, htmx, *others]


def style_sheet() -> bytes:
    """All style sheets without comments and indentation, fonts first."""
    text = "\n".join(part.read_text() for part in style_parts())
    return (fonts.font_face_rules() + _INDENT.sub("\n", _COMMENT.sub("", text))).strip().encode()


def script() -> bytes:
    """All scripts, each closed off from the next."""
    return "\n;".join(part.read_text() for part in script_parts()).encode()


def _fingerprint(parts: Iterable[Path]) -> str:
    stats = ((part.name, part.stat()) for part in [*parts, Path(__file__), Path(fonts.__file__)])
    seen = ((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)
    return hashlib.sha256(repr((*seen, fonts.installed_faces())).encode()).hexdigest()


class BundleFinder(BaseFinder):
    """Finds ``design/site.css``, ``design/site.js`` and ``design/fonts/…``, made in the data directory."""

    def __init__(self, app_names: Iterable[str] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.folder = Path(settings.DATA_DIR) / "bundles"
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing to configure."""
        return []

    def names(self) -> list[str]:
        """The files that this finder makes."""
        made_fonts = [f"design/fonts/{face.name}.woff2" for face in fonts.installed_faces()]
        return ["design/site.css", "design/site.js", *made_fonts]

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file at ``path``, made anew when a part has changed; an empty list when it is not ours."""
        if path not in self.names():
            return []
        made = str(self.made(path))
        return [made] if find_all or kwargs.get("all") else made

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """All files, for ``collectstatic``."""
        for name in self.names():
            self.made(name)
            yield name, self.storage

    def made(self, name: str) -> Path:
        """The file called ``name``, up to date."""
        target = self.folder / name
        face = next((face for face in fonts.FACES if name == f"design/fonts/{face.name}.woff2"), None)
        if face:
            chosen = face
            return _fresh(target, (), lambda path: fonts.cut(chosen, path))
        if name == "design/site.css":
            return _fresh(target, style_parts(), lambda path: path.write_bytes(style_sheet()))
        return _fresh(target, script_parts(), lambda path: path.write_bytes(script()))


def _fresh(target: Path, parts: Iterable[Path], make: Callable[[Path], object]) -> Path:
    """``target``, made anew unless it was made of these very parts; nobody ever sees half of it."""
    stamp = target.with_name(f".{target.name}.made-of")
    wanted = _fingerprint(parts)
    if target.exists() and stamp.exists() and stamp.read_text() == wanted:
        return target
    with _building:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_name(f".{os.getpid()}.{threading.get_ident()}.{target.name}")
        make(aside)
        aside.replace(target)
        stamp.write_text(wanted)
    return target
