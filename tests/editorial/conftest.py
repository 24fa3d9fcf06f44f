"""Editors of each group, signed in, and pictures with and without rights."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file

from editorial import groups
from editorial.models import EditorialImage
from tests.factories import UserFactory, small_site


@pytest.fixture
def site(db):
    """A small site; the groups and the workflow on its root are there since the migrations."""
    return small_site()


@pytest.fixture
def user_in(site):
    """Makes an account in a group."""

    def make(group, **kwargs):
        user = UserFactory(**kwargs)
        user.groups.add(Group.objects.get(name=group))
        return user

    return make


@pytest.fixture
def signed_in(user_in):
    """Makes a client that is signed in as somebody in a group."""

    def make(group, user=None):
        client = Client()
        client.force_login(user or user_in(group))
        return client

    return make


@pytest.fixture
def chief(signed_in):
    """Who may publish."""
    return signed_in(groups.CHIEF_EDITOR)


@pytest.fixture
def editor(signed_in):
    """Who may write, and submit."""
    return signed_in(groups.EDITOR)


@pytest.fixture
def picture(site):
    """Makes pictures."""

    def make(title="Kinderen lezen", maker="", rights=""):
        content = ContentFile(get_test_image_file().file.getvalue(), name="lezen.png")
        return EditorialImage.objects.create(title=title, file=content, maker=maker, rights=rights)

    return make
