"""A kennismakelaar promises another day."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from research.questions.models import Question
from research.questions.policy import Action
from research.questions.workflow import Who, locked


@transaction.atomic
def promise(question_id: int, who: Who, day: date) -> Question:
    """Keep ``day`` as the one by which the asker hears more. Raises NotAllowedError."""
    question, _standing = locked(question_id, who, Action.PROMISE)
    question.promised_on = day
    question.save(update_fields=["promised_on"])
    return question
