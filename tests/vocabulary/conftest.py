"""Who manages the vocabulary."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from caching import generation
from editorial.groups import CHIEF_EDITOR
from tests.factories import UserFactory


@pytest.fixture(autouse=True)
def no_terms_of_an_earlier_test():
    """Terms are kept in memory until something is committed, and tests commit nothing."""
    generation.renew()


@pytest.fixture
def chief(db):
    """A client signed in as somebody who manages the vocabulary."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=CHIEF_EDITOR))
    client = Client()
    client.force_login(user)
    return client
