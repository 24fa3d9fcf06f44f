"""A fingerprint of the code, templates and styles here: what an older version made is not served."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template import engines

_MAKES_PAGES = frozenset({".py", ".html", ".txt", ".xml", ".css", ".js", ".svg", ".mo"})


@cache
def code_version() -> str:
    """Of the names, sizes and times of our own files, and of the collected static files; read once a process."""
    seen = blake2b(digest_size=8)
    seen.update(str(getattr(staticfiles_storage, "manifest_hash", "")).encode())
    for path in sorted(_files()):
        found = path.stat()
        seen.update(f"{path}\n{found.st_size}\n{found.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _files() -> Iterator[Path]:
    for folder in _own_folders():
        for parent, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield from (Path(parent, name) for name in names if Path(name).suffix in _MAKES_PAGES)


def _own_folders() -> set[Path]:
    """The folders of our own apps and templates; what is installed changes together with them."""
    base = Path(settings.BASE_DIR)
    packages = {Path(config.path) for config in apps.get_app_configs()}
    templates = {folder for engine in engines.all() for folder in engine.dirs}
    named = {*packages, *map(Path, templates), *map(Path, settings.LOCALE_PATHS)}
    return {path for path in named if path.is_relative_to(base) and "site-packages" not in path.parts}
