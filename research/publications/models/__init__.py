"""What members bring in, what was published before, and what is known of files and affiliations."""

from research.publications.models.affiliation import Affiliation
from research.publications.models.checksum import FileChecksum
from research.publications.models.submission import Submission, SubmittedFile
from research.publications.models.version import PublicationVersion

__all__ = ["Affiliation", "FileChecksum", "PublicationVersion", "Submission", "SubmittedFile"]
