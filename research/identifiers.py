"""Checking the identifiers of publications and of those who make them: by form and, where there is one, checksum."""

from __future__ import annotations

import re

import idutils
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_ROR = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}")
#: Crockford's base 32, in which a ROR is written.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def validate_doi(value: str) -> None:
    """The form of a DOI without ``https://doi.org/``. Raises ValidationError."""
    if not value.startswith("10.") or not idutils.is_doi(value):
        raise ValidationError(_("%(value)s is geen geldige DOI; de vorm is 10.1000/abc."), params={"value": value})


def bare_doi(value: str) -> str:
    """A DOI however somebody copied it (``https://doi.org/…``, ``doi: …``) as it is kept; case does not count.

    What is no DOI comes back as it is, without spaces around it.
    """
    given = value.strip()
    return str(idutils.normalize_doi(given)).lower() if idutils.is_doi(given) else given


def validate_ror(value: str) -> None:
    """Form and checksum (ISO 7064 mod 97-10) of a ROR without ``https://ror.org/``. Raises ValidationError."""
    if _ROR.fullmatch(value):
        number = 0
        for digit in value[:-2]:
            number = number * len(_DIGITS) + _DIGITS.index(digit)
        if 98 - (number * 100) % 97 == int(value[-2:]):
            return
    raise ValidationError(_("%(value)s is geen geldige ROR; de vorm is 04dkp9463."), params={"value": value})


def bare_ror(value: str) -> str:
    """A ROR however somebody copied it (``https://ror.org/04dkp9463``), as it is kept."""
    return value.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("ror.org/").strip("/")


def validate_isni(value: str) -> None:
    """Form and checksum (ISO 7064 mod 11-2) of an ISNI without spaces. Raises ValidationError."""
    if not re.fullmatch(r"[0-9]{15}[0-9X]", value) or not idutils.is_isni(value):
        raise ValidationError(
            _("%(value)s is geen geldige ISNI; de vorm is 0000 0001 2181 7878."), params={"value": value}
        )


def bare_isni(value: str) -> str:
    """An ISNI however somebody copied it (``https://isni.org/isni/…``, in groups of four), as it is kept."""
    found = value.strip().upper().removeprefix("HTTPS://").removeprefix("HTTP://").removeprefix("WWW.")
    found = found.removeprefix("ISNI.ORG/ISNI/").removeprefix("ISNI").strip(": /")
    return re.sub(r"[ -]", "", found)


def bare_orcid(value: str) -> str:
    """An ORCID however somebody copied it (``https://orcid.org/…``), as it is kept."""
    found = value.strip().upper().removeprefix("HTTPS://").removeprefix("HTTP://").removeprefix("ORCID.ORG/")
    return found.strip("/")


def validate_isbn(value: str) -> None:
    """Form and check digit of an ISBN of 10 or 13 digits, with or without hyphens. Raises ValidationError."""
    if not idutils.is_isbn(value):
        raise ValidationError(_("%(value)s is geen geldig ISBN."), params={"value": value})


def validate_issn(value: str) -> None:
    """Form and check digit of an ISSN. Raises ValidationError."""
    if not idutils.is_issn(value):
        raise ValidationError(_("%(value)s is geen geldig ISSN; de vorm is 1234-5679."), params={"value": value})
