"""An organisation joins the alliance: the public form, and the editor's decision."""

import time
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from organisations import form_tokens, invitations, submission_limits
from organisations.membership import is_administrator
from organisations.models import AllianceApplication, ApplicationState, Organisation
from tests.factories import MunicipalityFactory, SchoolFactory, UserFactory
from tests.organisations.mailbox import mails_to, token_in
from tests.organisations.people import editor, signed_in, verified

pytestmark = pytest.mark.django_db
FORM = "/aansluiten/"


@pytest.fixture(autouse=True)
def nobody_asked_yet():
    cache.clear()


def filled_in(**changes):
    values = {
        "code": "",
        "name": "De Uil",
        "kind": "school",
        "municipality": "",
        "website": "www.deuil.nl",
        "contact_name": "Kim de Wit",
        "email": "kim@deuil.nl",
        "motivation": "We willen samen leren lezen.",
        "homepage": "",
        "token": form_tokens.new(time.time() - 60),
    }
    return {**values, **changes}


def send(**changes):
    return Client().post(FORM, filled_in(**changes))


def decide(user, application, **form):
    return signed_in(user).post(f"/admin/aanmeldingen/{application.pk}/", {"organisation": "", "reason": "", **form})


class TestTheForm:
    def test_somebody_without_an_account_asks(self):
        answer = send()

        application = AllianceApplication.objects.get()
        assert (answer.status_code, answer["Location"]) == (302, "/aansluiten/bedankt/")
        assert (application.name, application.website, application.is_pending) == (
            "De Uil",
            "https://www.deuil.nl",
            True,
        )

    def test_looking_at_it_asks_nothing_and_it_is_made_anew_each_time(self):
        first, second = Client().get(FORM), Client().get(FORM)

        assert first.context["form"]["token"].value() != second.context["form"]["token"].value()
        assert not AllianceApplication.objects.exists()

    def test_a_school_of_the_register_is_found_by_its_code(self):
        school = SchoolFactory(name="De Steenuil", code="12AB")
        send(code=" 12ab ", name="", kind="")

        application = AllianceApplication.objects.get()
        assert (application.organisation, application.name, application.kind) == (school, "De Steenuil", "school")

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"code": "99ZZ"}, "code"),
            ({"name": ""}, "name"),
            ({"kind": ""}, "kind"),
            ({"kind": "library"}, "kind"),
            ({"kind": "municipality"}, "municipality"),
            ({"email": "geen adres"}, "email"),
            ({"motivation": ""}, "motivation"),
            ({"website": "javascript:alert(1)"}, "website"),
        ],
    )
    def test_a_mistake_is_told_at_its_field_and_keeps_what_was_typed(self, changes, field):
        answer = send(**changes)

        assert answer.status_code == 422
        assert field in answer.context["form"].errors
        assert "Kim de Wit" in answer.content.decode()
        assert not AllianceApplication.objects.exists()

    def test_who_asks_gets_word_without_anything_that_was_typed(self):
        send(name="Koop nu op spam.example", motivation="Klik hier")
        mail = mails_to("kim@deuil.nl")[0]

        assert "spam" not in mail.subject + mail.text
        assert "Klik" not in mail.text

    def test_editors_get_word_with_the_way_to_decide(self):
        somebody = editor()
        send()

        assert f"/admin/aanmeldingen/{AllianceApplication.objects.get().pk}/" in mails_to(somebody.email)[0].text

    def test_a_double_click_asks_once_and_thanks_twice(self):
        form = filled_in()
        answers = [Client().post(FORM, form) for _ in range(2)]

        assert [answer["Location"] for answer in answers] == ["/aansluiten/bedankt/"] * 2
        assert AllianceApplication.objects.count() == 1
        assert len(mails_to("kim@deuil.nl")) == 1

    def test_a_robot_that_fills_in_every_field_is_held_up(self):
        assert send(homepage="https://spam.example").status_code == 422
        assert not AllianceApplication.objects.exists()

    @pytest.mark.parametrize("age", [0, -60, 2 * 24 * 3600])
    def test_a_form_that_is_too_young_or_too_old_is_asked_again(self, age):
        answer = send(token=form_tokens.new(time.time() - age))

        assert answer.status_code == 422
        assert not AllianceApplication.objects.exists()

    @pytest.mark.parametrize("token", ["", "invented"])
    def test_a_form_that_was_not_made_here_is_asked_again(self, token):
        assert send(token=token).status_code == 422
        assert not AllianceApplication.objects.exists()

    def test_a_form_that_lay_open_too_long_can_be_sent_again_as_it_is(self):
        answer = send(token=form_tokens.new(time.time() - 2 * 24 * 3600))
        fresh = answer.context["form"]["token"].value()

        assert 'value="Kim de Wit"' in answer.content.decode()
        assert form_tokens.identity(fresh, time.time() + 60)

    def test_one_address_asks_three_times_a_day(self):
        statuses = [send(name=f"School {number}").status_code for number in range(4)]

        assert statuses == [302, 302, 302, 422]

    def test_one_network_asks_so_many_times_an_hour(self, monkeypatch):
        monkeypatch.setattr(submission_limits, "MOST_AN_HOUR_FROM_A_NETWORK", 2)
        statuses = [send(email=f"{number}@deuil.nl").status_code for number in range(3)]

        assert statuses == [302, 302, 422]

    def test_a_mistake_does_not_count(self, monkeypatch):
        monkeypatch.setattr(submission_limits, "MOST_AN_HOUR_FROM_A_NETWORK", 1)
        send(motivation="")

        assert send().status_code == 302


@pytest.fixture
def application():
    return AllianceApplication.objects.create(
        name="De Uil",
        kind="school",
        municipality=MunicipalityFactory(name="Almere", slug="almere"),
        contact_name="Kim de Wit",
        email="kim@deuil.nl",
        motivation="Graag.",
        form_token="x",
    )


class TestTheDecision:
    def test_an_editor_sees_what_waits(self, application):
        assert "De Uil" in signed_in(editor()).get("/admin/aanmeldingen/").content.decode()
        assert "De Uil" in signed_in(editor()).get("/admin/").content.decode()
        assert "Graag." in signed_in(editor()).get(f"/admin/aanmeldingen/{application.pk}/").content.decode()

    def test_an_approved_organisation_is_a_member_of_the_alliance(self, application):
        decide(editor(), application, approve="1")

        school = Organisation.objects.get()
        assert (school.name, school.slug, school.municipality.name) == ("De Uil", "de-uil", "Almere")
        assert school.alliance_since == timezone.localdate()

    def test_the_applicant_becomes_its_administrator_by_the_mail(self, application):
        decide(editor(), application, approve="1")
        mail = mails_to("kim@deuil.nl")[0]
        kim = verified(UserFactory(email="kim@deuil.nl"))
        invitations.accept(token_in(mail), kim)

        assert mail.subject == "De Uil is lid van de alliantie"
        assert is_administrator(kim, Organisation.objects.get())

    def test_an_organisation_of_the_register_is_not_made_again(self, application):
        known = SchoolFactory(name="Basisschool De Uil")
        decide(editor(), application, approve="1", organisation=known.pk)

        known.refresh_from_db()
        assert Organisation.objects.get() == known
        assert known.alliance_since == timezone.localdate()

    def test_a_member_since_longer_stays_so(self, application):
        long_ago = timezone.localdate() - timedelta(days=900)
        known = SchoolFactory(alliance_since=long_ago)
        decide(editor(), application, approve="1", organisation=known.pk)

        known.refresh_from_db()
        assert known.alliance_since == long_ago

    def test_a_refusal_takes_a_reason_that_the_applicant_reads(self, application):
        somebody = editor()
        assert decide(somebody, application, refuse="1").status_code == 200
        decide(somebody, application, refuse="1", reason="Jullie zijn geen school.")

        application.refresh_from_db()
        assert (application.state, application.decided_by) == (ApplicationState.REFUSED, somebody)
        assert "Jullie zijn geen school." in mails_to("kim@deuil.nl")[0].text
        assert not Organisation.objects.exists()

    def test_a_decision_is_made_once(self, application):
        decide(editor(), application, refuse="1", reason="Nee.")
        decide(editor(), application, approve="1")

        assert not Organisation.objects.exists()

    def test_a_municipality_without_a_place_cannot_be_made(self, application):
        AllianceApplication.objects.update(kind="municipality", municipality=None)
        answer = decide(editor(), application, approve="1")

        assert "welke gemeente" in answer.content.decode()
        application.refresh_from_db()
        assert application.is_pending

    def test_who_is_no_editor_decides_nothing(self, application):
        for user in (UserFactory(), editor("Onderzoeker")):
            decide(user, application, approve="1")

        application.refresh_from_db()
        assert application.is_pending
