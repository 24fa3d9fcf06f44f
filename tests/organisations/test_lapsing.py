"""A membership that an address confirmed ends some time after no address confirms it any more."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from organisations import mail_domains, membership
from organisations.lapsing import let_lapse
from organisations.membership_requests import join_or_ask
from organisations.models import ConfirmedBy, OrganisationMembership
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.mailbox import mails_to
from tests.organisations.people import administrator_of, signed_in, verified

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def grace(settings):
    settings.ORGANISATION_MEMBERSHIP_GRACE_DAYS = 30


@pytest.fixture
def school():
    school = SchoolFactory()
    mail_domains.add(school, "deuil.nl", UserFactory())
    return school


@pytest.fixture
def kim(school):
    user = verified(UserFactory(email="kim@deuil.nl"))
    join_or_ask(user, school)
    return user


def loses_the_address(user):
    EmailAddress.objects.filter(user=user).update(email="kim@thuis.example")


def the_end():
    return OrganisationMembership.objects.get().ends_on


def test_with_the_address_nothing_ends(kim):
    assert let_lapse() == 0
    assert the_end() is None


def test_without_it_the_membership_holds_for_some_time_and_its_owner_is_told(kim, school):
    loses_the_address(kim)

    assert let_lapse() == 1
    assert the_end() == timezone.localdate() + timedelta(days=30)
    assert membership.is_member(kim, school)
    (mail,) = mails_to(kim.email)
    assert school.name in mail.subject


def test_a_second_night_neither_puts_the_end_off_nor_mails_again(kim):
    loses_the_address(kim)
    let_lapse()

    assert let_lapse(timezone.localdate() + timedelta(days=1)) == 0
    assert the_end() == timezone.localdate() + timedelta(days=30)


def test_whoever_shows_again_to_work_there_stays(kim, school):
    loses_the_address(kim)
    let_lapse()
    EmailAddress.objects.filter(user=kim).update(email="kim.bos@deuil.nl")

    join_or_ask(kim, school)

    assert the_end() is None


def test_what_a_person_confirmed_does_not_hang_on_an_address(school):
    user = UserFactory()
    membership.begin(user, school, ConfirmedBy.INVITATION)

    assert let_lapse() == 0


def test_an_administrator_stays(kim, school):
    membership.set_role(OrganisationMembership.objects.get(), "administrator")
    loses_the_address(kim)

    assert let_lapse() == 0


def test_an_organisation_that_lists_no_domain_loses_nobody(kim, school):
    school.mail_domains.all().delete()

    assert let_lapse() == 0


def test_the_page_that_the_mail_leads_to_lets_somebody_ask_the_administrator(kim, school, client):
    loses_the_address(kim)
    let_lapse()
    client.force_login(kim)

    client.post(f"/organisaties/{school.slug}/lid-worden/", {"message": "Ik werk er nog."})

    assert kim.membership_requests.get().message == "Ik werk er nog."


def test_one_of_several_domains_that_is_taken_off_takes_its_members_along_after_that_time(kim, school):
    mail_domains.add(school, "deuil-zuid.nl", UserFactory())
    school.mail_domains.get(domain="deuil.nl").delete()

    assert let_lapse() == 1


def test_an_administrator_sees_who_is_about_to_go_and_lets_them_stay(kim, school):
    boss = signed_in(administrator_of(school))
    loses_the_address(kim)
    let_lapse()
    shown = boss.get(f"/organisaties/{school.slug}/beheer/").content.decode()
    kept = kim.organisation_memberships.get()

    boss.post(f"/organisaties/{school.slug}/beheer/leden/{kept.pk}/doorlopen/")

    kept.refresh_from_db()
    assert ("loopt af op" in shown, kept.ends_on, kept.confirmed_by) == (True, None, ConfirmedBy.ADMINISTRATOR)
    assert let_lapse() == 0


def test_nobody_lets_themselves_stay(kim, school):
    loses_the_address(kim)
    let_lapse()

    answer = signed_in(kim).post(
        f"/organisaties/{school.slug}/beheer/leden/{kim.organisation_memberships.get().pk}/doorlopen/"
    )

    assert (answer.status_code, the_end() is None) == (403, False)
