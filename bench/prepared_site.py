"""A site with so many pages, in a folder of its own below ``var/bench``, and what it is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.workers import worker

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "var" / "bench"
#: The demo content alone has about this many pages.
DEMO_PAGES = 150
#: A front page, one content page, and one list of cards with filters.
PAGES = {"home": "/", "detail": "/onderzoek/kracht-van-feedback/", "listing": "/praktijk/"}
NEW_QUESTIONS = 20_000


@dataclass(frozen=True, slots=True)
class PreparedSite:
    """The environment in which its processes run, and questions that nobody asked it before."""

    environment: dict[str, str]
    new_searches: list[str]
    new_beginnings: list[str]


def prepared(pages: int, elasticsearch_url: str) -> PreparedSite:
    """Load the content and build the index anew; a folder that is there already is used again."""
    environment = environment_of(str(pages), elasticsearch_url)
    manage(environment, "prepare", "--demo")
    manage(environment, "demo", "load", "--scale", str(max(0, pages - DEMO_PAGES)))
    manage(environment, "search_index", "rebuild")
    with worker("questions", environment) as titles:
        new = titles.do(number=NEW_QUESTIONS)
    return PreparedSite(environment, new["search"], new["suggest"])


def environment_of(name: str, elasticsearch_url: str = "") -> dict[str, str]:
    """That of the processes of a site with a folder of this name."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.local",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "platform"))),
        "DATA_DIR": str(DATA / name),
        "STATIC_ROOT": str(DATA / "static"),
        "ALLOWED_HOSTS": "127.0.0.1,.bench.test",
        "ELASTICSEARCH_URL": elasticsearch_url,
        "ELASTICSEARCH_INDEX_PREFIX": f"bench-{name}",
        "LOG_LEVEL": "WARNING",
    }


def manage(environment: Mapping[str, str], *arguments: str) -> None:
    """Run a management command. Raises CalledProcessError when it fails, which its own output explains."""
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=ROOT, env=dict(environment), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def elasticsearch() -> Iterator[str]:
    """The server of ``ELASTICSEARCH_URL``, or one that is started for this. Raises NoServerError without either."""
    if named := os.environ.get("ELASTICSEARCH_URL", ""):
        yield named
        return
    from tests.services.elasticsearch_server import running_server

    with running_server() as url:
        yield url
