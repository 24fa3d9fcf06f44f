"""Static files under names that carry their content, compressed beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Compresses only the names that pages use, which halves the first start; the plain names stay to be had."""

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Of these files those with a hash in their name."""
        yield from super().compress_files(set(paths) & set(self.hashed_files.values()))
