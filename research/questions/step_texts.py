"""What asker and followers read when a question comes into a state."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.profiles import display_name
from research.questions.models import Question, State


def headline(state: str, wording: str) -> str:
    """One line: what happened to which question."""
    lines = {
        State.UNCONFIRMED: _("Bevestig je vraag “%(question)s”"),
        State.SUBMITTED: _("Kennisvraag ingediend: “%(question)s”"),
        State.IN_DIALOGUE: _("Een kennismakelaar pakt je vraag op: “%(question)s”"),
        State.ACCEPTED: _("De vraag is aangenomen: “%(question)s”"),
        State.IN_RESEARCH: _("Onderzoekers zoeken het uit: “%(question)s”"),
        State.IN_EDITING: _("Er ligt een antwoord bij de redactie: “%(question)s”"),
        State.ANSWERED: _("Er is een antwoord: “%(question)s”"),
        State.REFERRED: _("De vraag is doorverwezen: “%(question)s”"),
        State.REJECTED: _("De vraag wordt niet uitgezocht: “%(question)s”"),
        State.WITHDRAWN: _("De vraag is ingetrokken: “%(question)s”"),
    }
    return lines[State(state)] % {"question": wording}


def said_to(question: Question, state: str, *, is_asker: bool) -> str:
    """What it means: who sees to it, by when one hears more, or why it ended. The makelaar is named to the asker."""
    if state in {State.REFERRED, State.REJECTED} and (is_asker or state == State.REFERRED):
        return question.reason
    if state in {State.REJECTED, State.WITHDRAWN} and not is_asker:
        return _("Er komt hier dus geen antwoord. Wil je het toch weten? Stel dan zelf een vraag.")
    if state == State.ANSWERED:
        return _("Lees eerst het korte antwoord; daaronder staat waar het op rust.")
    parts = []
    if is_asker and question.makelaar is not None and state != State.WITHDRAWN:
        name = makelaar_name(question)
        parts.append(_("Je kennismakelaar is %(name)s.") % {"name": name})
    if question.promised_on is not None and question.state == state:
        day = date_format(question.promised_on, "j F Y")
        parts.append(_("Uiterlijk %(day)s hoor je meer.") % {"day": day})
    return " ".join(parts)


def makelaar_name(question: Question) -> str:
    """The name by which asker and followers know who sees to it; empty while nobody does.

    A kennismakelaar does this by name: the name stands on what they send whoever reads their profile.
    """
    makelaar = question.makelaar
    if makelaar is None:
        return ""
    return makelaar.profile.display_name or makelaar.get_full_name() or display_name(makelaar)
