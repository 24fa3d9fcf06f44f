"""Every address inside Leerlabs × role × visibility. An address that the table does not know fails."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import URLPattern, URLResolver
from django.utils import timezone

from leerlabs import urls
from leerlabs.models import (
    Attachment,
    LeerlabInvitation,
    Poll,
    PollOption,
    Post,
    Report,
    Thread,
    Visibility,
)
from leerlabs.models.leerlab import INDEX_SLUG, TAKEN_SLUGS
from leerlabs.moderation import appealing, deciding
from tests.factories import InsightFactory, LeerlabFactory, MembershipFactory, UserFactory, small_site
from tests.leerlabs.policy.rows import ABSENT, ALLOWED, REFUSED, REPORTED, ROLES, ROWS, SIGN_IN

pytestmark = pytest.mark.django_db

TABLE = {**ROWS, **REPORTED}


def patterns(entries) -> Iterator[URLPattern]:
    """The addresses of this room, one by one."""
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from patterns(entry.url_patterns)
        else:
            yield entry


def test_every_address_has_a_row_and_every_row_an_address():
    names = {pattern.name for pattern in patterns(urls.urlpatterns)}

    assert names - set(TABLE) == set()
    assert {name for name in TABLE if not name.startswith("(")} - names == set()


def test_no_leerlab_stands_where_the_site_has_something_else():
    first_parts = {str(pattern.pattern).split("/")[1] for pattern in patterns(urls.urlpatterns)}

    assert {part for part in first_parts if not part.startswith("<")} == TAKEN_SLUGS
    assert all(str(pattern.pattern).startswith(f"{INDEX_SLUG}/") for pattern in patterns(urls.urlpatterns))


@pytest.fixture
def made():
    """A Leerlab with everything in it that an address can name."""
    site = small_site()

    def make(visibility):
        leerlab = LeerlabFactory(slug="kring", visibility=visibility, joining="free", host=UserFactory())
        author = UserFactory()
        MembershipFactory(leerlab=leerlab, user=author)
        decider = UserFactory()
        MembershipFactory(leerlab=leerlab, user=decider, role="moderator")
        thread = Thread.objects.create(leerlab=leerlab, author=author, title="Vraag", kind="question", post_count=2)
        first = Post.objects.create(thread=thread, number=1, author=author, source="x", body="<p>x</p>")
        post = Post.objects.create(thread=thread, number=2, author=author, source="y", body="<p>y</p>")
        poll_thread = Thread.objects.create(leerlab=leerlab, author=author, title="Peiling", kind="poll", post_count=1)
        Post.objects.create(thread=poll_thread, number=1, author=author, source="z", body="<p>z</p>")
        poll = Poll.objects.create(thread=poll_thread, closes_at=timezone.now() + dt.timedelta(days=1))
        PollOption.objects.create(poll=poll, text="Ja", position=1)
        file = Attachment(leerlab=leerlab, post=post, uploader=author, name="foto.txt", media_type="text/plain", size=1)
        file.file.save("foto.txt", ContentFile(b"x"))
        for target in (first, post):
            Report.objects.create(
                target_kind="post", target_key=str(target.pk), leerlab=leerlab, reason="spam", form_token=uuid.uuid4()
            )
        decision = deciding.decide("post", str(first.pk), "warn", by=decider, reason="Huisregel 3.")
        appeal = appealing.appeal(decision, "Nee.", by=author, report=None)
        invitation = LeerlabInvitation.objects.create(
            leerlab=leerlab, email="a@example.nl", token_hash="x", expires_at=timezone.now()
        )
        membership = MembershipFactory(leerlab=leerlab)
        page = InsightFactory(parent=site.insights)
        keys = {
            "leerlab": leerlab.pk,
            "thread": thread.pk,
            "post": post.pk,
            "poll": poll_thread.pk,
            "file": file.pk,
            "decision": decision.pk,
            "appeal": appeal.pk,
            "invitation": invitation.pk,
            "membership": membership.pk,
            "page": page.pk,
        }
        return leerlab, author, keys

    return make


def sign_in(client, role, leerlab, author):
    """Have ``client`` ask as this role."""
    if role == "visitor":
        return
    user = author if role == "author" else UserFactory(is_superuser=role == "administrator")
    if role == "editor":
        user.groups.add(Group.objects.get(name="Redacteur"))
    elif role == "account":
        MembershipFactory(user=user, leerlab=LeerlabFactory())
    elif role == "former":
        MembershipFactory(user=user, leerlab=leerlab, state="left")
    elif role in {"member", "moderator", "host"}:
        MembershipFactory(user=user, leerlab=leerlab, role=role)
    client.force_login(user)


def outcome(answer):
    """What an answer amounts to."""
    if answer.status_code == 302 and "/account/inloggen/" in answer.url:
        return SIGN_IN
    if "Dat mag je hier niet." in map(str, get_messages(answer.wsgi_request)):
        return REFUSED
    return {403: REFUSED, 404: ABSENT}.get(answer.status_code, ALLOWED)


@pytest.mark.parametrize("visibility", Visibility.values)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_gets_what_the_table_says(made, client, role, visibility):
    leerlab, author, keys = made(visibility)
    sign_in(client, role, leerlab, author)

    given = {}
    for name, row in TABLE.items():
        with transaction.atomic():
            field, key = row.sends
            data = {field: keys[key]} if field else {}
            given[name] = outcome(getattr(client, row.method)(row.path.format(**keys), data))
            transaction.set_rollback(True)
        client.cookies.pop("messages", None)

    assert given == {name: row.expected(role, visibility) for name, row in TABLE.items()}
