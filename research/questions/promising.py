"""A kennismakelaar promises another day, and says so to who asked."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from research.questions.models import Question
from research.questions.policy import Action
from research.questions.workflow import Who, locked, say


@transaction.atomic
def promise(question_id: int, who: Who, day: date, why: str = "") -> Question:
    """Keep ``day`` as the one by which the asker hears more; another day than before is said in the conversation.

    Raises NotAllowedError.
    """
    question, standing = locked(question_id, who, Action.PROMISE)
    if question.promised_on == day:
        return question
    question.promised_on = day
    question.save(update_fields=["promised_on"])
    said = _("Je hoort nu uiterlijk %(day)s meer.") % {"day": date_format(day, "j F Y")}
    say(question, standing, text=f"{said}\n\n{why}".strip())
    return question
