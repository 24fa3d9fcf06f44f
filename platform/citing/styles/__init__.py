"""References in the styles that researchers and teachers are asked for."""

from citing.styles.catalogue import LANGUAGES, STYLES, Style
from citing.styles.rendering import bibliography

__all__ = ["LANGUAGES", "STYLES", "Style", "bibliography"]
