"""The archive of everything about one person."""

from __future__ import annotations

import tempfile
import zipfile
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import IO

from accounts.models import User
from accounts.own_data import files_of

#: Up to here in memory, past it on disk, in bytes.
_IN_MEMORY = 5 * 1024 * 1024


def archive_of(user: User) -> IO[bytes]:
    """A zip with a folder for each room, open at its beginning. Holds one file at a time in memory."""
    with ExitStack() as until_done:
        target: IO[bytes] = until_done.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))
        taken: set[str] = set()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in files_of(user):
                archive.writestr(_free_name(file.path, taken), file.as_bytes())
        target.seek(0)
        until_done.pop_all()
    return target


def _free_name(path: str, taken: set[str]) -> str:
    """The path inside the archive: never above it, and each once."""
    parts = [part for part in PurePosixPath(path.replace("\\", "/")).parts if part not in {"/", "..", "."}]
    wanted = PurePosixPath(*parts) if parts else PurePosixPath("naamloos")
    name, number = str(wanted), 1
    while name in taken:
        number += 1
        name = str(wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}"))
    taken.add(name)
    return name
