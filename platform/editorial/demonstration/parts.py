"""Demo content of other rooms, which `manage.py demo load` loads after the pages.

A room names its loader once, when it is ready. A loader runs in a transaction of its own, finds the pages of the
demo in place, changes nothing when it runs again, and tells nobody: no mail, no notification.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.module_loading import import_string

from editorial.demonstration.rows import Tally

Loader = Callable[[Tally], None]

_loaders: dict[str, str] = {}


def register(name: str, loader: str) -> None:
    """Have the :data:`Loader` with this dotted name called; it is imported only then.

    Raises ValueError for a name that is taken.
    """
    if name in _loaders:
        raise ValueError(f"Demo content called {name} is there already")
    _loaders[name] = loader


def load_parts() -> Iterator[tuple[str, Tally]]:
    """Load the content of every room, in the order of the installed apps; what each made. Raises ContentError."""
    for name, dotted_name in _loaders.items():
        load: Loader = import_string(dotted_name)
        tally = Tally()
        load(tally)
        yield name, tally
