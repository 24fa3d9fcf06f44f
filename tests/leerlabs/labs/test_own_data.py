"""What Leerlabs keep of a person, given back and erased."""

import uuid

import pytest
from django.utils import timezone

from accounts import own_data
from leerlabs.labs import own_data as of_leerlabs
from leerlabs.models import LeerlabInvitation, LeerlabMembership, Report
from leerlabs.moderation import deciding
from leerlabs.moderation.reporting import Notice, report
from leerlabs.moderation.targets import find
from tests.factories import LeerlabFactory, MembershipFactory, UserFactory, small_site
from tests.leerlabs.moderation.writing import post_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    small_site()
    host = UserFactory()
    leerlab = LeerlabFactory(title="Leeskring", host=host)
    person = UserFactory(email="weg@example.nl")
    MembershipFactory(leerlab=leerlab, user=person)
    post = post_by(UserFactory(), leerlab)
    report(find("post", str(post.pk)), Notice("spam", "Mijn buurman schreef dit.", uuid.uuid4(), reporter=person))
    deciding.decide("post", str(post.pk), "hide", by=host, reason="Huisregel 3.")
    LeerlabInvitation.objects.create(leerlab=leerlab, email="weg@example.nl", token_hash="x", expires_at=timezone.now())
    return person


def test_everything_is_given_back(scene):
    files = {file.path: file.content for file in of_leerlabs.export(scene)}

    assert files["deelnames.json"][0]["leerlab__title"] == "Leeskring"
    assert files["meldingen.json"][0]["explanation"] == "Mijn buurman schreef dit."
    assert len(files["uitnodigingen.json"]) == 1


def test_after_leaving_only_the_grounds_of_decisions_are_left(scene):
    own_data.leave(scene)

    assert not LeerlabMembership.objects.filter(user_id=scene.pk).exists()
    assert not LeerlabInvitation.objects.filter(email="weg@example.nl").exists()
    kept = Report.objects.get()
    assert (kept.reporter, kept.explanation, kept.decision.action) == (None, "", "hide")
