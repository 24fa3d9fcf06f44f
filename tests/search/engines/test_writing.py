"""Keeping an index: updates are seen at once, rebuilds are swapped in whole."""

from __future__ import annotations

from itertools import count

import pytest

from search.analysis.documents import fingerprint
from search.documents import SearchDocument
from search.engines.base import EngineUnavailable, SearchEngine
from tests.search.factories import document, fill, plan, search, titles


def test_an_added_page_is_found_at_once(engine: SearchEngine) -> None:
    engine.apply([document("Nieuwe pagina over lezen")], ())

    assert titles(search(engine, "lezen")) == ["Nieuwe pagina over lezen"]
    assert engine.count() == 1


def test_a_changed_page_is_found_by_its_new_words_only(engine: SearchEngine) -> None:
    page = document("Over lezen")
    engine.apply([page], ())
    engine.apply([document("Over rekenen", page_id=page.page_id)], ())

    assert search(engine, "lezen").total == 0
    assert search(engine, "rekenen").total == 1
    assert engine.count() == 1


def test_a_deleted_page_is_gone_from_results_counts_and_suggestions(engine: SearchEngine) -> None:
    page, other = document("Over lezen", thema=("taal",)), document("Lezen blijft")
    engine.apply([page, other], ())

    engine.apply((), [page.page_id])

    assert titles(search(engine, "lezen")) == ["Lezen blijft"]
    assert search(engine).facets["thema"] == {}
    assert engine.suggest("over") == []
    assert engine.count() == 1


def test_deleting_what_is_not_there_is_no_error(engine: SearchEngine) -> None:
    engine.apply((), [999_999])

    assert engine.count() == 0


def test_a_word_of_a_deleted_page_is_not_offered_as_spelling(engine: SearchEngine) -> None:
    page = document("Begeleiding")
    engine.apply([page, document("Iets anders")], ())
    engine.apply((), [page.page_id])

    assert search(engine, "begelijding").suggestion is None


def test_fingerprints_tell_what_the_index_has(engine: SearchEngine) -> None:
    kept, changed, gone = document("Blijft"), document("Verandert"), document("Verdwijnt")
    engine.apply([kept, changed, gone], ())
    later = document("Veranderd", page_id=changed.page_id)
    engine.apply([later], [gone.page_id])

    assert dict(engine.fingerprints()) == {
        kept.page_id: fingerprint(kept),
        later.page_id: fingerprint(later),
    }


def test_a_build_is_searched_only_after_the_swap(engine: SearchEngine) -> None:
    engine.apply([document("Oude pagina")], ())

    with engine.build() as build:
        for _ in build.add([document("Verse pagina")]):
            pass
        assert titles(search(engine)) == ["Oude pagina"]
        build.swap()

    assert titles(search(engine)) == ["Verse pagina"]


def test_a_build_without_swap_leaves_everything_as_it_was(engine: SearchEngine) -> None:
    engine.apply([document("Oude pagina")], ())

    with engine.build() as build:
        list(build.add([document("Verse pagina")]))

    assert titles(search(engine)) == ["Oude pagina"]


def test_a_build_that_fails_leaves_everything_as_it_was(engine: SearchEngine) -> None:
    engine.apply([document("Oude pagina")], ())

    def broken() -> object:
        yield document("Verse pagina")
        raise LookupError

    with pytest.raises(LookupError), engine.build() as build:
        list(build.add(broken()))

    assert titles(search(engine)) == ["Oude pagina"]
    engine.apply([document("Nog een pagina")], ())
    assert engine.count() == 2


def test_updates_during_a_build_go_into_the_index_in_use(engine: SearchEngine) -> None:
    with engine.build() as build:
        list(build.add([document("Verse pagina")]))
        engine.apply([document("Tussendoor")], ())
        assert titles(search(engine)) == ["Tussendoor"]
        build.swap()

    assert titles(search(engine)) == ["Verse pagina"]


def test_updates_after_a_swap_go_into_the_new_index(engine: SearchEngine) -> None:
    fill(engine, [document("Verse pagina")])

    engine.apply([document("Daarna")], ())

    assert engine.count() == 2


def test_a_page_that_comes_twice_in_a_build_is_there_once_with_its_last_words(engine: SearchEngine) -> None:
    page = document("Eerst")
    fill(engine, [page, document("Later", page_id=page.page_id)])

    assert titles(search(engine)) == ["Later"]


def test_a_build_reads_its_documents_as_it_goes_and_counts_them(engine: SearchEngine) -> None:
    taken = count()

    def many() -> object:
        for number in range(1_500):
            next(taken)
            yield document(f"Pagina {number}")

    with engine.build() as build:
        progress = build.add(many())
        first = next(progress)
        read_by_then = next(taken)
        assert 0 < first <= read_by_then < 1_500
        assert first + sum(progress) == 1_500
        build.swap()

    assert engine.count() == 1_500


def test_several_rebuilds_follow_each_other(engine: SearchEngine) -> None:
    for number in range(4):
        fill(engine, [document(f"Ronde {number}")])

    assert titles(search(engine)) == ["Ronde 3"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda engine: engine.search(plan("lezen")),
        lambda engine: engine.suggest("lez"),
        lambda engine: engine.related(1),
        lambda engine: engine.count(),
        lambda engine: list(engine.fingerprints()),
        lambda engine: engine.apply([document()], ()),
    ],
    ids=["search", "suggest", "related", "count", "fingerprints", "apply"],
)
def test_without_an_index_the_engine_is_unavailable(bare_engine: SearchEngine, ask: object) -> None:
    with pytest.raises(EngineUnavailable):
        ask(bare_engine)


def test_texts_that_are_odd_are_kept(engine: SearchEngine) -> None:
    pages: list[SearchDocument] = [
        document("Lang", "woord" * 10_000),
        document("Nul", "voor\0na lezen"),
        document("Leeg", "", summary="", keywords=("", "  ")),
        document("Tekens", "🙂 \u202e \ufeff ﷽ ½ ² ẞ İ ŉ 漢字 العربية lezen"),
        document("x" * 5_000, "lezen"),
    ]

    engine.apply(pages, ())

    assert engine.count() == len(pages)
    assert search(engine, "lezen").total == 3
