"""A published practice with a contributor, and a member who tries it."""

import pytest

from practices.models import Submission
from tests.factories import PracticeFactory, UserFactory


@pytest.fixture
def contributor(site):
    """Who shared it."""
    return UserFactory()


@pytest.fixture
def practice(site, contributor):
    """A page that is on the site."""
    page = PracticeFactory(parent=site.practices, title="Hardop denken")
    Submission.objects.create(contributor=contributor, page=page)
    return page


@pytest.fixture
def teacher(site):
    """Who tries it."""
    user = UserFactory()
    user.profile.display_name = "Bo Jansen"
    user.profile.save()
    return user
