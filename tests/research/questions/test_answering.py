"""The answer: written outside the admin, published by the editors, heard of by who waits for it."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from delivery import kinds
from delivery.models import Event
from research.questions import answering
from research.questions.answering import AnswerText, ChangedMeanwhileError
from research.questions.models import AnswerPage, Follower, State
from research.questions.workflow import Who
from tests.factories import LevelFactory, PolicyFactory, ThemeFactory, UserFactory
from tests.research.questions.people import (
    WORDING,
    asked_by_mail,
    assigned,
    link_in,
    mails_to,
    makelaar,
    question_in,
    signed_in,
)

pytestmark = pytest.mark.django_db
TEXT = AnswerText(
    "Ja, meestal.", "Eerste alinea.\n\nTweede alinea.", 3, "Veel studies.", "Voor kleuters niet onderzocht."
)
FILLED_IN = {
    "short_answer": "Ja, meestal.",
    "explanation": "Eerste alinea.\n\nTweede <b>alinea</b>.",
    "certainty": "3",
    "certainty_explanation": "Veel studies.",
    "references": "Mol & Bus (2011). To read or not to read. https://doi.org/10.1037/a0021890",
}


@pytest.fixture
def question(site):
    return question_in(
        State.IN_RESEARCH, level=LevelFactory(code="groep-7"), theme=ThemeFactory(slug="lezen", name="Lezen")
    )


class TestTheDraft:
    def test_a_researcher_writes_it_and_the_editors_are_asked(self, site, question):
        policy = PolicyFactory(parent=site.policies, slug="stuk")
        ravi = assigned(question)
        signed_in(ravi).post(
            f"{question.get_absolute_url()}antwoorden/", {**FILLED_IN, "pages": "http://testserver/beleid/stuk/"}
        )

        question.refresh_from_db()
        page = answering.latest_draft(question)
        assert question.state == State.IN_EDITING
        assert (page.live, page.title, page.asked_as) == (False, WORDING, WORDING)
        assert page.current_workflow_state is not None
        assert [author.person.user for author in page.page_authors.all()] == [ravi]
        assert [relation.target_id for relation in page.outgoing_relations.all()] == [policy.pk]
        assert [theme.slug for theme in page.themes.all()] == ["lezen"]

    def test_what_looks_like_markup_is_text(self, question):
        signed_in(assigned(question)).post(f"{question.get_absolute_url()}antwoorden/", FILLED_IN)

        question.refresh_from_db()
        page = answering.latest_draft(question)
        assert "&lt;b&gt;alinea" in page.explanation[0].value.source
        assert page.references[0].value["address"] == "https://doi.org/10.1037/a0021890"

    def test_it_can_be_bettered_until_it_is_published(self, question):
        ravi = assigned(question)
        page = answering.draft(question.pk, Who(ravi), TEXT)
        client, address = signed_in(ravi), f"{question.get_absolute_url()}antwoorden/"
        assert client.get(address).context["form"].initial["explanation"] == TEXT.explanation
        client.post(address, {**FILLED_IN, "short_answer": "Nee.", "revisie": page.latest_revision_id})

        question.refresh_from_db()
        assert "Nee." in answering.latest_draft(question).short_answer

    def test_what_an_editor_saved_meanwhile_is_not_lost(self, question):
        ravi = assigned(question)
        seen = answering.draft(question.pk, Who(ravi), TEXT).latest_revision_id
        page = AnswerPage.objects.get()
        page.summary = "Van de redactie."
        page.save_revision()

        with pytest.raises(ChangedMeanwhileError):
            answering.draft(question.pk, Who(ravi), TEXT, seen)

    def test_nobody_else_writes_it(self, question):
        assert signed_in(UserFactory()).get(f"{question.get_absolute_url()}antwoorden/").status_code == 403


class TestPublishing:
    @pytest.fixture
    def page(self, question):
        answering.draft(question.pk, Who(assigned(question)), TEXT)
        question.refresh_from_db()
        return answering.latest_draft(question)

    def test_asker_followers_and_who_looked_into_it_hear(self, question, page):
        follower = Follower.objects.create(question=question, user=UserFactory())
        page.save_revision().publish()

        question.refresh_from_db()
        event = Event.objects.filter(kind="question_step").latest("pk")
        told = {reason.user_id for reason in kinds.get("question_step").audience(event)}
        assert question.state == State.ANSWERED
        researcher = question.assignments.get().researcher_id
        assert told == {question.followers.get(is_asker=True).user_id, follower.user_id, researcher}

    def test_who_has_no_account_gets_a_mail(self, site):
        asked = asked_by_mail()
        Client().post(link_in(mails_to("kim@example.nl")[0]) + "bevestigen/")
        type(asked).objects.update(state=State.IN_RESEARCH)
        answering.draft(asked.pk, Who(makelaar()), TEXT)
        asked.refresh_from_db()
        answering.latest_draft(asked).save_revision().publish()

        assert "Er is een antwoord" in mails_to("kim@example.nl")[-1].subject

    def test_published_again_nobody_hears_twice(self, question, page):
        for _ in range(2):
            page.save_revision().publish()

        assert question.transitions.filter(state=State.ANSWERED).count() == 1

    def test_taken_back_it_is_with_the_editors_again(self, question, page):
        page.save_revision().publish()
        AnswerPage.objects.get().unpublish()

        question.refresh_from_db()
        assert question.state == State.IN_EDITING

    def test_the_page_says_the_short_answer_first(self, question, page):
        page.save_revision().publish()
        shown = Client().get(AnswerPage.objects.get().url).content.decode()

        order = [shown.index(text) for text in ("Kort antwoord</h2>", "Uitleg</h2>", "Hoe sterk is het bewijs?</h2>")]
        assert order == sorted(order)
        assert "Voor kleuters niet onderzocht." in shown
        assert shown.index("De vraag</h2>") < shown.index("Zoals gesteld")

    def test_the_question_leads_to_its_answer(self, question, page):
        page.save_revision().publish()

        assert AnswerPage.objects.get().url in Client().get(question.get_absolute_url()).content.decode()

    def test_it_is_found_and_listed(self, question, page, index_now):
        page.save_revision().publish()
        index_now()

        assert WORDING in Client().get("/kennisvragen/").content.decode()
        found = Client().get("/api/zoeken/?q=voorlezen&bewijs=onderzoek-3").json()["results"]
        assert [(hit["title"], hit["type"]) for hit in found] == [(WORDING, "answer")]
        assert WORDING in Client().get("/feeds/answer.rss").content.decode()


@pytest.mark.parametrize("slug", ["stellen", "werk", "vraag", "link", "lijkt-op", "lopend"])
def test_an_answer_never_stands_where_the_site_has_an_address(site, slug):
    with pytest.raises(ValidationError):
        AnswerPage(title="Vraag", slug=slug).clean()
