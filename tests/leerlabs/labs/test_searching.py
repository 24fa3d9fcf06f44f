"""Searching in a Leerlab, and finding open Leerlabs from the site's search."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from leerlabs.labs import changing, post_texts, searching, taking_part
from leerlabs.models import Post, PostText, Thread
from leerlabs.threads.deleting import delete
from leerlabs.threads.moving import move_thread
from search.indexing.drain import drain
from tests.factories import LeerlabFactory, MembershipFactory, ThemeFactory, UserFactory, small_site
from tests.leerlabs.moderation.writing import post_by

pytestmark = pytest.mark.django_db
TEXT = "Wij lezen elke ochtend hardop uit een prentenboek."


@pytest.fixture(autouse=True)
def site():
    return small_site()


def found(leerlab, reader, query):
    result = searching.search(leerlab, reader, query)
    return [post.post.body for post in searching.shown(result, result.ids)]


def member_of(leerlab):
    user = UserFactory()
    MembershipFactory(leerlab=leerlab, user=user)
    return user


@pytest.mark.parametrize("query", ["lezen", "leest prentenboeken", '"hardop uit een prentenboek"', "ochtenden"])
def test_a_post_is_found_with_the_dutch_of_the_site(query):
    leerlab = LeerlabFactory()
    reader = member_of(leerlab)
    post_by(reader, leerlab, text=TEXT, others=0)

    assert found(leerlab, reader, query) == [f"<p>{TEXT}</p>"]


def test_every_word_has_to_be_there():
    leerlab = LeerlabFactory()
    reader = member_of(leerlab)
    post_by(reader, leerlab, text=TEXT, others=0)

    assert found(leerlab, reader, "prentenboek rekenen") == []


def test_a_title_is_found_with_its_first_post():
    leerlab = LeerlabFactory()
    reader = member_of(leerlab)
    post_by(reader, leerlab, text="Hoe doen jullie dat?", title="Rekenen met breuken", others=0)

    assert found(leerlab, reader, "breuken") == ["<p>Hoe doen jullie dat?</p>"]


def test_a_leerlab_found_on_the_site_leads_to_the_very_post(client, index_now):
    leerlab = LeerlabFactory(slug="kring")
    author = member_of(leerlab)
    post_by(author, leerlab, text=TEXT, others=0)
    post_by(author, leerlab, text="Iets heel anders.", others=0)
    index_now()

    results = BeautifulSoup(client.get("/zoeken/?q=prentenboeken+ochtend").content, "html.parser")
    inside = client.get(results.select_one(".result__inside a")["href"])

    posts = BeautifulSoup(inside.content, "html.parser").select(".case")
    assert [post.select_one("p").get_text() for post in posts] == [TEXT]


def test_where_nothing_is_found_the_page_says_what_to_do(client):
    LeerlabFactory(slug="kring")

    page = client.get("/leerlabs/kring/zoeken/?q=zebra+vink").content.decode()

    assert 'href="/zoeken/?q=zebra%20vink"' in page


def test_a_list_of_leerlabs_without_words_leads_to_no_search_in_them(client, index_now):
    LeerlabFactory()
    index_now()

    assert b"result__inside" not in client.get("/zoeken/?type=leerlab").content


def test_who_went_away_finds_nothing_from_that_moment():
    leerlab = LeerlabFactory(visibility="hidden", host=UserFactory())
    reader = member_of(leerlab)
    post_by(UserFactory(), leerlab, text=TEXT, others=0)
    assert found(leerlab, reader, "lezen") != []

    taking_part.leave(leerlab, reader)

    assert found(leerlab, reader, "lezen") == []


def test_nothing_is_found_in_another_leerlab():
    leerlab, other = LeerlabFactory(), LeerlabFactory()
    post_by(UserFactory(), other, text=TEXT, others=0)

    assert found(leerlab, member_of(leerlab), "lezen") == []


def test_what_is_hidden_is_found_by_its_author_and_by_moderators():
    leerlab = LeerlabFactory()
    author, reader, moderator = member_of(leerlab), member_of(leerlab), UserFactory()
    MembershipFactory(leerlab=leerlab, user=moderator, role="moderator")
    post_by(author, leerlab, text=TEXT, others=0, hidden_at=timezone.now())

    people = {"author": author, "reader": reader, "moderator": moderator, "visitor": AnonymousUser()}
    finds = {name: bool(found(leerlab, person, "lezen")) for name, person in people.items()}

    assert finds == {"author": True, "reader": False, "moderator": True, "visitor": False}


def test_of_what_was_deleted_no_word_is_left():
    leerlab = LeerlabFactory()
    post = post_by(member_of(leerlab), leerlab, text=TEXT, others=1)

    delete(post)

    assert not PostText.objects.filter(stems__contains="prentenboek").exists()


def test_a_thread_that_moves_is_found_where_it_went():
    origin, target = LeerlabFactory(), LeerlabFactory()
    thread = post_by(member_of(origin), origin, text=TEXT, others=0).thread

    move_thread(thread, target)

    assert found(origin, member_of(origin), "lezen") == []
    assert found(target, member_of(target), "lezen") == [f"<p>{TEXT}</p>"]


def test_all_words_can_be_made_anew():
    leerlab = LeerlabFactory()
    reader = member_of(leerlab)
    post_by(reader, leerlab, text=TEXT, others=3)
    PostText.objects.all().delete()

    assert post_texts.refresh_all() == 4
    assert found(leerlab, reader, "lezen") == [f"<p>{TEXT}</p>"]


def test_a_search_is_one_query_however_many_posts(django_assert_max_num_queries):
    leerlab = LeerlabFactory()
    reader = member_of(leerlab)
    post_by(reader, leerlab, text=TEXT, others=30)
    searching.search(leerlab, reader, "lezen")

    with django_assert_max_num_queries(1):
        searching.search(leerlab, reader, "lezen")


@pytest.mark.parametrize("query", ["", "de het een", "%", "_", '"', "a" * 5000, "<script>", "\0"])
def test_odd_questions_get_a_page(client, query):
    leerlab = LeerlabFactory()

    answer = client.get(f"/leerlabs/{leerlab.slug}/zoeken/", {"q": query})

    assert answer.status_code in {200, 400}
    assert b"<script>alert" not in answer.content


class TestTheSearchOfTheSite:
    """Open Leerlabs are found with what is said in them; the others by nobody, with nothing."""

    def titles(self, client, query="prentenboek"):
        return [hit["title"] for hit in client.get("/api/zoeken/", {"q": query}).json()["results"]]

    @pytest.fixture
    def said(self, index_now):
        index_now()

        def say(visibility):
            leerlab = LeerlabFactory(title="Leeskring", visibility=visibility, themes=[ThemeFactory(slug="lezen")])
            return post_by(UserFactory(), leerlab, text=TEXT, others=0)

        return say

    def test_an_open_one_is_found_by_what_is_said_in_it(self, said, client):
        said("open")
        drain()

        assert self.titles(client) == ["Leeskring"]

    @pytest.mark.parametrize("visibility", ["members", "hidden"])
    def test_another_is_not_found_at_all(self, said, client, visibility):
        said(visibility)
        drain()

        assert self.titles(client) == self.titles(client, "leeskring") == []

    def test_one_that_is_hidden_by_its_host_leaves_the_index(self, said, client):
        leerlab = said("open").thread.leerlab
        drain()
        changing.change(leerlab, {"visibility": "hidden"}, UserFactory())
        drain()

        assert self.titles(client) == self.titles(client, "leeskring") == []

    def test_what_is_taken_back_or_hidden_finds_it_no_more(self, said, client):
        post = said("open")
        drain()
        Post.objects.create(thread=post.thread, number=2, body="<p>x</p>", source="x")
        Thread.objects.filter(pk=post.thread_id).update(post_count=2)
        delete(post)
        drain()

        assert self.titles(client) == []
