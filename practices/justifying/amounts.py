"""Amounts of money in words of this country."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format


def euros(amount: Decimal | None) -> str:
    """``€ 12.500`` or ``€ 12.500,50``; ``–`` when nobody said how much."""
    if amount is None:
        return "–"
    sign, size = ("−" if amount < 0 else ""), abs(Decimal(amount))
    decimals = 0 if size == size.to_integral_value() else 2
    return f"{sign}€ {number_format(size, decimal_pos=decimals, use_l10n=True, force_grouping=True)}"
