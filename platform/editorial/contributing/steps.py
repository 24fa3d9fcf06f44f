"""The steps in which something is made: their order, their addresses, and what is asked in which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from editorial.contributing.forms import StepForm
from editorial.contributing.models import MemberSubmission


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the form. ``code`` stands in its address."""

    code: str
    title: Promise
    form: type[StepForm]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A step with a view of its own, at an address called ``view``. ``may_be_done`` says whether one can see that
    nothing is missing in it any more."""

    code: str
    title: Promise
    view: str
    may_be_done: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A step in the list of steps."""

    code: str
    title: Promise
    url: str
    number: int
    is_current: bool
    is_unfinished: bool
    is_done: bool


class Steps:
    """The steps of one room, in their order.

    ``addresses`` is the namespace of the room's addresses, ``places`` the step of names that no form has: answers
    asked on a page of its own, and fields of the page. ``answers`` names the answer that a field of the page comes
    from, where that has another name.
    """

    def __init__(
        self,
        addresses: str,
        order: Sequence[Step | OwnPage],
        labels: Mapping[str, Promise],
        *,
        places: Mapping[str, str],
        answers: Mapping[str, str],
    ) -> None:
        self.addresses = addresses
        self.all = tuple(order)
        self.with_form = {step.code: step for step in order if isinstance(step, Step)}
        self.titles: dict[str, Promise] = {step.code: step.title for step in order}
        self.order = tuple(self.titles)
        self.labels = labels
        self._by_code = {step.code: step for step in order}
        self._places = {name: step.code for step in self.with_form.values() for name in step.form.names} | dict(places)
        self._answers = answers

    def after(self, code: str) -> str:
        """The code of the step after this one; the last one stays."""
        return self.order[min(self.order.index(code) + 1, len(self.order) - 1)]

    def step_of(self, name: str) -> str:
        """In which step an answer, or a field of the page, is given. Of ``picture:12:maker`` the first word counts."""
        return self._places.get(name.split(":", maxsplit=1)[0], self.order[0])

    def answer_to(self, page_field: str) -> str:
        """The name of the answer that a field of the page comes from."""
        return self._answers.get(page_field, page_field)

    def url(self, submission: MemberSubmission, code: str) -> str:
        """The address of a step."""
        step = self._by_code[code]
        if isinstance(step, OwnPage):
            return reverse(f"{self.addresses}:{step.view}", args=[submission.uuid])
        return reverse(f"{self.addresses}:step", args=[submission.uuid, code])

    def first_url(self, submission: MemberSubmission) -> str:
        """Where one goes on with what is begun."""
        return self.url(submission, self.order[0])

    def overview_url(self, submission: MemberSubmission) -> str:
        """Where one sees how far it is, and what the editors say."""
        return reverse(f"{self.addresses}:submission", args=[submission.uuid])

    def stops(self, submission: MemberSubmission, current: str, unfinished: Iterable[str]) -> list[Stop]:
        """The steps with where one is and where something is still missing: the steps of the names ``unfinished``."""
        lacking: Collection[str] = {self.step_of(name) for name in unfinished}
        return [
            Stop(
                step.code,
                step.title,
                self.url(submission, step.code),
                number,
                step.code == current,
                step.code in lacking,
                step.code not in lacking and (isinstance(step, Step) or step.may_be_done),
            )
            for number, step in enumerate(self.all, 1)
        ]
