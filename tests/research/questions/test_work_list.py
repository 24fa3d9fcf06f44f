"""What there is to do for kennismakelaars, and the nudge."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from delivery import kinds
from delivery.models import Event
from research.questions import work_list
from research.questions.models import State
from tests.factories import UserFactory
from tests.research.questions.people import makelaar, named, question_in, signed_in

pytestmark = pytest.mark.django_db
WORK = "/kennisvragen/werk/"
MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)


@pytest.fixture
def noor(site):
    return makelaar()


@pytest.fixture
def questions(noor):
    yesterday, tomorrow = timezone.localdate() - timedelta(days=1), timezone.localdate() + timedelta(days=1)
    return {
        "late": question_in(State.SUBMITTED, wording="Een vraag die te laat is?", promised_on=yesterday),
        "mine": question_in(State.IN_RESEARCH, wording="Een vraag van mij?", promised_on=tomorrow, makelaar=noor),
        "done": question_in(State.REJECTED, wording="Een vraag die klaar is?", promised_on=yesterday),
    }


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["late", "mine"]),
        ("?van=mij", ["mine"]),
        ("?van=niemand", ["late"]),
        ("?van=te-laat", ["late"]),
        ("?stand=in_research", ["mine"]),
        ("?stand=in_research&van=niemand", []),
        ("?van=onzin&stand=rejected", ["late", "mine"]),
    ],
)
def test_it_shows_what_is_open_and_asked_for(noor, questions, query, shown):
    found = signed_in(noor).get(WORK + query).context["questions"]

    assert [question.pk for question in found] == [questions[name].pk for name in shown]


def test_a_makelaar_needs_no_rights_in_the_admin(noor, questions):
    assert signed_in(noor).get(WORK).status_code == 200
    assert signed_in(noor).get("/admin/").status_code == 403


def test_it_asks_no_more_for_more_questions(noor, django_assert_max_num_queries):
    for _ in range(20):
        question_in(State.SUBMITTED, makelaar=named("Noor"))
    client = signed_in(noor)
    client.get(WORK)

    with django_assert_max_num_queries(14):
        client.get(WORK)


def test_each_makelaar_is_nudged_once_a_day(noor, questions):
    other = makelaar("Els Verbinder")

    assert [work_list.nudge(MONDAY + timedelta(days=365)), work_list.nudge(MONDAY + timedelta(days=365))] == [2, 2]
    told = {event.data["makelaar"] for event in Event.objects.filter(kind=work_list.OVERDUE)}
    assert Event.objects.filter(kind=work_list.OVERDUE).count() == 2
    assert told == {noor.pk, other.pk}


def test_not_in_the_weekend_and_not_without_reason(noor):
    question_in(State.SUBMITTED, promised_on=date(2020, 1, 1))

    assert work_list.nudge(SATURDAY) == 0
    assert work_list.nudge(date(2019, 12, 30)) == 0


def test_who_is_no_makelaar_any_more_reads_no_nudge(noor, questions):
    work_list.nudge(MONDAY + timedelta(days=365))
    event = Event.objects.get(kind=work_list.OVERDUE)
    kind = kinds.get(work_list.OVERDUE)
    assert kind.present(event, noor).title.startswith("2 kennisvragen")
    noor.groups.clear()

    assert not kind.may_see(event, type(noor).objects.get(pk=noor.pk))


def test_a_member_sees_what_they_asked_and_take_on(site):
    user = UserFactory()
    question_in(State.SUBMITTED, user, wording="Mijn eigen vraag over lezen?")

    assert "Mijn eigen vraag over lezen?" in signed_in(user).get("/account/kennisvragen/").content.decode()
