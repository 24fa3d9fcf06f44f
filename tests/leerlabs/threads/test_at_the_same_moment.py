"""The same form sent twice at once, several who write at once, drafts that overtake each other: real requests."""

import threading
import time
import uuid
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from leerlabs.models import Draft, Post, PostRevision, Reaction, Thread
from leerlabs.threads import drafts
from organisations import form_tokens
from research.questions.models import Question
from tests.factories import small_site
from tests.factories.leerlabs import LeerlabFactory
from tests.leerlabs.threads.writing import begin, form, member

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]
MANY = 6


def at_once(attempts: list[Callable[[], object]]) -> list[object]:
    """Run these side by side, each on a connection of its own; what each returned."""
    start = threading.Barrier(len(attempts))
    outcomes: list[object] = [None] * len(attempts)

    def run(place: int) -> None:
        try:
            start.wait(timeout=20)
            outcomes[place] = attempts[place]()
        except Exception as problem:
            outcomes[place] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(attempts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return outcomes


def browser(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def leerlab():
    small_site()
    return LeerlabFactory(slug="lezen")


@pytest.fixture
def saar(leerlab):
    return member(leerlab, "Saar Jansen")


@pytest.fixture
def thread(leerlab, saar):
    return begin(leerlab, saar)


def replies(thread, clients, sent):
    address = reverse("leerlabs:reply", args=[thread.leerlab.slug, thread.pk])
    return at_once(
        [lambda c=client, s=data: c.post(address, s).status_code for client, data in zip(clients, sent, strict=True)]
    )


def test_a_double_click_is_one_post(thread, saar):
    sent = form("Eén keer.")

    statuses = replies(thread, [browser(saar) for _ in range(MANY)], [sent] * MANY)

    assert statuses == [302] * MANY
    assert Post.objects.filter(thread=thread, number__gt=1).count() == 1


def test_a_double_click_is_one_thread(leerlab, saar):
    sent = form("Eén keer.", title="Nieuw")
    address = reverse("leerlabs:start", args=[leerlab.slug])
    clients = [browser(saar) for _ in range(MANY)]

    statuses = at_once([lambda c=client: c.post(address, sent).status_code for client in clients])

    assert statuses == [302] * MANY
    assert Thread.objects.filter(title="Nieuw").count() == 1


def test_many_who_reply_at_once_are_numbered_and_counted(thread, leerlab):
    people = [member(leerlab, f"Lid {chr(97 + number)}") for number in range(MANY)]

    statuses = replies(thread, [browser(user) for user in people], [form(f"Van {user.pk}") for user in people])

    thread.refresh_from_db()
    assert statuses == [302] * MANY
    assert thread.post_count == MANY + 1
    assert sorted(thread.posts.values_list("number", flat=True)) == list(range(1, MANY + 2))


def test_without_the_lock_numbers_collide(thread, saar):
    """The control: what the lock is for."""
    both_have_read = threading.Barrier(2)

    def careless() -> object:
        read = Thread.objects.get(pk=thread.pk).post_count
        both_have_read.wait(timeout=20)
        with transaction.atomic():
            Post.objects.create(thread=thread, number=read + 1, author=saar, form_token=uuid.uuid4(), source="x")
        return "written"

    outcomes = [type(outcome).__name__ for outcome in at_once([careless, careless])]

    assert sorted(outcomes) == ["IntegrityError", "str"]


def test_of_two_who_edit_at_once_one_is_kept_and_one_is_shown_both(thread, saar):
    post = thread.posts.get()
    address = reverse("leerlabs:edit", args=[thread.leerlab.slug, thread.pk, post.pk])
    clients = [browser(saar) for _ in range(MANY)]

    def change(client: Client, number: int) -> tuple[int, str]:
        answer = client.post(address, form(f"Versie van venster {number}", version="1", title="Een vraag"))
        return answer.status_code, answer.content.decode()

    outcomes = at_once([lambda c=client, n=number: change(c, n) for number, client in enumerate(clients)])

    post.refresh_from_db()
    assert sorted(status for status, _page in outcomes) == [302] + [409] * (MANY - 1)
    assert PostRevision.objects.count() == 1
    for number, (status, page) in enumerate(outcomes):
        if status == 409:
            assert f"Versie van venster {number}" in page and post.source in page


def test_of_drafts_that_overtake_each_other_the_newest_stays(thread, saar):
    address = reverse("leerlabs:draft", args=[thread.leerlab.slug])
    clients = [browser(saar) for _ in range(MANY)]

    def keep(client: Client, version: int) -> int:
        sent = {"place": drafts.place_of(thread), "version": version, "source": f"Versie {version}"}
        return client.post(address, sent).status_code

    versions = [3, 6, 1, 5, 2, 4]
    outcomes = at_once(
        [lambda c=client, v=version: keep(c, v) for client, version in zip(clients, versions, strict=True)]
    )

    assert outcomes == [200] * MANY
    assert Draft.objects.get().source == "Versie 6"


def test_a_reaction_given_many_times_at_once_is_one(thread, saar):
    post = thread.posts.get()
    address = reverse("leerlabs:react", args=[thread.leerlab.slug, thread.pk, post.pk])
    clients = [browser(saar) for _ in range(MANY)]

    outcomes = at_once(
        [lambda c=client: c.post(address, {"soort": "dank", "aan": "1"}).status_code for client in clients]
    )

    assert outcomes == [302] * MANY
    assert Reaction.objects.count() == 1


def test_author_and_host_who_ask_research_at_once_make_one_question(thread, saar, leerlab, index_now):
    index_now()
    address = reverse("leerlabs:ask_research", args=[leerlab.slug, thread.pk])
    people = [saar, *[member(leerlab, f"Gastheer {number}", role="host") for number in range(2)]]
    clients = [browser(user) for user in people]

    def ask(client: Client, number: int) -> tuple[int, str]:
        words = {"wording": f"Wat helpt pubers weer aan het lezen, nummer {number}?", "is_own_words": "on"}
        answer = client.post(address, {**words, "token": form_tokens.new(time.time() - 60)})
        return answer.status_code, answer.content.decode()

    outcomes = at_once([lambda c=client, n=number: ask(c, n) for number, client in enumerate(clients)])

    assert sorted(status for status, _page in outcomes) == [302, 409, 409]
    assert Question.objects.count() == 1
    for number, (status, page) in enumerate(outcomes):
        if status == 409:
            assert f"nummer {number}" in page
