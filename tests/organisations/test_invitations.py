"""Invitations: used once, by whom they are for, and saying nothing about who has an account."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from organisations import invitations, membership
from organisations.invitations import InvitationRefusedError
from organisations.membership import is_administrator, is_member
from organisations.models import ConfirmedBy, OrganisationInvitation, OrganisationMembership
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.mailbox import invited, mails_to, token_in
from tests.organisations.people import administrator_of, signed_in, verified

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return SchoolFactory(name="De Uil", slug="de-uil")


@pytest.fixture
def kim():
    return verified(UserFactory(email="kim@deuil.nl"))


def address(token):
    return f"/organisaties/uitnodiging/{token}/"


def test_who_is_invited_becomes_a_member(school, kim):
    invitations.accept(invited(school, kim.email), kim)

    assert OrganisationMembership.objects.get(user=kim).confirmed_by == ConfirmedBy.INVITATION


def test_who_is_invited_as_administrator_becomes_one(school, kim):
    invitations.accept(invited(school, kim.email, role="administrator"), kim)

    assert is_administrator(kim, school)


def test_the_token_is_kept_nowhere_but_in_the_mail(school, kim):
    token = invited(school, kim.email)

    kept = OrganisationInvitation.objects.values().get()
    assert token not in str(kept)
    assert len(kept["token_hash"]) == 64


def test_a_used_token_holds_no_longer(school, kim):
    token = invited(school, kim.email)
    invitations.accept(token, kim)
    membership.end(OrganisationMembership.objects.get())

    with pytest.raises(InvitationRefusedError, match="geldt niet meer"):
        invitations.accept(token, kim)
    assert not is_member(kim, school)


def test_an_expired_token_does_not_hold(school, kim):
    token = invited(school, kim.email)
    OrganisationInvitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    with pytest.raises(InvitationRefusedError, match="geldt niet meer"):
        invitations.accept(token, kim)


def test_a_withdrawn_token_does_not_hold(school, kim):
    token = invited(school, kim.email)
    invitations.withdraw(OrganisationInvitation.objects.get())

    with pytest.raises(InvitationRefusedError):
        invitations.accept(token, kim)


def test_a_newer_invitation_replaces_an_older_one(school, kim):
    older, newer = invited(school, kim.email), invited(school, kim.email)

    assert invitations.find(older) is None
    assert invitations.find(newer) is not None


def test_a_token_exchanged_with_somebody_else_is_refused_and_still_holds(school, kim):
    other = verified(UserFactory(email="robin@deuil.nl"))
    token = invited(school, kim.email)

    with pytest.raises(InvitationRefusedError, match="ander e-mailadres"):
        invitations.accept(token, other)
    assert not is_member(other, school)
    assert invitations.accept(token, kim) == school


def test_an_account_that_only_claims_the_address_is_refused(school):
    claims = UserFactory(email="kim@deuil.nl")

    with pytest.raises(InvitationRefusedError, match="ander e-mailadres"):
        invitations.accept(invited(school, "kim@deuil.nl"), claims)


@pytest.mark.parametrize("token", ["", "x" * 43, "nonsense"])
def test_an_invented_token_finds_nothing(school, kim, token):
    invited(school, kim.email)

    assert invitations.find(token) is None


def test_the_hash_is_no_token(school, kim):
    invited(school, kim.email)

    assert invitations.find(OrganisationInvitation.objects.get().token_hash) is None


def test_one_organisation_sends_no_flood(school, monkeypatch):
    monkeypatch.setattr(invitations, "MOST_A_DAY", 2)
    for number in range(2):
        invitations.invite(school, f"{number}@deuil.nl", None)

    with pytest.raises(InvitationRefusedError, match="te veel"):
        invitations.invite(school, "3@deuil.nl", None)
    assert mails_to("3@deuil.nl") == []


class TestThePage:
    def test_a_mail_scanner_that_looks_changes_nothing(self, school, kim):
        token = invited(school, kim.email)
        scanner = Client()

        for ask in (scanner.get, scanner.head, scanner.options, signed_in(kim).get):
            ask(address(token))

        assert OrganisationInvitation.objects.open().count() == 1
        assert not is_member(kim, school)

    def test_the_button_accepts(self, school, kim):
        token = invited(school, kim.email)
        answer = signed_in(kim).post(address(token))

        assert (answer.status_code, answer["Location"]) == (302, "/account/organisaties/")
        assert is_member(kim, school)

    def test_a_visitor_is_asked_to_sign_in_and_nothing_happens(self, school, kim):
        token = invited(school, kim.email)
        answer = Client().post(address(token))

        assert "inloggen" in answer.content.decode()
        assert OrganisationInvitation.objects.open().exists()

    def test_a_visitor_sees_the_same_whether_the_address_has_an_account(self, school, kim):
        pages = [
            Client().get(address(token)).content.decode().replace(token, "TOKEN")
            for token in (invited(school, kim.email), invited(school, "niemand@deuil.nl"))
        ]

        assert pages[0] == pages[1]

    def test_somebody_else_is_told_so_and_not_for_whom_it_is(self, school, kim):
        other = verified(UserFactory(email="robin@deuil.nl"))
        client = signed_in(other)
        token = invited(school, kim.email)
        page = client.get(address(token)).content.decode()

        assert "ander e-mailadres" in page
        assert "kim@" not in page
        assert client.post(address(token)).status_code == 409

    def test_a_token_that_does_not_hold_is_not_found(self, school, kim):
        assert Client().get(address("x" * 43)).status_code == 404

    def test_the_address_with_the_token_goes_nowhere(self, school, kim):
        answer = Client().get(address(invited(school, kim.email)))

        assert answer["Referrer-Policy"] == "same-origin"
        assert "no-store" in answer["Cache-Control"]


class TestSending:
    def send(self, school, email):
        client = signed_in(administrator_of(school))
        answer = client.post(
            f"/organisaties/{school.slug}/beheer/uitnodigingen/", {"email": email, "role": "member"}, follow=True
        )
        page = answer.content.decode()
        return page[page.index("<h1") : page.index("<footer")].replace(email, "ADRES")

    def test_the_answer_is_the_same_for_every_address(self, kim):
        """Somebody without an account, somebody with one, and somebody who is a member already."""
        pages = []
        for number, email in enumerate(["niemand@deuil.nl", kim.email, "lid@deuil.nl"]):
            school = SchoolFactory(name="De Uil", slug=f"de-uil-{number}")
            member = verified(UserFactory(email=f"lid-{number}@deuil.nl"))
            membership.begin(member, school, ConfirmedBy.INVITATION)
            address = f"lid-{number}@deuil.nl" if email.startswith("lid") else email
            page = self.send(school, address).replace(school.slug, "SLUG")
            pk = OrganisationInvitation.objects.latest("pk").pk
            pages.append(self.without_tokens(page).replace(f"/{pk}/", "/PK/"))

        assert pages[0] == pages[1] == pages[2]

    @staticmethod
    def without_tokens(page):
        import re

        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)

    def test_the_mail_is_the_same_for_every_address(self, school, kim):
        texts = []
        for email in ("niemand@deuil.nl", kim.email):
            invitations.invite(school, email, None)
            mail = mails_to(email)[-1]
            texts.append((mail.subject, mail.text.replace(token_in(mail), "TOKEN")))

        assert texts[0] == texts[1]

    def test_the_mail_says_who_invites_and_from_where(self, school):
        invited(school, "kim@deuil.nl")
        mail = mails_to("kim@deuil.nl")[0]

        assert mail.subject == "Uitnodiging van De Uil"
        assert "één keer" in mail.text
