"""Asking a question, with and without an account; what is there already; following instead."""

import time

import pytest
from django.test import Client

from accounts.standing import suspend
from delivery.models import Event, OutgoingMail
from organisations import form_tokens
from research.questions import limits
from research.questions.models import Follower, Question, State
from tests.factories import InsightFactory, LevelFactory, UserFactory
from tests.research.questions.people import (
    WORDING,
    asked_by_mail,
    link_in,
    mails_to,
    makelaar,
    question_in,
    signed_in,
)

pytestmark = pytest.mark.django_db
FORM = "/kennisvragen/stellen/"


@pytest.fixture(autouse=True)
def on_the_site(site, index_now):
    index_now()


def filled_in(**changes):
    values = {
        "wording": WORDING,
        "why": "Ons team wil kiezen.",
        "tried": "Stillezen.",
        "name": "Kim de Wit",
        "email": "kim@example.nl",
        "token": form_tokens.new(time.time() - 60),
    }
    return {**values, **changes}


def send(client=None, **changes):
    return (client or Client()).post(FORM, filled_in(**changes))


class TestWithoutAnAccount:
    def test_it_waits_for_the_address_to_be_confirmed(self):
        answer = send()

        question = Question.objects.get()
        assert (answer.status_code, answer["Location"]) == (302, "/kennisvragen/stellen/verstuurd/")
        assert question.state == State.UNCONFIRMED
        assert not Event.objects.exists()

    def test_the_mail_says_nothing_of_what_was_filled_in(self):
        send()

        (mail,) = mails_to("kim@example.nl")
        assert "voorlezen" not in mail.text + mail.subject
        assert "Kim" not in mail.text

    def test_opening_the_link_changes_nothing(self):
        question = asked_by_mail()
        link = link_in(mails_to("kim@example.nl")[0])

        assert Client().get(link).status_code == 200
        assert Client().head(link).status_code == 200
        question.refresh_from_db()
        assert question.state == State.UNCONFIRMED

    def test_the_button_behind_the_link_makes_it_count(self):
        question = asked_by_mail()
        Client().post(link_in(mails_to("kim@example.nl")[0]) + "bevestigen/")

        question.refresh_from_db()
        assert question.state == State.SUBMITTED
        assert question.promised_on is not None

    def test_confirmed_twice_it_counts_once(self):
        question = asked_by_mail()
        for _ in range(2):
            Client().post(link_in(mails_to("kim@example.nl")[0]) + "bevestigen/")

        assert question.transitions.count() == 1

    def test_of_the_link_only_a_hash_is_kept(self):
        asked_by_mail()
        token = link_in(mails_to("kim@example.nl")[0]).split("/")[3]
        kept = Follower.objects.values().get()

        assert token not in str(kept)
        assert kept["link_hash"]

    def test_a_new_link_makes_the_old_one_worthless(self):
        asked_by_mail()
        old = link_in(mails_to("kim@example.nl")[0])
        Client().post(old + "bevestigen/")
        Client().post(old + "nieuwe-link/")
        new = link_in(mails_to("kim@example.nl")[-1])

        assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)

    def test_a_link_that_was_kept_by_the_page_cache_is_not_shown_to_others(self, settings):
        settings.PAGE_CACHE_SECONDS = 600
        asked_by_mail()
        link = link_in(mails_to("kim@example.nl")[0])
        Client().get(link)
        Follower.objects.update(link_hash=None)

        assert Client().get(link).status_code == 404


class TestWithAnAccount:
    def test_it_counts_at_once_and_every_makelaar_hears(self):
        makelaar()
        user = UserFactory()
        answer = send(signed_in(user), name="", email="")

        question = Question.objects.get()
        assert answer["Location"] == question.get_absolute_url()
        assert (question.state, question.asked_as) == (State.SUBMITTED, WORDING)
        assert Event.objects.filter(kind="question_step").count() == 1

    def test_who_is_suspended_asks_nothing(self):
        user = UserFactory()
        suspend(user, reason="ruzie", by=None)

        assert send(signed_in(user)).status_code == 403
        assert not Question.objects.exists()

    def test_context_is_kept(self):
        level = LevelFactory(code="groep-7")
        send(signed_in(UserFactory()), level=level.pk)

        question = Question.objects.get()
        assert (question.level, question.why, question.tried) == (level, "Ons team wil kiezen.", "Stillezen.")


class TestTheForm:
    def test_sent_twice_it_is_one_question(self):
        values = filled_in()
        for _ in range(2):
            Client().post(FORM, values)

        assert Question.objects.count() == 1
        assert OutgoingMail.objects.count() == 1

    def test_a_question_of_three_words_is_too_short(self):
        answer = send(wording="Helpt lezen?")

        assert answer.status_code == 422
        assert "wording" in answer.context["form"].errors

    @pytest.mark.parametrize("token", ["", "verzonnen", form_tokens.new(time.time() - 2 * 24 * 3600)])
    def test_a_form_that_was_not_made_here_is_shown_again(self, token):
        assert send(token=token).status_code == 422
        assert not Question.objects.exists()

    def test_what_was_typed_in_the_search_stands_in_the_field(self):
        answer = Client().get(FORM, {"vraag": "hoe leren kleuters tellen"})

        assert answer.context["form"]["wording"].value() == "hoe leren kleuters tellen"

    def test_one_address_asks_so_often_a_day(self):
        for number in range(limits.MOST_A_DAY_BY_ONE):
            asked_by_mail(wording=f"{WORDING} {number}")

        assert send().status_code == 422

    def test_one_network_asks_so_often_an_hour(self, monkeypatch):
        monkeypatch.setattr(limits, "MOST_AN_HOUR_FROM_A_NETWORK", 2)
        statuses = [send(email=f"kim{number}@example.nl").status_code for number in range(3)]

        assert statuses == [302, 302, 422]


class TestWhatIsThereAlready:
    @pytest.fixture
    def insight(self, site, index_now):
        page = InsightFactory(parent=site.insights, title="Hardop voorlezen", question="Helpt hardop voorlezen?")
        index_now()
        return page

    def test_without_a_script_it_comes_as_a_step(self, insight):
        answer = send()

        assert "Bestaat het antwoord al?" in answer.content.decode()
        assert "Hardop voorlezen" in answer.content.decode()
        assert not Question.objects.exists()

    def test_sent_on_from_that_step_the_question_is_kept(self, insight):
        step = send()
        Client().post(FORM, {**filled_in(), "seen": [one.key for one in step.context["similar"]]})

        assert Question.objects.count() == 1

    def test_what_was_seen_while_typing_is_not_shown_again(self, insight):
        send(seen=[f"p{insight.pk}"])

        assert Question.objects.count() == 1

    def test_while_typing_it_is_a_piece_of_a_page(self, insight):
        found = Client().get("/kennisvragen/lijkt-op/", {"vraag": WORDING}).content.decode()

        assert "Hardop voorlezen" in found
        assert "<html" not in found

    def test_a_few_letters_find_nothing(self, insight):
        assert Client().get("/kennisvragen/lijkt-op/", {"vraag": "voorlezen"}).content.strip() == b""

    def test_a_question_in_progress_is_found_in_other_words(self):
        running = question_in(State.IN_RESEARCH)
        found = Client().get("/kennisvragen/lijkt-op/", {"vraag": "Werkt het als ik mijn groep hardop voorlees?"})

        assert running.wording in found.content.decode()

    def test_a_question_that_is_not_public_is_never_found(self):
        question_in(State.IN_DIALOGUE)

        assert Client().get("/kennisvragen/lijkt-op/", {"vraag": WORDING}).content.strip() == b""


class TestFollowing:
    @pytest.fixture
    def running(self):
        return question_in(State.ACCEPTED)

    def test_a_member_follows_with_one_click(self, running):
        user = UserFactory()
        for _ in range(2):
            signed_in(user).post(f"{running.get_absolute_url()}volgen/")

        assert running.followers.filter(user=user, is_asker=False).count() == 1

    def test_without_an_account_it_counts_once_the_address_is_confirmed(self, running):
        Client().post(f"{running.get_absolute_url()}volgen/", filled_in())
        follower = running.followers.get(is_asker=False)
        assert not follower.is_reached_by_mail
        Client().post(link_in(mails_to("kim@example.nl")[0]) + "bevestigen/")

        follower.refresh_from_db()
        assert follower.is_reached_by_mail

    def test_whether_an_address_follows_already_is_told_to_nobody(self, running):
        first = Client().post(f"{running.get_absolute_url()}volgen/", filled_in())
        second = Client().post(f"{running.get_absolute_url()}volgen/", filled_in())

        assert first["Location"] == second["Location"]
        assert len(mails_to("kim@example.nl")) == 1

    def test_who_stops_is_forgotten(self, running):
        Client().post(f"{running.get_absolute_url()}volgen/", filled_in())
        link = link_in(mails_to("kim@example.nl")[0])
        Client().post(link + "bevestigen/")
        Client().post(link + "ontvolgen/")

        assert not running.followers.filter(is_asker=False).exists()

    def test_a_question_that_is_not_public_is_not_there_to_follow(self):
        hidden = question_in(State.SUBMITTED)

        assert signed_in(UserFactory()).post(f"{hidden.get_absolute_url()}volgen/").status_code == 404
