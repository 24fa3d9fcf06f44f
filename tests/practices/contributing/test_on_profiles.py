"""A member's profile shows what they shared, once it is on the site."""

import pytest
from django.contrib.auth.models import AnonymousUser

from practices.contributing.profile_section import section_of
from practices.models import PracticePage

pytestmark = pytest.mark.django_db


def test_only_what_is_published_is_shown(sent, member, editor):
    assert section_of(member, AnonymousUser()).items == []

    PracticePage.objects.get(pk=sent.page_id).current_workflow_task_state.approve(user=editor)

    (item,) = section_of(member, AnonymousUser()).items
    assert (item.title, item.url) == ("Hardop denken", "/praktijk/hardop-denken/")
