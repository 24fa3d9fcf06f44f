"""Advice to an editor on a text: headings, links, pictures, readability. Advice never blocks anything."""

from editorial.checks.advice import Advice, ContentReport, report_on
from editorial.checks.readability import Readability

__all__ = ["Advice", "ContentReport", "Readability", "report_on"]
