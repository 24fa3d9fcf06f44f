"""References in the formats of reference managers: writing them, and reading them from a file of unknown origin."""

from citing.formats.reading import read
from citing.formats.unreadable import UnreadableFile
from citing.formats.writing import FORMATS, File, Format, write

__all__ = ["FORMATS", "File", "Format", "UnreadableFile", "read", "write"]
