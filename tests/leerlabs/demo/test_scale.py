"""Generated Leerlabs: as many as asked for, spread the same way every time."""

import pytest
from django.core.management import call_command
from django.db.models import Count

from delivery.models import Event
from leerlabs.demo.scale.making import SLUG_PREFIX, make
from leerlabs.demo.scale.sizes import Sizes
from leerlabs.models import LeerlabMembership, Post, Thread

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("demo")]

SIZES = Sizes(posts=400, threads=40, members=30)


def generated_threads():
    return Thread.objects.filter(leerlab__slug__startswith=SLUG_PREFIX)


@pytest.mark.parametrize("sizes", [SIZES, Sizes(200, 20, 5), Sizes(200_000, 20_000, 5_000), Sizes(61, 2, 1)])
def test_the_posts_of_all_threads_add_up(sizes):
    assert sum(sizes.posts_in(thread) for thread in range(sizes.threads)) == sizes.posts


def test_sizes_that_cannot_be_spread_are_refused():
    with pytest.raises(ValueError, match="at least one member"):
        Sizes(posts=10, threads=20, members=5)


def test_there_are_as_many_as_asked_for():
    make(SIZES)

    posts = Post.objects.filter(thread__in=generated_threads())
    assert (posts.count(), generated_threads().count()) == (SIZES.posts, SIZES.threads)
    assert LeerlabMembership.objects.filter(leerlab__slug=f"{SLUG_PREFIX}1").count() == SIZES.members


def test_threads_know_their_posts():
    make(SIZES)

    for thread in generated_threads().annotate(counted=Count("posts")):
        last = thread.posts.order_by("number").last()
        assert thread.post_count == thread.counted == last.number
        assert (thread.last_post_at, thread.last_author_id) == (last.created_at, last.author_id)


def test_nobody_hears_of_generated_posts():
    make(SIZES)

    assert not Event.objects.exists()


def test_asking_again_makes_nothing_more(capsys):
    make(SIZES)

    call_command("leerlabs", "scale", "--posts", "400", "--threads", "40", "--members", "30")

    assert "already" in capsys.readouterr().out
    assert Post.objects.filter(thread__in=generated_threads()).count() == SIZES.posts
