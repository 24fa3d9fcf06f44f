"""Demo content of other rooms, which `manage.py demo load` loads after the pages.

A room registers its loader once, when it is ready. A loader runs in a transaction of its own, finds the pages of
the demo in place, changes nothing when it runs again, and tells nobody: no mail, no notification.
"""

from __future__ import annotations

from collections.abc import Callable

from editorial.demonstration.rows import Tally

Loader = Callable[[Tally], None]

_loaders: dict[str, Loader] = {}


def register(name: str, load: Loader) -> None:
    """Have ``load`` called after the pages are there. Raises ValueError for a name that is taken."""
    if name in _loaders:
        raise ValueError(f"Demo content called {name} is there already")
    _loaders[name] = load


def load_parts() -> dict[str, Tally]:
    """Load the content of every room, in the order of the installed apps; what each made. Raises ContentError."""
    tallies = {name: Tally() for name in _loaders}
    for name, load in _loaders.items():
        load(tallies[name])
    return tallies
