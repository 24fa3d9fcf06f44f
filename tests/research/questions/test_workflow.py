"""From question to answer: who says what to whom, and what everyone sees of it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from caching import generation
from delivery import kinds
from delivery.models import Event
from research.questions import referring, workflow
from research.questions.models import AssignmentState, ProposalState, Question, State
from research.questions.promises import promised_day, working_days_after
from research.questions.workflow import NotAllowedError, Who
from tests.factories import InsightFactory, SchoolFactory, UserFactory
from tests.research.questions.people import (
    WORDING,
    asked_by_mail,
    assigned,
    link_in,
    mails_to,
    makelaar,
    named,
    question_in,
    signed_in,
)

pytestmark = pytest.mark.django_db
SHARPER = "Gaan leerlingen in groep 7 meer lezen als de leraar elke dag een kwartier voorleest?"


def act(user, question, action, **sent):
    return signed_in(user).post(f"{question.get_absolute_url()}{action}/", sent)


def heard(kind):
    """Who would be told of the last event of this kind."""
    event = Event.objects.filter(kind=kind).latest("pk")
    return {reason.user_id for reason in kinds.get(kind).audience(event)} - {event.actor_id}


class TestAPromise:
    @pytest.mark.parametrize(
        ("start", "days", "end"),
        [
            (date(2026, 11, 23), 1, date(2026, 11, 24)),
            (date(2026, 11, 27), 1, date(2026, 11, 30)),
            (date(2026, 11, 28), 1, date(2026, 11, 30)),
            (date(2026, 11, 23), 5, date(2026, 11, 30)),
            (date(2026, 11, 23), 10, date(2026, 12, 7)),
        ],
    )
    def test_it_skips_weekends(self, start, days, end):
        assert working_days_after(start, days) == end

    def test_each_state_has_its_own_and_an_end_has_none(self, settings):
        settings.QUESTION_WORKING_DAYS = {"submitted": 2, "accepted": 0}
        monday = date(2026, 11, 23)

        days = [promised_day(state, monday) for state in (State.SUBMITTED, State.ACCEPTED, State.ANSWERED)]
        assert days == [date(2026, 11, 25), None, None]

    def test_a_makelaar_can_promise_another_day(self, site):
        question, day = question_in(State.IN_DIALOGUE), timezone.localdate() + timedelta(days=90)
        act(makelaar(), question, "beloven", day=day.isoformat())

        question.refresh_from_db()
        assert question.promised_on == day

    def test_a_day_that_passed_is_no_promise(self, site):
        question = question_in(State.IN_DIALOGUE)

        assert act(makelaar(), question, "beloven", day="2020-01-01").status_code == 422


class TestSharpening:
    def test_taking_it_up_names_the_makelaar_to_the_asker(self, site):
        asker, noor = UserFactory(), makelaar("Noor Verbinder")
        question = question_in(State.SUBMITTED, asker)
        act(noor, question, "oppakken")

        shown = signed_in(asker).get(question.get_absolute_url()).content.decode()
        assert "Kennismakelaar: Noor Verbinder." in shown
        assert heard("question_step") == {asker.pk}

    def test_a_proposal_that_is_accepted_becomes_the_question_and_its_history_stays(self, site):
        asker, noor = UserFactory(), makelaar()
        question = question_in(State.SUBMITTED, asker)
        act(noor, question, "voorstellen", wording=SHARPER, text="Bedoel je dit?")
        message = question.messages.get()
        act(asker, question, "voorstel-beslissen", voorstel=message.pk, keuze="ja")

        question.refresh_from_db()
        message.refresh_from_db()
        assert (question.wording, question.asked_as, question.state) == (SHARPER, WORDING, State.IN_DIALOGUE)
        assert (message.proposal, message.replaced) == (ProposalState.ACCEPTED, WORDING)

    def test_a_proposal_that_is_declined_changes_nothing(self, site):
        asker = UserFactory()
        question = question_in(State.IN_DIALOGUE, asker)
        message = workflow.propose_wording(question.pk, Who(makelaar()), SHARPER, "")
        act(asker, question, "voorstel-beslissen", voorstel=message.pk, keuze="nee")

        question.refresh_from_db()
        assert question.wording == WORDING

    def test_a_newer_proposal_takes_the_place_of_one_that_lay_open(self, site):
        asker, noor = UserFactory(), makelaar()
        question = question_in(State.IN_DIALOGUE, asker)
        first = workflow.propose_wording(question.pk, Who(noor), SHARPER, "")
        workflow.propose_wording(question.pk, Who(noor), SHARPER + " Of niet?", "")

        with pytest.raises(NotAllowedError):
            workflow.decide_wording(question.pk, Who(asker), first.pk, accepted=True)

    def test_an_asker_without_an_account_talks_by_the_link(self, site):
        question = asked_by_mail()
        link = link_in(mails_to("kim@example.nl")[0])
        Client().post(link + "bevestigen/")
        noor = makelaar("Noor Verbinder")
        workflow.propose_wording(question.pk, Who(noor), SHARPER, "Klopt dit?")
        Client().post(link + "bericht/", {"text": "Het gaat om jongens."})

        assert SHARPER in mails_to("kim@example.nl")[-1].text
        assert "Noor Verbinder" in mails_to("kim@example.nl")[-1].text
        assert question.messages.filter(from_asker=True, author=None).get().text == "Het gaat om jongens."
        assert heard("question_said") == {noor.pk}

    def test_nobody_else_reads_what_is_said(self, site):
        question = question_in(State.ACCEPTED, why="Het ligt gevoelig in ons team.")
        workflow.write(question.pk, Who(makelaar()), "Vertel eens over je groep.")

        for client in (Client(), signed_in(UserFactory())):
            shown = client.get(question.get_absolute_url()).content.decode()
            assert "Vertel eens" not in shown
            assert "gevoelig" not in shown


class TestWhoSeesIt:
    @pytest.mark.parametrize("state", [State.UNCONFIRMED, State.SUBMITTED, State.IN_DIALOGUE, State.REJECTED])
    def test_what_is_not_public_does_not_exist_for_others(self, site, state):
        question = question_in(state)

        assert Client().get(question.get_absolute_url()).status_code == 404
        assert signed_in(UserFactory()).get(question.get_absolute_url()).status_code == 404

    def test_a_public_question_never_says_who_asked_it(self, site):
        question = question_in(State.ACCEPTED, named("Bo Jansen"))

        assert "Bo Jansen" not in Client().get(question.get_absolute_url()).content.decode()

    def test_visitors_see_the_steps_since_it_is_public(self, site):
        asker, noor = UserFactory(), makelaar()
        question = question_in(State.SUBMITTED, asker)
        workflow.take(question.pk, Who(noor))
        workflow.accept(question.pk, Who(noor))

        steps = [step.state for step in Client().get(question.get_absolute_url()).context["steps"]]
        own = [step.state for step in signed_in(asker).get(question.get_absolute_url()).context["steps"]]
        assert (steps, own) == ([State.ACCEPTED], [State.IN_DIALOGUE, State.ACCEPTED])

    def test_accepting_it_renews_what_visitors_see(self, site, django_capture_on_commit_callbacks):
        question, before = question_in(State.IN_DIALOGUE), generation.current()
        with django_capture_on_commit_callbacks(execute=True):
            workflow.accept(question.pk, Who(makelaar()))

        assert generation.current() != before

    def test_what_somebody_may_never_do_is_refused(self, site):
        question = question_in(State.ACCEPTED)

        assert act(UserFactory(), question, "aannemen").status_code == 403

    def test_what_came_too_late_is_said(self, site):
        question = question_in(State.ACCEPTED)
        answer = signed_in(makelaar()).post(f"{question.get_absolute_url()}aannemen/", follow=True)

        assert "Dat kan nu niet" in answer.content.decode()

    @pytest.mark.parametrize("action", ["publiceren", "zien", "bestaat-niet"])
    def test_what_is_no_action_has_no_address(self, site, action):
        assert act(makelaar(), question_in(State.ACCEPTED), action).status_code == 404


class TestResearchers:
    def test_a_researcher_is_asked_and_takes_it_on(self, site):
        noor, ravi = makelaar(), named("Ravi Onderzoeker", "Onderzoeker")
        question = question_in(State.ACCEPTED, makelaar=noor)
        act(noor, question, "vragen", researcher=ravi.pk)
        assert heard("question_assigned") == {ravi.pk}
        act(ravi, question, "meedoen")

        question.refresh_from_db()
        assert question.state == State.IN_RESEARCH
        assert heard("question_assigned") == {noor.pk}

    def test_another_member_is_asked_by_address(self, site):
        member = UserFactory(email="ravi@example.nl")
        question = question_in(State.ACCEPTED)
        act(makelaar(), question, "vragen", email="RAVI@example.nl")

        assert question.assignments.get().researcher == member

    def test_who_cannot_says_so_and_can_be_asked_again(self, site):
        question, noor = question_in(State.ACCEPTED), makelaar()
        ravi = assigned(question, AssignmentState.ASKED)
        act(ravi, question, "afzien")
        assert question.assignments.get().state == AssignmentState.DECLINED
        workflow.assign(question.pk, Who(noor), ravi)

        assert question.assignments.get().state == AssignmentState.ASKED


class TestReferring:
    def test_to_an_insight_with_a_reason_that_the_asker_reads(self, site):
        insight = InsightFactory(parent=site.insights, slug="voorlezen", title="Voorlezen werkt")
        asker = UserFactory()
        question = question_in(State.IN_DIALOGUE, asker)
        act(makelaar(), question, "doorverwijzen", address="/onderzoek/voorlezen/", reason="Daar staat het.")

        question.refresh_from_db()
        shown = signed_in(asker).get(question.get_absolute_url()).content.decode()
        assert (question.state, question.referred_page_id) == (State.REFERRED, insight.pk)
        assert "Voorlezen werkt" in shown
        assert "Daar staat het." in shown

    def test_to_an_organisation_and_to_another_question(self, site):
        school, other = SchoolFactory(slug="de-uil"), question_in(State.ACCEPTED)

        assert referring.goal_at("http://testserver/organisaties/de-uil/").organisation == school
        assert referring.goal_at(other.get_absolute_url()).question == other

    @pytest.mark.parametrize(
        "address", ["", "geen adres", "/onderzoek/bestaat-niet/", "/admin/", "https://elders.nl/x"]
    )
    def test_never_to_what_is_not_there(self, site, address):
        assert referring.goal_at(address) is None

    def test_never_to_a_question_that_is_not_public(self, site):
        assert referring.goal_at(question_in(State.IN_DIALOGUE).get_absolute_url()) is None

    def test_a_rejection_takes_a_reason(self, site):
        question = question_in(State.SUBMITTED)

        assert act(makelaar(), question, "afwijzen", reason="").status_code == 422
        assert Question.objects.get().state == State.SUBMITTED

    def test_what_was_rejected_can_be_opened_again(self, site):
        question, noor = question_in(State.SUBMITTED), makelaar()
        act(noor, question, "afwijzen", reason="Dit is geen onderzoeksvraag.")
        act(noor, question, "heropenen")

        question.refresh_from_db()
        assert (question.state, question.reason) == (State.IN_DIALOGUE, "")
