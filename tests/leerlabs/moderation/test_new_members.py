"""What new members may do, and first posts that wait."""

import datetime as dt

from django.utils import timezone

from leerlabs.models import DecisionAction, NewMemberLimits, Post, Report
from leerlabs.moderation import deciding, first_posts, limits
from leerlabs.policy import may
from tests.factories import MembershipFactory, UserFactory
from tests.leerlabs.moderation.writing import post_by

LINKS = '<p><a href="https://a.example">a</a> <a href="https://b.example">b</a> <a href="//c.example">c</a></p>'


def newcomer(scene):
    user = UserFactory()
    MembershipFactory(leerlab=scene.leerlab, user=user)
    return user


def test_a_new_member_posts_a_few_links_and_no_more(scene):
    user = newcomer(scene)

    assert limits.check(user, scene.leerlab, body=LINKS) != []
    assert limits.check(user, scene.leerlab, body='<a href="https://a.example">a</a>') == []


def test_links_within_the_site_are_no_links_elsewhere(scene, settings):
    own = f'<a href="/onderzoek/">x</a><a href="{settings.SITE_URL}/a/">y</a><a href="#voetnoot">z</a>'

    assert limits.check(newcomer(scene), scene.leerlab, body=own) == []


def test_what_pretends_to_be_the_site_is_elsewhere(scene, settings):
    assert limits.links_elsewhere(f'<a href="{settings.SITE_URL}.kwaad.example/">x</a>') == 1


def test_images_threads_and_posts_have_their_numbers(scene):
    user = newcomer(scene)
    NewMemberLimits.objects.create(images=1, threads_a_day=1, posts_a_day=3)

    assert limits.check(user, scene.leerlab, images=2) != []
    assert limits.check(user, scene.leerlab, starts_thread=True) == []
    post_by(user, scene.leerlab)
    assert limits.check(user, scene.leerlab, starts_thread=True) != []
    assert limits.check(user, scene.leerlab) == []


def test_who_is_here_longer_or_wrote_enough_is_not_new(scene):
    settled, busy = newcomer(scene), newcomer(scene)
    settled.date_joined = timezone.now() - dt.timedelta(days=30)
    settled.save()
    for _ in range(5):
        post_by(busy, scene.leerlab)

    assert limits.check(settled, scene.leerlab, body=LINKS) == []
    assert limits.check(busy, scene.leerlab, body=LINKS) == []


def test_posts_that_were_hidden_make_nobody_known(scene):
    user = newcomer(scene)
    for _ in range(5):
        post_by(user, scene.leerlab, hidden_at=timezone.now())

    assert limits.check(user, scene.leerlab, body=LINKS) != []


def test_a_moderator_is_never_new(scene):
    assert limits.check(scene.moderator, scene.leerlab, body=LINKS) == []


def test_a_first_post_waits_where_the_leerlab_wants_that(scene):
    user = newcomer(scene)
    assert not first_posts.waits(user, scene.leerlab)
    scene.leerlab.first_post_review = True

    assert first_posts.waits(user, scene.leerlab)
    assert not first_posts.waits(scene.author, scene.leerlab)
    assert not first_posts.waits(scene.moderator, scene.leerlab)


def test_a_held_post_is_seen_by_its_author_and_moderators_only(scene):
    user = newcomer(scene)
    held = post_by(user, scene.leerlab, hidden_at=timezone.now())

    readers = {name: may(getattr(scene, name), "post.read", held) for name in ("author", "moderator", "host", "editor")}
    assert readers == {"author": False, "moderator": True, "host": True, "editor": True}
    assert may(user, "post.read", held)


def test_a_moderator_releases_it_and_the_next_does_not_wait(scene):
    user = newcomer(scene)
    scene.leerlab.first_post_review = True
    held = post_by(user, scene.leerlab, hidden_at=timezone.now())
    first_posts.hold(held)
    assert Report.objects.get().occasion == "first_post"

    deciding.decide("post", str(held.pk), DecisionAction.RELEASE, by=scene.moderator, reason="Welkom.")

    assert Post.objects.get(pk=held.pk).hidden_at is None
    assert not first_posts.waits(user, scene.leerlab)
