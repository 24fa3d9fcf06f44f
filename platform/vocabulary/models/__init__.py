"""Controlled terms with which everything on the site is classified."""

from vocabulary.models.term import Audience, Level, Region, Subject, Term
from vocabulary.models.theme import MergedTheme, Theme, ThemedPage

__all__ = ["Audience", "Level", "MergedTheme", "Region", "Subject", "Term", "Theme", "ThemedPage"]
