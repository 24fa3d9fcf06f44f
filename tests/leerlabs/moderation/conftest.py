"""An open Leerlab with a host, a moderator and a member who wrote something."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache

from accounts.models import User
from leerlabs.models import LeerlabPage, Post
from tests.factories import LeerlabFactory, MembershipFactory, UserFactory, small_site
from tests.leerlabs.moderation.writing import post_by


@dataclass
class Scene:
    """Who and what there is."""

    leerlab: LeerlabPage
    post: Post
    author: User
    moderator: User
    host: User
    editor: User

    @property
    def report_url(self):
        return f"/leerlabs/melden/post/{self.post.pk}/"

    @property
    def case_url(self):
        return f"/leerlabs/moderatie/post/{self.post.pk}/"


@pytest.fixture
def scene(db):
    cache.clear()
    small_site()
    leerlab = LeerlabFactory(title="Leeskring")
    people = {}
    for role in ("member", "moderator", "host"):
        people[role] = UserFactory()
        MembershipFactory(leerlab=leerlab, user=people[role], role=role)
    editor = UserFactory()
    editor.groups.add(Group.objects.get(name="Redacteur"))
    return Scene(
        leerlab=leerlab,
        post=post_by(people["member"], leerlab, text="Koop nu goedkope toetsen!"),
        author=people["member"],
        moderator=people["moderator"],
        host=people["host"],
        editor=editor,
    )
