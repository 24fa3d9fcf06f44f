"""Checking the identifiers that researchers carry."""

from __future__ import annotations

import idutils
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def validate_orcid(value: str) -> None:
    """Form and checksum (ISO 7064 mod 11-2) of an ORCID. Raises ValidationError."""
    if not idutils.is_orcid(value) or "/" in value:
        raise ValidationError(
            _("%(value)s is geen geldige ORCID; de vorm is 0000-0002-1825-0097."), params={"value": value}
        )
