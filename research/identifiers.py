"""Checking the identifiers of publications."""

from __future__ import annotations

import idutils
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def validate_doi(value: str) -> None:
    """The form of a DOI without ``https://doi.org/``. Raises ValidationError."""
    if not value.startswith("10.") or not idutils.is_doi(value):
        raise ValidationError(_("%(value)s is geen geldige DOI; de vorm is 10.1000/abc."), params={"value": value})
