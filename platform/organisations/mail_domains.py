"""Mail domains that show where somebody works."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from organisations.models import Organisation, OrganisationMailDomain
from organisations.verified_addresses import verified_addresses

PROVIDERS = Path(__file__).parent / "data" / "public_mail_providers.txt"
#: Endings below which anyone can register a name, besides those without a dot.
_SHARED_ENDINGS = frozenset({"co.uk", "com.au", "co.nl", "com.nl", "org.uk", "ac.uk", "eu.org"})
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


def cleaned(typed: str) -> str:
    """The domain as it is kept. Raises ValidationError when it is none, or one where anyone gets an address.

    An address or a web address will do as well: ``naam@school.nl`` and ``https://www.school.nl/`` name ``school.nl``.
    """
    domain = typed.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    domain = domain.split("/")[0].rpartition("@")[2].strip(".")
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError:
        domain = ""
    labels = domain.split(".")
    if len(domain) > 253 or len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValidationError(_("Dit is geen maildomein; het ziet eruit als school.nl."), code="invalid")
    if labels[-1].isdigit():
        raise ValidationError(_("Dit is geen maildomein; het ziet eruit als school.nl."), code="invalid")
    if is_public(domain):
        raise ValidationError(
            _("Bij %(domain)s kan iedereen een adres krijgen. Dat zegt niet waar iemand werkt."),
            code="public",
            params={"domain": domain},
        )
    return domain


def is_public(domain: str) -> bool:
    """Whether anyone can get an address at ``domain`` or at a domain above it."""
    labels = domain.split(".")
    endings = {".".join(labels[start:]) for start in range(len(labels))}
    return domain in _SHARED_ENDINGS or bool(endings & _providers())


def add(organisation: Organisation, typed: str, by: User) -> OrganisationMailDomain:
    """Keep a domain for an organisation; one that it has already stays. Raises ValidationError."""
    domain = cleaned(typed)
    try:
        with transaction.atomic():
            return OrganisationMailDomain.objects.create(organisation=organisation, domain=domain, added_by=by)
    except IntegrityError:
        return OrganisationMailDomain.objects.get(organisation=organisation, domain=domain)


def domains_of(addresses: Iterable[str]) -> frozenset[str]:
    """The domains of these addresses."""
    return frozenset(address.rpartition("@")[2].lower() for address in addresses)


def is_confirmed_by_mail(user: User, organisation: Organisation) -> bool:
    """Whether a verified address of ``user`` is at a domain of ``organisation``. Subdomains are others' domains.

    Pupils often have addresses below the domain of their school.
    """
    domains = domains_of(verified_addresses(user))
    return organisation.mail_domains.filter(domain__in=domains).exists()


def organisations_at_address_of(user: User) -> QuerySet[Organisation]:
    """The organisations whose mail domain one of the verified addresses of ``user`` has; by name."""
    domains = OrganisationMailDomain.objects.filter(domain__in=domains_of(verified_addresses(user)))
    return Organisation.objects.filter(pk__in=domains.values("organisation_id"))


@lru_cache(maxsize=1)
def _providers() -> frozenset[str]:
    lines = PROVIDERS.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
