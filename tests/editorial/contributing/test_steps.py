"""The steps of a form: their order, and where each answer and each field of the page is asked."""

import pytest

from editorial.contributing.forms import StepForm, moved_up
from editorial.contributing.steps import OwnPage, Step, Steps


class NameForm(StepForm):
    names = ("title", "summary")


class TermsOfUseForm(StepForm):
    names = ("licence",)


@pytest.fixture
def steps():
    """A form of two steps with a page of its own between them, and one to check it all."""
    return Steps(
        "practices",
        (
            Step("naam", "De naam", NameForm),
            OwnPage("beelden", "Beelden", "pictures"),
            Step("delen", "Delen", TermsOfUseForm),
            OwnPage("controleren", "Controleren", "check"),
        ),
        {"title": "Titel"},
        places={"picture": "beelden", "body": "beelden"},
        answers={"body": "picture"},
    )


def test_one_step_follows_the_other_until_the_last(steps):
    assert [steps.after(code) for code in steps.order] == ["beelden", "delen", "controleren", "controleren"]


def test_an_answer_is_asked_in_the_step_of_its_form(steps):
    assert [steps.step_of(name) for name in ("summary", "licence")] == ["naam", "delen"]


def test_what_no_form_asks_has_a_place_of_its_own(steps):
    assert steps.step_of("body") == "beelden"


def test_an_answer_about_one_of_several_things_is_asked_where_those_are(steps):
    assert steps.step_of("picture:12:maker") == "beelden"


def test_a_field_of_the_page_that_nobody_asks_leads_to_the_first_step(steps):
    assert steps.step_of("slug") == "naam"


def test_a_field_of_the_page_leads_to_the_answer_that_it_comes_from(steps):
    assert [steps.answer_to(name) for name in ("body", "title")] == ["picture", "title"]


class TestTheListOfSteps:
    @pytest.fixture
    def stops(self, steps):
        """As it stands when somebody is at the name and has not said what others may do."""
        from practices.models import Submission

        return steps.stops(Submission(), "naam", ["licence"])

    def test_they_are_numbered(self, stops):
        assert [stop.number for stop in stops] == [1, 2, 3, 4]

    def test_one_is_where_one_is(self, stops):
        assert [stop.code for stop in stops if stop.is_current] == ["naam"]

    def test_a_step_in_which_something_is_missing_is_not_done(self, stops):
        assert [stop.code for stop in stops if stop.is_unfinished] == ["delen"]

    def test_only_a_step_of_which_one_can_tell_is_called_done(self, stops):
        assert [stop.code for stop in stops if stop.is_done] == ["naam"]

    def test_a_page_of_its_own_has_its_own_address(self, stops):
        assert [stop.url.rsplit("/", 2)[-2] for stop in stops] == ["naam", "beelden", "delen", "controleren"]


class TestMovingARowUp:
    rows = [{"name": name} for name in "abc"]

    def names(self, number):
        return "".join(row["name"] for row in moved_up(self.rows, number))

    def test_it_stands_before_the_one_above_it(self):
        assert self.names("3") == "acb"

    @pytest.mark.parametrize("number", ["", "1", "4", "-1", "twee", "9" * 5000])
    def test_what_cannot_go_up_stays(self, number):
        assert self.names(number) == "abc"
