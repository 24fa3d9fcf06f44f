"""A thread page and the overview ask the database the same few questions, however much is said."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from leerlabs.models import Attachment, Reaction, Thread, ThreadKind
from leerlabs.rich_text.quotes import quote_source
from leerlabs.threads.overview import thread_overview
from leerlabs.threads.polls import open_poll
from tests.factories import InsightFactory
from tests.leerlabs.threads.writing import begin, member, say

MOST = 14


def questions(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in asked]


def fill(leerlab, thread, people, posts):
    for number in range(posts):
        by = people[number % len(people)]
        typed = f"Dag @{people[number % 7].profile.display_name}\n\n/onderzoek/feedback/"
        if number > 2:
            typed = quote_source(1, "Hoe doen jullie dat?") + typed
        post = say(thread, by, typed, reply_to=thread.posts.first())
        Reaction.objects.create(post=post, user=people[0], kind="dank")
        Attachment.objects.create(leerlab=leerlab, post=post, name="a.pdf", file="a", media_type="x/y", size=1)


@pytest.fixture
def people(leerlab):
    return [member(leerlab, f"Lid {chr(97 + number)}") for number in range(12)]


def test_a_thread_page_with_everything_on_it(client, site, leerlab, people):
    page = InsightFactory(parent=site.insights, slug="feedback")
    thread = begin(leerlab, people[0], page_id=page.pk)
    fill(leerlab, thread, people, 3)
    client.force_login(people[5])
    few = questions(client, thread.get_absolute_url())

    fill(leerlab, thread, people, 40)
    many = questions(client, thread.get_absolute_url())
    later = questions(client, thread.get_absolute_url() + "?pagina=3")

    assert len(few) <= MOST, few
    assert len(many) == len(few)
    assert len(later) <= MOST, later


def test_a_poll(client, leerlab, people):
    thread = begin(leerlab, people[0], kind=ThreadKind.POLL)
    open_poll(thread, ["Ja", "Nee"], several=False, closes_at=thread.created_at, result_shown="voting")
    fill(leerlab, thread, people, 5)
    client.force_login(people[5])

    assert len(questions(client, thread.get_absolute_url())) <= MOST


def test_a_visitor_costs_less(client, leerlab, people):
    thread = begin(leerlab, people[0])
    fill(leerlab, thread, people, 5)

    assert len(questions(client, thread.get_absolute_url())) <= 8


def test_the_list_of_threads(leerlab, people):
    for number in range(45):
        begin(leerlab, people[number % 12])
    with CaptureQueriesContext(connection) as asked:
        shown = thread_overview(leerlab, people[5], QueryDict("pagina=2"))

    # How many there are, the page of them, and what this person is here (three, once a request).
    assert len(shown.rows) == 20
    assert len(asked) <= 5


@pytest.mark.parametrize("query", ["", "?stand=onbeantwoord", "?soort=vraag", "?pagina=3"])
def test_no_list_of_threads_reads_more_than_it_shows(leerlab, saar, query):
    """The index gives the order; nothing is sorted aside."""
    begin(leerlab, saar)
    parameters = QueryDict(query.removeprefix("?"))
    with CaptureQueriesContext(connection) as asked:
        thread_overview(leerlab, saar, parameters)
    if connection.vendor != "sqlite":
        pytest.skip("plans are read on SQLite")
    lists = [q["sql"] for q in asked if "LIMIT" in q["sql"] and Thread._meta.db_table in q["sql"]]
    with connection.cursor() as cursor:
        for sql in lists:
            cursor.execute("EXPLAIN QUERY PLAN " + sql)
            plan = " ".join(row[3] for row in cursor.fetchall())
            assert "SCAN leerlabs_thread" not in plan, plan
