"""Invitations: single-use, for one address, and silent about who has an account."""

import datetime as dt
import re

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from delivery.models import OutgoingMail
from leerlabs.labs import inviting, taking_part
from leerlabs.labs.taking_part import NotPossibleError
from leerlabs.models import LeerlabInvitation, LeerlabMembership
from tests.factories import LeerlabFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    return small_site()


@pytest.fixture
def host():
    return UserFactory()


@pytest.fixture
def leerlab(host):
    return LeerlabFactory(visibility="hidden", joining="invitation", host=host)


def account(email):
    user = UserFactory(email=email)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def sent_token():
    mail = OutgoingMail.objects.latest("pk")
    return re.search(r"/leerlabs/uitnodiging/([\w-]+)/", mail.text).group(1)


def test_who_was_invited_takes_part(leerlab, host):
    inviting.invite(leerlab, "juf@example.nl", host, "moderator")

    inviting.accept(sent_token(), account("juf@example.nl"))

    membership = LeerlabMembership.objects.get(leerlab=leerlab, user__email="juf@example.nl")
    assert (membership.role, membership.state) == ("moderator", "active")


def test_the_token_is_not_kept(leerlab, host):
    inviting.invite(leerlab, "juf@example.nl", host)

    assert sent_token() not in str(LeerlabInvitation.objects.values())


def test_an_invitation_is_used_once(leerlab, host):
    user = account("juf@example.nl")
    inviting.invite(leerlab, "juf@example.nl", host)
    inviting.accept(sent_token(), user)
    taking_part.leave(leerlab, user)

    with pytest.raises(NotPossibleError):
        inviting.accept(sent_token(), user)


def test_an_invitation_is_for_one_address(leerlab, host):
    inviting.invite(leerlab, "juf@example.nl", host)

    with pytest.raises(NotPossibleError):
        inviting.accept(sent_token(), account("meester@example.nl"))


def test_an_address_that_was_not_verified_is_nobodys(leerlab, host):
    inviting.invite(leerlab, "juf@example.nl", host)

    with pytest.raises(NotPossibleError):
        inviting.accept(sent_token(), UserFactory(email="juf@example.nl"))


def test_an_invitation_expires(leerlab, host):
    inviting.invite(leerlab, "juf@example.nl", host)
    LeerlabInvitation.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))

    with pytest.raises(NotPossibleError):
        inviting.accept(sent_token(), account("juf@example.nl"))


def test_a_new_invitation_ends_the_earlier_one(leerlab, host):
    inviting.invite(leerlab, "juf@example.nl", host)
    first = sent_token()
    inviting.invite(leerlab, "juf@example.nl", host)

    assert inviting.find(first) is None
    assert inviting.find(sent_token()) is not None


def test_looking_at_an_invitation_changes_nothing(leerlab, host, client):
    inviting.invite(leerlab, "juf@example.nl", host)
    client.force_login(account("juf@example.nl"))

    for _ in range(3):
        assert client.get(f"/leerlabs/uitnodiging/{sent_token()}/").status_code == 200

    assert inviting.find(sent_token()) is not None
    assert not LeerlabMembership.objects.filter(user__email="juf@example.nl").exists()


def test_the_host_gets_the_same_answer_whoever_has_the_address(leerlab, host, client):
    account("bekend@example.nl")
    member = account("lid@example.nl")
    taking_part.begin(leerlab, member)
    client.force_login(host)

    answers = {
        email: client.post(
            f"/leerlabs/{leerlab.slug}/beheer/uitnodigingen/", {"email": email, "role": "member"}, follow=True
        ).content.decode()
        for email in ("bekend@example.nl", "lid@example.nl", "onbekend@example.nl")
    }

    assert {("De uitnodiging is onderweg." in answer) for answer in answers.values()} == {True}
    assert OutgoingMail.objects.filter(address__in=answers).count() == 3


def test_someone_elses_invitation_is_not_accepted_by_the_form_either(leerlab, host, client):
    inviting.invite(leerlab, "juf@example.nl", host)
    client.force_login(account("meester@example.nl"))

    client.post(f"/leerlabs/uitnodiging/{sent_token()}/")

    assert not LeerlabMembership.objects.filter(user__email="meester@example.nl").exists()
