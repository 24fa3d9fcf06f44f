"""``make relevance``: how well each engine answers the judged queries, and where it does not.

Needs nothing but the packages for the tests; a database and an index of its own are made and thrown away.
Elasticsearch is the one in ``ELASTICSEARCH_URL`` or a server of our own, and is left out, aloud, where there is
neither.
"""

from __future__ import annotations

import argparse
import logging
import os
import secrets
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.engines.base import SearchEngine
    from tests.relevance.rankings import Outcome

ROOT = Path(__file__).resolve().parents[2]
#: Queries below this are shown with their first hits.
WEAK = 0.8
#: Hits that are shown of a weak query.
SHOWN = 5
#: Generous: a slow machine is no reason for another figure.
TIMEOUT_SECONDS = 20.0

Asked = Mapping[str, Sequence["Outcome"]]


def main() -> int:
    """The exit code: 1 when something is below its threshold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--held-out",
        action="store_true",
        help="show weak held-out queries too: only for who will not change the ranking after that",
    )
    held_out = parser.parse_args().held_out
    with tempfile.TemporaryDirectory(prefix="samen-relevance-", ignore_cleanup_errors=True) as folder:
        _set_up_site(Path(folder))
        from tests.relevance.judged_queries import judged_queries
        from tests.relevance.rankings import outcomes
        from tests.relevance.thresholds import shortfalls

        queries = judged_queries()
        with _engines(Path(folder)) as engines:
            asked = {name: outcomes(engine, queries) for name, engine in engines.items()}
        print("\n".join([*_table(asked), *_weak(asked, held_out)]))
        below = [f"{name}, {sentence}" for name, found in asked.items() for sentence in shortfalls(found)]
    print("\n".join(["", *(below or ["Everything reaches its threshold."])]))
    return 1 if below else 0


def _set_up_site(folder: Path) -> None:
    """Django with the demo content in a database in ``folder``."""
    sys.path[:0] = [str(ROOT), str(ROOT / "platform")]
    os.environ["DATA_DIR"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.testing")
    os.environ.pop("DATABASE_URL", None)
    import django
    from django.core.management import call_command

    django.setup()
    logging.disable(logging.INFO)
    print("Loading the demo content …", file=sys.stderr)
    call_command("migrate", verbosity=0)
    from home.demo.loading import load

    load()


@contextmanager
def _engines(folder: Path) -> Iterator[dict[str, SearchEngine]]:
    """Every engine that this machine has, by name; what they keep is removed at the end."""
    from elasticsearch import Elasticsearch

    from search.engines.elastic import ElasticsearchEngine
    from search.engines.embedded import EmbeddedEngine
    from tests.services.elasticsearch_server import NoServerError, running_server

    engines: dict[str, SearchEngine] = {"Tantivy": EmbeddedEngine(folder / "index")}
    with ExitStack() as at_the_end:
        try:
            url = os.environ.get("ELASTICSEARCH_URL") or at_the_end.enter_context(running_server())
        except NoServerError as reason:
            print(f"!!!! NOT MEASURED HERE: Elasticsearch ({reason})", file=sys.stderr)
            yield engines
            return
        prefix = f"relevance-{secrets.token_hex(4)}"
        yield {**engines, "Elasticsearch": ElasticsearchEngine(url, prefix, TIMEOUT_SECONDS)}
        client = Elasticsearch(url, request_timeout=30)
        for index in client.indices.get(index=f"{prefix}*", expand_wildcards="all"):
            client.indices.delete(index=index)


def _table(asked: Asked) -> Iterator[str]:
    """A line a kind of query, then all tuned queries and all held-out ones."""
    from tests.relevance.rankings import averages
    from tests.relevance.thresholds import groups

    yield f"{'':16}{'':>8}" + "".join(f"{name:>20}" for name in asked)
    yield f"{'kind of query':16}{'queries':>8}" + f"{'nDCG@10':>11}{'succ@1':>9}" * len(asked)
    for rows in zip(*(groups(found) for found in asked.values()), strict=True):
        name, _, found = rows[0]
        row = _row(name, len(found), [averages(outcomes) for _, _, outcomes in rows])
        yield f"\n{row}" if name == "all tuned" else row
    yield _row("all", len(next(iter(asked.values()))), [averages(found) for found in asked.values()])


def _row(name: str, count: int, values: Sequence[Mapping[str, float]]) -> str:
    return f"{name:16}{count:>8}" + "".join(f"{one['ndcg']:>11.3f}{one['success']:>9.2f}" for one in values)


def _weak(asked: Asked, held_out: bool) -> Iterator[str]:
    """The queries that an engine answers badly, worst first, with what it found and what it missed."""
    engines: dict[tuple[str, ...], list[str]] = {}
    weak: dict[tuple[str, ...], Outcome] = {}
    for engine, found in asked.items():
        for outcome in found:
            if (outcome.ndcg < WEAK or not outcome.success) and (held_out or not outcome.judged.held_out):
                answer = (outcome.judged.query, *outcome.ranking[:SHOWN])
                weak.setdefault(answer, outcome)
                engines.setdefault(answer, []).append(engine)
    for answer, outcome in sorted(weak.items(), key=lambda pair: pair[1].ndcg):
        yield from _shown(outcome, " and ".join(engines[answer]))


def _shown(outcome: Outcome, engines: str) -> Iterator[str]:
    judged, ranking = outcome.judged, outcome.ranking
    measures = f"nDCG@10 {outcome.ndcg:.2f}, success@1 {outcome.success:.0f}"
    yield f"\nweak on {engines}: {judged.query} ({judged.kind}), {measures}"
    for rank, address in enumerate(ranking[:SHOWN], start=1):
        yield f"  {rank}. grade {judged.grades.get(address, 0)}  {address}"
    missed = [address for address, grade in judged.grades.items() if grade == 3 and address not in ranking[:10]]
    if missed:
        yield f"  missed: {' '.join(missed)}"


if __name__ == "__main__":
    sys.exit(main())
