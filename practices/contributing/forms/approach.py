"""The approach, step by step: as many boxes as there are steps, and an empty one."""

from __future__ import annotations

from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from editorial.contributing.forms import long_text, moved_up, short_text
from editorial.contributing.merging import Answers
from practices.contributing.forms.base import StepForm
from practices.models import Submission

FEWEST, MOST = 3, 15


class ApproachForm(StepForm):
    """Rows of a title and a text. A row that is left empty is no step."""

    names = ("steps",)

    def __init__(self, submission: Submission, answers: Answers, data: Any = None, **kwargs: Any) -> None:
        self.number = _rows_in(data) if data is not None else len(answers.get("steps") or ()) + 1
        self.number = min(max(self.number, FEWEST), MOST)
        super().__init__(submission, answers, data, **kwargs)
        for row in range(1, self.number + 1):
            title, text = short_text(120), long_text(4)
            title.label, text.label = _("Stap %(number)d") % {"number": row}, _("Wat doe je?")
            title.required = text.required = False
            self.fields |= {f"title-{row}": title, f"text-{row}": text}

    def initial_from(self, answers: Answers) -> dict[str, Any]:
        """A title and a text a row."""
        filled = enumerate(answers.get("steps") or (), 1)
        return {f"{part}-{row}": step.get(part, "") for row, step in filled for part in ("title", "text")}

    @property
    def rows(self) -> list[tuple[int, BoundField, BoundField]]:
        """Number, title and text of every row, for the template."""
        return [(row, self[f"title-{row}"], self[f"text-{row}"]) for row in range(1, self.number + 1)]

    def answers(self) -> Answers:
        """The steps that hold something, in their order; one goes up when its button was pressed."""
        given = self.cleaned_data
        steps = [{"title": given[f"title-{row}"], "text": given[f"text-{row}"]} for row in range(1, self.number + 1)]
        steps = moved_up(steps, str(self.data.get("up", "")))
        return {"steps": [step for step in steps if step["title"] or step["text"]]}


def _rows_in(data: Any) -> int:
    return sum(1 for row in range(1, MOST + 1) if f"title-{row}" in data)
