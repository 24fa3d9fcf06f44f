"""Public addresses that are no pages of the tree, for the sitemap: organisations, and what rooms above register."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.urls import reverse

from organisations.models import Organisation

Paths = Callable[[], Sequence[str]]
#: A part of a section names so many addresses, in two languages: below the 50,000 that the protocol allows.
PATHS_A_PART = 5_000

_registered: dict[str, Paths] = {}


def register(name: str, paths: Paths) -> None:
    """Have ``paths`` say the addresses of a section, Dutch and always in the same order; only what everyone may see.

    ``name`` stands in the address of its parts. ``paths`` should ask one query. Raises ValueError for a name that is
    registered.
    """
    if name in _registered:
        raise ValueError(f"The sitemap has a section {name} already")
    _registered[name] = paths


def parts() -> list[tuple[str, int]]:
    """The parts of all sections that have addresses, each as name and number."""
    return [(name, number) for name in _registered for number in range(-(-len(_registered[name]()) // PATHS_A_PART))]


def paths_in(name: str, number: int) -> Sequence[str]:
    """The addresses in one part; none in a part that is not there."""
    paths = _registered.get(name, tuple)()
    return paths[number * PATHS_A_PART : (number + 1) * PATHS_A_PART]


def organisation_paths() -> list[str]:
    """The public page of every organisation in the register; one query."""
    slugs = Organisation.objects.order_by("pk").values_list("slug", flat=True)
    return [reverse("organisations:page", args=[slug]) for slug in slugs]
