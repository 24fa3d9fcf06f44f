"""The cache in files, for a machine without Redis: Django's own, with a cheaper way to make room.

Django's looks through the whole folder at every write and removes a third of it at random, the generation
too, which makes all that is left worthless. It also compresses what it keeps, and pages are compressed already.
"""

from __future__ import annotations

import os
import pickle
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache

from caching.generation import KEY as GENERATION

#: One write in so many looks whether there is room; the folder may hold that many files more than allowed.
WRITES_PER_LOOK = 100
#: A file this old cannot have been replaced within the same tick of the file system's clock.
SETTLED_SECONDS = 0.1


class SharedFileCache(FileBasedCache):
    """Files that all processes of one machine share; the oldest go first and the generation stays."""

    if TYPE_CHECKING:  # not in the stubs
        _dir: str

        def _delete(self, fname: str) -> bool: ...
        def _createdir(self) -> None: ...

    def __init__(self, dir: str, params: dict[str, Any]) -> None:
        super().__init__(dir, params)
        self._writes = 0
        self._generation: tuple[tuple[int, int, int], object] | None = None

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The generation, which every request asks for, is read again only when its file is another one."""
        if key != GENERATION:
            return super().get(key, default, version)
        try:
            found = Path(self._key_to_file(key, version)).stat()
        except FileNotFoundError:
            return default
        signature = (found.st_ino, found.st_mtime_ns, found.st_size)
        if self._generation and self._generation[0] == signature:
            return self._generation[1]
        word = super().get(key, default, version)
        # A file that was written just now may be followed by one that looks the same.
        if time.time() - found.st_mtime > SETTLED_SECONDS:
            self._generation = (signature, word)
        return word

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep the value unless there is one; of several processes that add at the same moment one does.

        Django's own looks first and writes then, so that each of them thinks that its value stands.
        """
        if self.has_key(key, version):
            return False
        self._createdir()
        with tempfile.NamedTemporaryFile(dir=self._dir) as file:
            self._write_content(file, timeout, value)
            file.flush()
            try:
                Path(self._key_to_file(key, version)).hardlink_to(file.name)
            except FileExistsError:
                return False
        return True

    def _key_to_file(self, key: str, version: int | None = None) -> str:
        """Without looking for characters that another kind of cache could not store in a key."""
        name = blake2b(self.make_key(key, version=version).encode(), digest_size=16).hexdigest()
        return f"{self._dir}{os.sep}{name}{self.cache_suffix}"

    def _write_content(self, file: IO[bytes], timeout: float | None, value: object) -> None:
        """As Django reads it, but packed without being compressed, which made reading a page a third cheaper."""
        file.write(pickle.dumps(self.get_backend_timeout(timeout), self.pickle_protocol))
        file.write(zlib.compress(pickle.dumps(value, self.pickle_protocol), level=0))

    def _cull(self) -> None:
        self._writes += 1
        if self._writes % WRITES_PER_LOOK:
            return
        found = sorted(self._removable())
        if len(found) >= self._max_entries:
            for _, path in found[: max(1, len(found) // max(1, self._cull_frequency))]:
                self._delete(path)

    def _removable(self) -> Iterator[tuple[float, str]]:
        spared = Path(self._key_to_file(GENERATION)).name
        with os.scandir(self._dir) as entries:
            for entry in entries:
                if entry.name.endswith(self.cache_suffix) and entry.name != spared:
                    # Another process may have removed it by now.
                    with suppress(FileNotFoundError):
                        yield entry.stat().st_mtime, entry.path
