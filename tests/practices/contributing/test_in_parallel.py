"""The same submission at the same moment, from several connections."""

from uuid import uuid4

import pytest
from wagtail.models import WorkflowState

from practices.contributing import saving, sending
from practices.contributing.steps import BY_CODE
from practices.models import PracticePage, Submission, TryOut
from practices.trying import tryouts
from tests.factories import PracticeFactory, UserFactory
from tests.organisations.race import at_once

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_sent_in_twice_at_once_it_is_one_page_in_one_workflow(site, written, member):
    assert at_once(*[lambda: sending.send(written, member).page.title] * 3) == ["Hardop denken"] * 3

    assert PracticePage.objects.count() == 1
    assert WorkflowState.objects.count() == 1
    assert Submission.objects.get().page_id == PracticePage.objects.get().pk


def test_begun_twice_at_once_it_is_one(member):
    token = uuid4()

    at_once(*[lambda: saving.start(member, token).pk] * 3)

    assert Submission.objects.count() == 1


def test_of_two_windows_that_save_at_once_one_sees_the_other(written):
    step, version = BY_CODE["doel"], written.versions["doel"]

    def save(words):
        return saving.save_step(written, step, {"occasion": words, "goal": "Doel."}, version, None).done

    assert at_once(lambda: save("Een."), lambda: save("Twee.")) == ["False", "True"]


def test_tried_twice_at_once_it_is_tried_once(site):
    page, user = PracticeFactory(parent=site.practices), UserFactory()

    at_once(*[lambda: tryouts.begin(user, page, None).pk] * 3)

    assert TryOut.objects.count() == 1


def test_answered_twice_at_once_it_counts_once(site):
    page, user = PracticeFactory(parent=site.practices), UserFactory()
    tryout = tryouts.begin(user, page, None)

    outcomes = at_once(*[lambda: tryouts.answer(tryout, "yes", "", name_visible=False)] * 3)

    assert outcomes == ["False", "False", "True"]
