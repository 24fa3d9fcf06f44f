"""The generation: one word for all, another one after every change that was committed."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import transaction
from django.test import Client

from caching import generation
from caching.memory import per_generation
from tests.caching.small_site import calls


def titles(client, address="/gewoon/"):
    return client.get(address).content.decode().partition("</h1>")[0]


def test_a_change_shows_at_once(any_cache, small_site):
    client = Client()
    assert "eerst" in titles(client)
    calls.title = "daarna"
    assert "eerst" in titles(client), "nobody said that anything changed, so the kept page stands"
    generation.renew()
    assert "daarna" in titles(client)


def test_a_cache_that_lost_everything_starts_a_new_generation(any_cache):
    from django.core.cache import cache

    before = generation.read()
    cache.clear()
    assert generation.read() != before
    assert generation.read() == generation.read()


def test_a_page_begun_before_a_change_is_never_kept_as_one_after_it(reader):
    """The slow reader's page is made from what was there before the change, and kept only after it."""
    answers = []
    slow_reader = threading.Thread(target=lambda: answers.append(titles(Client(), "/traag/")))
    slow_reader.start()
    assert calls.began.wait(10)
    calls.title = "daarna"
    generation.renew()
    calls.go_on.set()
    slow_reader.join(10)
    assert "eerst" in answers[0], "the slow page was indeed begun before the change"
    assert "daarna" in titles(reader, "/traag/")


def test_many_readers_at_once_get_one_page_from_before_or_after_a_change(any_cache, small_site):
    """Real parallel readers while the generation changes under them: no mixture, and the new one afterwards."""
    seen = []
    start = threading.Barrier(9)

    def read():
        client = Client()
        start.wait(10)
        seen.extend(titles(client) for _ in range(30))

    readers = [threading.Thread(target=read) for _ in range(8)]
    for one in readers:
        one.start()
    start.wait(10)
    calls.title = "daarna"
    generation.renew()
    for one in readers:
        one.join(30)
    assert len(seen) == 240
    assert {title.removeprefix("<h1>") for title in seen} <= {"eerst", "daarna"}
    assert "daarna" in titles(Client())


def at_once(address, readers=8):
    """The answers to so many readers who ask at the same moment."""
    start = threading.Barrier(readers)

    def read(_):
        start.wait(10)
        return Client().get(address)

    with ThreadPoolExecutor(readers) as pool:
        return list(pool.map(read, range(readers)))


class TestManyReadersRightAfterAChange:
    """A page that many want is made once, and nobody is kept waiting for one that is not kept."""

    def test_one_makes_the_page_and_the_others_get_it(self, any_cache, small_site):
        answers = at_once("/even/")
        assert calls.number == 1
        assert {answer.status_code for answer in answers} == {200}

    def test_a_page_that_is_not_kept_is_made_for_each(self, any_cache, small_site):
        answers = at_once("/nooit/")
        assert calls.number == 8
        assert {answer.status_code for answer in answers} == {200}

    def test_a_maker_that_fails_holds_nobody_up(self, any_cache, small_site):
        client = Client(raise_request_exception=False)
        assert client.get("/fout/").status_code == 500
        assert client.get("/fout/").status_code == 500
        assert calls.number == 2


@pytest.mark.django_db(transaction=True)
class TestCommit:
    """Only what was committed counts."""

    def test_nothing_changes_before_the_commit(self, file_cache):
        before = generation.read()
        with transaction.atomic():
            generation.renew_on_commit()
            assert generation.read() == before
        assert generation.read() != before

    def test_what_is_rolled_back_changes_nothing(self, file_cache):
        before = generation.read()
        with pytest.raises(RuntimeError), transaction.atomic():
            generation.renew_on_commit()
            raise RuntimeError
        assert generation.read() == before

    def test_a_change_after_an_inner_block_that_was_rolled_back_counts(self, file_cache):
        before = generation.read()
        with transaction.atomic():
            with pytest.raises(RuntimeError), transaction.atomic():
                generation.renew_on_commit()
                raise RuntimeError
            generation.renew_on_commit()
        assert generation.read() != before

    def test_a_change_in_an_inner_block_counts_when_a_later_block_is_rolled_back(self, file_cache):
        before = generation.read()
        with transaction.atomic():
            with transaction.atomic():
                generation.renew_on_commit()
            with pytest.raises(RuntimeError), transaction.atomic():
                generation.renew_on_commit()
                raise RuntimeError
        assert generation.read() != before

    def test_many_changes_in_one_transaction_start_one_generation(self, file_cache, monkeypatch):
        renewals = []
        monkeypatch.setattr(generation, "renew", lambda: renewals.append(1))
        for number in (1, 2):
            with transaction.atomic():
                for _ in range(50):
                    generation.renew_on_commit()
            assert len(renewals) == number


class TestARequestHoldsOn:
    """Within a request the generation stands still, except for what the request itself changes."""

    def test_to_the_generation_that_it_began_with(self, file_cache):
        with generation.held() as word:
            elsewhere = threading.Thread(target=generation.renew)
            elsewhere.start()
            elsewhere.join(10)
            assert generation.current() == word
        assert generation.current() != word

    def test_until_it_changes_something_itself(self, file_cache):
        with generation.held() as word:
            generation.renew()
            assert generation.current() != word
            assert generation.current() == generation.read()

    def test_what_is_remembered_a_process_follows(self, file_cache):
        source = ["eerst"]
        remembered = per_generation(lambda: source[0])
        assert remembered() == "eerst"
        source[0] = "daarna"
        assert remembered() == "eerst"
        generation.renew()
        assert remembered() == "daarna"
