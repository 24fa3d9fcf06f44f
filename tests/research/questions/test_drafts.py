"""What is written of an answer: kept to go on later, shared, never overwritten unseen, gone once it was sent."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts import own_data as everyones_data
from research.questions import answering, drafts, own_data, retention
from research.questions.models import AnswerDraft, AnswerPage, AssignmentState, State
from tests.factories import PolicyFactory, UserFactory
from tests.research.questions.people import assigned, makelaar, named, question_in, signed_in

pytestmark = pytest.mark.django_db
FILLED_IN = {
    "short_answer": "Ja, meestal.",
    "explanation": "Eerste alinea.\n\nTweede alinea.",
    "certainty": "3",
    "certainty_explanation": "Veel studies.",
}


@pytest.fixture
def question(site):
    return question_in(State.IN_RESEARCH)


@pytest.fixture
def ravi(question):
    return assigned(question)


def address(question, more=""):
    return f"{question.get_absolute_url()}antwoorden/{more}"


class Window:
    """The form as it stands open in somebody's browser."""

    def __init__(self, user, question):
        self.client, self.question = signed_in(user), question
        self.shows(self.client.get(address(question)))

    def shows(self, response):
        self.numbers, self.initial = response.context["writing"], response.context["form"].initial
        self.draft_version = self.numbers.number
        return response

    def post(self, more="", **typed):
        sent = {
            "window": self.numbers.window,
            "based_on": self.numbers.based_on,
            "draft_version": self.draft_version,
            "revisie": self.numbers.revision or "",
        }
        return self.client.post(address(self.question, more), {**sent, **typed})

    def types(self, **typed):
        """What the script does while somebody types."""
        self.draft_version += 1
        return self.post("concept/", **typed).json()["kept"]

    def keeps(self, **typed):
        return self.post(bewaar="1", **typed)

    def sends(self, **changed):
        return self.post(**{**FILLED_IN, **changed})


class TestGoingOnLater:
    def test_what_was_kept_half_finished_stands_there_the_next_time(self, question, ravi):
        answer = Window(ravi, question).keeps(short_answer="Ja, want", certainty="3")

        assert answer["Location"] == question.get_absolute_url()
        later = Window(ravi, question)
        assert (later.initial["short_answer"], later.initial["certainty"]) == ("Ja, want", "3")
        question.refresh_from_db()
        assert question.state == State.IN_RESEARCH
        assert not AnswerPage.objects.exists()

    def test_the_question_leads_back_to_it(self, question, ravi):
        Window(ravi, question).keeps(short_answer="Ja, want")

        assert "Schrijf verder aan het antwoord" in signed_in(ravi).get(question.get_absolute_url()).content.decode()
        assert "Ja, want" not in Client().get(question.get_absolute_url()).content.decode()

    def test_who_writes_along_goes_on_where_the_other_stopped_and_reads_who_that_was(self, question, ravi):
        Window(ravi, question).keeps(short_answer="Ja, want")
        shown = signed_in(makelaar()).get(address(question))

        assert shown.context["form"].initial["short_answer"] == "Ja, want"
        assert "Ravi Onderzoeker" in shown.content.decode()

    def test_what_is_typed_is_kept_by_itself(self, question, ravi):
        window = Window(ravi, question)

        assert window.types(short_answer="J") is window.types(short_answer="Ja") is True
        assert Window(ravi, question).initial["short_answer"] == "Ja"


class TestTwoWhoWrite:
    def test_a_saving_that_comes_late_does_not_overwrite_a_newer_one(self, question, ravi):
        window = Window(ravi, question)
        window.draft_version = 4
        window.types(short_answer="Nieuw")
        window.draft_version = 2

        assert window.types(short_answer="Oud") is False
        assert AnswerDraft.objects.get().values["short_answer"] == "Nieuw"

    def test_who_types_beside_another_is_told_and_overwrites_nothing_however_far_the_count(self, question, ravi):
        window, other = Window(ravi, question), Window(makelaar(), question)
        window.types(short_answer="Van Ravi")
        other.draft_version = 40

        assert other.types(short_answer="Van Noor") is False
        assert AnswerDraft.objects.get().values["short_answer"] == "Van Ravi"

    @pytest.mark.parametrize("press", ["keeps", "sends"])
    def test_by_button_both_texts_are_shown_and_the_choice_counts(self, question, ravi, press):
        window, other = Window(ravi, question), Window(makelaar(), question)
        window.keeps(**{**FILLED_IN, "short_answer": "Van Ravi", "certainty": "2"})
        answer = getattr(other, press)(**{**FILLED_IN, "short_answer": "Van Noor"})

        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Van Ravi" in page and "Van Noor" in page and "Ravi Onderzoeker bewaarde intussen" in page
        assert set(answer.context["others"]) == {"short_answer", "certainty"}
        assert "data-keeps-draft" not in page
        other.shows(answer)
        assert other.keeps(**{**FILLED_IN, "short_answer": "Van beiden"}).status_code == 302
        assert AnswerDraft.objects.get().values["short_answer"] == "Van beiden"

    def test_the_same_text_is_no_conflict(self, question, ravi):
        window, other = Window(ravi, question), Window(makelaar(), question)
        window.keeps(**FILLED_IN)

        assert other.sends().status_code == 302


class TestSending:
    def test_sent_the_draft_is_gone_and_what_came_late_does_not_bring_it_back(self, question, ravi):
        window = Window(ravi, question)
        window.types(**FILLED_IN)
        window.sends()

        row = AnswerDraft.objects.get()
        assert (row.values, row.writer, drafts.draft_of(question)) == ({}, None, None)
        assert window.types(short_answer="Te laat") is False
        assert AnswerDraft.objects.get().values == {}

    def test_with_a_mistake_in_it_what_was_kept_stays(self, question, ravi):
        window = Window(ravi, question)
        window.types(short_answer="Ja")
        answer = window.sends(certainty="")

        assert answer.status_code == 422
        assert window.shows(answer).context["form"].data["short_answer"] == "Ja, meestal."
        assert AnswerDraft.objects.get().values["short_answer"] == "Ja"
        assert window.sends().status_code == 302

    def test_an_editors_change_is_shown_beside_what_was_written_on_meanwhile(self, question, ravi):
        Window(ravi, question).sends()
        window = Window(ravi, question)
        page = AnswerPage.objects.get()
        page.certainty_explanation = "Van de redactie."
        page.save_revision()
        answer = window.sends(short_answer="Beter gezegd.")

        assert answer.status_code == 409
        assert answer.context["others"] == {"short_answer": "Ja, meestal.", "certainty_explanation": "Van de redactie."}
        window.shows(answer)
        assert window.sends(short_answer="Beter gezegd.").status_code == 302
        question.refresh_from_db()
        assert "Beter gezegd." in answering.latest_draft(question).short_answer

    def test_a_draft_older_than_the_editors_change_shows_theirs_when_it_is_taken_up(self, question, ravi):
        Window(ravi, question).sends()
        Window(ravi, question).keeps(**{**FILLED_IN, "short_answer": "Beter gezegd."})
        page = AnswerPage.objects.get()
        page.certainty_explanation = "Van de redactie."
        page.save_revision()

        shown = signed_in(ravi).get(address(question))
        assert shown.context["others"]["certainty_explanation"] == "Van de redactie."

    def test_what_the_form_cannot_hold_any_more_is_not_thrown_away(self, question, ravi):
        Window(ravi, question).sends()
        question.refresh_from_db()
        window = Window(ravi, question)
        page = answering.latest_draft(question)
        page.short_answer = "<p>Ja, <b>meestal</b>.</p>"
        page.save_revision()
        answer = window.sends(short_answer="Nog niet verstuurd.")

        assert answer["Location"] == address(question, "voorbeeld/")
        assert "Nog niet verstuurd." in window.client.get(answer["Location"]).content.decode()


class TestThePreview:
    def test_it_shows_the_answer_as_readers_will_see_it(self, site, question, ravi):
        policy = PolicyFactory(parent=site.policies, slug="stuk", title="Een beleidsstuk")
        window = Window(ravi, question)
        answer = window.post(bekijk="1", pages="http://testserver/beleid/stuk/\nonzin", **FILLED_IN)

        shown = window.client.get(answer["Location"])
        page = shown.content.decode().partition("<main")[2]
        order = ["Kort antwoord</h2>", "Ja, meestal.", "Tweede alinea.", "Veel studies.", policy.title, "De vraag</h2>"]
        places = [page.index(text) for text in order]
        assert places == sorted(places)
        assert "Ravi Onderzoeker" in page
        assert "het staat nog niet op de site" in page.lower()
        assert not AnswerPage.objects.exists()
        assert [str(label) for label in shown.context["missing"]] == ["Onderzoek op deze site"]

    def test_half_finished_it_says_what_is_missing(self, question, ravi):
        Window(ravi, question).keeps(short_answer="Ja <b>echt</b>.")
        page = signed_in(ravi).get(address(question, "voorbeeld/")).content.decode()

        assert "Ja &lt;b&gt;echt" in page
        assert "Uitleg, Hoe sterk is het bewijs?, Waarom zo sterk?" in page

    def test_of_what_the_editors_have_it_shows_that(self, question, ravi):
        Window(ravi, question).sends()

        assert "Tweede alinea." in signed_in(ravi).get(address(question, "voorbeeld/")).content.decode()

    def test_of_nothing_there_is_none(self, question, ravi):
        assert signed_in(ravi).get(address(question, "voorbeeld/"))["Location"] == address(question)

    def test_it_takes_few_queries(self, question, ravi, django_assert_max_num_queries):
        Window(ravi, question).keeps(**FILLED_IN)
        client = signed_in(ravi)
        client.get(address(question, "voorbeeld/"))

        with django_assert_max_num_queries(24):
            client.get(address(question, "voorbeeld/"))


class TestWhoMay:
    ADDRESSES = ("", "concept/", "voorbeeld/")

    def statuses(self, client, question):
        typed = {"window": "w", "based_on": "0", "draft_version": "1", "short_answer": "x"}
        return (
            client.post(address(question), {"bewaar": "1", **typed}).status_code,
            client.post(address(question, "concept/"), typed).status_code,
            client.get(address(question, "voorbeeld/")).status_code,
        )

    @pytest.mark.parametrize(
        "who",
        [
            lambda question: UserFactory(),
            lambda question: named("Els", "Redacteur"),
            lambda question: question.followers.get(is_asker=True).user,
            lambda question: assigned(question, AssignmentState.ASKED),
            lambda question: assigned(question, AssignmentState.DECLINED),
        ],
        ids=["member", "editor", "asker", "invited", "declined"],
    )
    def test_nobody_else_reads_or_writes_it(self, question, who):
        assert self.statuses(signed_in(who(question)), question) == (403, 403, 403)
        assert not AnswerDraft.objects.exists()

    def test_a_visitor_is_asked_to_log_in(self, question):
        assert self.statuses(Client(), question) == (302, 403, 302)

    @pytest.mark.parametrize("state", set(State) - {State.ACCEPTED, State.IN_RESEARCH, State.IN_EDITING})
    def test_where_no_answer_is_written_no_draft_is_kept(self, question, ravi, state):
        type(question).objects.update(state=state)

        assert set(self.statuses(signed_in(ravi), question)) <= {403, 404}
        assert not AnswerDraft.objects.exists()


class TestOwnData:
    def test_the_archive_holds_what_was_written(self, question, ravi):
        Window(ravi, question).keeps(short_answer="Mijn woorden")
        files = {file.path: json.loads(file.as_bytes()) for file in own_data.export(ravi)}

        assert files["concepten.json"][0]["short_answer"] == "Mijn woorden"

    def test_who_leaves_leaves_the_draft_to_the_others_without_a_name(self, question, ravi):
        Window(ravi, question).keeps(short_answer="Samen geschreven")
        everyones_data.leave(ravi)

        assert AnswerDraft.objects.get().writer is None
        shown = signed_in(makelaar()).get(address(question))
        assert shown.context["form"].initial["short_answer"] == "Samen geschreven"
        assert "Ravi" not in shown.content.decode()

    def test_long_after_the_end_it_goes(self, question, ravi):
        Window(ravi, question).keeps(short_answer="Nooit verstuurd")
        type(question).objects.update(state=State.REFERRED)
        now = timezone.now()

        assert retention.forget_drafts(now - timedelta(days=1)) == 0
        assert retention.forget_drafts(now + timedelta(days=1)) == 1

    def test_of_a_question_that_runs_it_stays(self, question, ravi):
        Window(ravi, question).keeps(short_answer="Nog bezig")

        assert retention.forget_drafts(timezone.now() + timedelta(days=1)) == 0
