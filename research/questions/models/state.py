"""Where a kennisvraag stands."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """The states, in the order in which most questions go through them."""

    UNCONFIRMED = "unconfirmed", _("wacht op bevestiging")
    SUBMITTED = "submitted", _("ingediend")
    IN_DIALOGUE = "in_dialogue", _("in gesprek")
    ACCEPTED = "accepted", _("aangenomen")
    IN_RESEARCH = "in_research", _("in onderzoek")
    IN_EDITING = "in_editing", _("antwoord in redactie")
    ANSWERED = "answered", _("beantwoord")
    REFERRED = "referred", _("doorverwezen")
    REJECTED = "rejected", _("afgewezen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


#: Somebody is working on it, or should be.
OPEN = frozenset({State.SUBMITTED, State.IN_DIALOGUE, State.ACCEPTED, State.IN_RESEARCH, State.IN_EDITING})
#: Everyone may read the question as it was sharpened; never who asked it, nor the conversation.
PUBLIC = frozenset({State.ACCEPTED, State.IN_RESEARCH, State.IN_EDITING, State.ANSWERED, State.REFERRED})
CLOSED = frozenset({State.ANSWERED, State.REFERRED, State.REJECTED, State.WITHDRAWN})
