"""What the demo of the learning community has to show."""

from collections import Counter

import pytest
from django.db.models import Count, F

from accounts.models import Person, User
from leerlabs.demo.people import MARK
from leerlabs.models import (
    LeerlabMembership,
    LeerlabPage,
    MemberRole,
    Mention,
    Poll,
    Post,
    Thread,
    ThreadKind,
    Visibility,
)
from leerlabs.models.leerlab import Joining
from leerlabs.policy import may
from practices.models import PracticePage
from research.projects.models import ProjectLinePage

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("demo")]

EACH_LAB = [
    "begrijpend-lezen-in-de-bovenbouw",
    "kleuters-die-leren-plannen",
    "naar-de-brugklas",
    "school-en-jeugdhulp-aan-een-tafel",
]
in_each_lab = pytest.mark.parametrize("slug", EACH_LAB)


def threads_of(slug: str) -> list[Thread]:
    return list(Thread.objects.filter(leerlab__slug=slug).select_related("accepted_post", "distilled_into", "page"))


def roles_in(thread: Thread) -> set[str]:
    return set(thread.posts.values_list("author__profile__role", flat=True))


def test_there_are_four_leerlabs():
    assert sorted(LeerlabPage.objects.live().values_list("slug", flat=True)) == EACH_LAB


def test_two_are_open_one_is_for_members_and_one_is_hidden():
    assert Counter(LeerlabPage.objects.values_list("visibility", flat=True)) == {
        Visibility.OPEN: 2,
        Visibility.MEMBERS: 1,
        Visibility.HIDDEN: 1,
    }


def test_every_way_of_joining_is_there():
    assert set(LeerlabPage.objects.values_list("joining", flat=True)) == set(Joining)


@pytest.mark.parametrize(
    ("line", "lab"),
    [
        ("begrijpen-wat-je-leest", "Begrijpend lezen in de bovenbouw"),
        ("spelend-leren-plannen", "Kleuters die leren plannen"),
    ],
)
def test_a_project_line_of_the_network_shows_its_leerlab(client, line, lab):
    page = client.get(ProjectLinePage.objects.get(slug=line).url).content.decode()
    assert lab in page[page.index("Leerlabs bij deze lijn") :]


@in_each_lab
def test_at_least_six_threads_have_five_posts_by_three_roles(slug):
    full = [thread for thread in threads_of(slug) if thread.post_count >= 5 and len(roles_in(thread)) >= 3]

    assert len(full) >= 6


@in_each_lab
def test_one_question_has_an_accepted_answer_by_somebody_else(slug):
    answered = [thread for thread in threads_of(slug) if thread.accepted_post]

    assert [thread.kind for thread in answered] == [ThreadKind.QUESTION]
    assert answered[0].accepted_post.author_id != answered[0].author_id


@in_each_lab
def test_one_poll_has_a_published_result(slug):
    poll = Poll.objects.get(thread__leerlab__slug=slug)

    assert poll.closed_at == poll.closes_at
    assert poll.voters == len(set(poll.options.values_list("votes__user", flat=True)) - {None})
    assert not poll.options.annotate(cast=Count("votes")).exclude(cast=F("final_votes")).exists()
    assert poll.thread.posts.order_by("number").last().created_at > poll.closes_at


@in_each_lab
def test_one_thread_tells_an_experience_and_one_is_about_a_page(slug):
    threads = threads_of(slug)

    assert any(thread.kind == ThreadKind.EXPERIENCE for thread in threads)
    assert any(thread.kind == ThreadKind.DISCUSSION and thread.page for thread in threads)


@in_each_lab
def test_one_thread_became_a_practice_example_that_credits_who_spoke_in_it(slug):
    (thread,) = [thread for thread in threads_of(slug) if thread.distilled_into]

    practice = PracticePage.objects.live().get(pk=thread.distilled_into_id)
    credited = {author.person.user_id for author in practice.page_authors.all()}
    assert credited
    assert credited <= set(thread.posts.values_list("author_id", flat=True))


@in_each_lab
def test_only_an_open_leerlab_is_named_as_the_source(slug):
    lab = LeerlabPage.objects.get(slug=slug)
    (thread,) = [thread for thread in threads_of(slug) if thread.distilled_into]
    practice = PracticePage.objects.get(pk=thread.distilled_into_id)

    assert (thread.get_absolute_url() in str(practice.body)) == (lab.visibility == Visibility.OPEN)


@in_each_lab
def test_posts_are_numbered_and_follow_each_other_in_time(slug):
    for thread in threads_of(slug):
        posts = list(thread.posts.order_by("number"))
        assert [post.number for post in posts] == list(range(1, thread.post_count + 1))
        assert [post.created_at for post in posts] == sorted(post.created_at for post in posts)
        assert (thread.last_post_at, thread.last_author_id) == (posts[-1].created_at, posts[-1].author_id)


@in_each_lab
def test_who_spoke_took_part_by_then(slug):
    joined = dict(LeerlabMembership.objects.filter(leerlab__slug=slug).values_list("user_id", "joined_at"))

    for author_id, moment in Post.objects.filter(thread__leerlab__slug=slug).values_list("author_id", "created_at"):
        assert joined[author_id] <= moment


@in_each_lab
def test_it_has_hosts_a_question_a_goal_a_period_themes_and_linked_pages(slug):
    lab = LeerlabPage.objects.get(slug=slug)

    assert lab.memberships.filter(role=MemberRole.HOST).count() >= 2
    assert lab.question
    assert lab.goal
    assert lab.starts_on < lab.ends_on
    assert lab.themes.count() >= 3
    assert lab.outgoing_relations.count() >= 4


def test_members_are_marked_as_examples():
    people = User.objects.filter(leerlab_memberships__isnull=False).distinct().select_related("profile")

    assert len(people) >= 16
    assert all(user.profile.display_name.endswith(f" {MARK}") for user in people)
    assert Person.objects.filter(user__in=people, is_example=True).count() == len(people)


def test_nobody_can_sign_in_as_a_member_and_no_mail_leaves_for_them():
    for user in User.objects.filter(leerlab_memberships__isnull=False).distinct():
        assert not user.has_usable_password()
        assert user.email.endswith("@example.nl")
        assert (user.mail_preferences.notifications_by_mail, user.mail_preferences.digest) == ("never", "none")


def test_quotes_say_whom_they_quote_and_names_are_mentions():
    quoting = [post for post in Post.objects.all() if "> [bericht" in post.source]

    assert quoting
    assert all("\ue002" in post.body for post in quoting)
    assert Mention.objects.exists()
    assert not Post.objects.filter(source__contains="@").exists()


def test_a_question_waits_for_an_answer():
    waiting = Thread.objects.filter(kind=ThreadKind.QUESTION, accepted_post=None, closed_at=None)

    assert waiting.exists()


def test_visitors_read_what_is_open_and_nothing_else():
    readable = {lab.slug for lab in LeerlabPage.objects.all() if may(None, "leerlab.read", lab)}

    assert readable == {"begrijpend-lezen-in-de-bovenbouw", "kleuters-die-leren-plannen"}
