"""What this room keeps of a person: what they asked, follow, said and took on."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.own_data import ExportedFile
from organisations.verified_addresses import verified_addresses
from research.questions.asking import forget
from research.questions.models import PUBLIC, AnswerDraft, Assignment, Follower, Question, QuestionMessage, State


def export(user: User) -> Iterator[ExportedFile]:
    """Each question asked, with its conversation; what is followed; what was taken on."""
    for follower in _rows_of(user).filter(is_asker=True).select_related("question"):
        yield ExportedFile(f"{follower.question.uuid}.json", _question(follower))
    if followed := list(_rows_of(user).filter(is_asker=False).select_related("question")):
        yield ExportedFile("gevolgd.json", [_following(follower) for follower in followed])
    if assigned := list(Assignment.objects.filter(researcher=user).select_related("question")):
        yield ExportedFile("uitgezocht.json", [_assignment(assignment) for assignment in assigned])
    if said := list(QuestionMessage.objects.filter(author=user, from_asker=False).select_related("question")):
        yield ExportedFile("berichten.json", [_message(message) for message in said])
    if drafts := list(AnswerDraft.objects.filter(writer=user).exclude(values={}).select_related("question")):
        yield ExportedFile("concepten.json", [{"vraag": one.question.wording, **one.values} for one in drafts])


def erase(user: User) -> None:
    """A question that everyone may read stays, without who asked it or anything they said; another goes.

    What somebody said as kennismakelaar or researcher stays for the asker, without a name; so does what they
    wrote of an answer, for who write on in it.
    """
    asked = list(_rows_of(user).filter(is_asker=True).select_related("question"))
    for follower in asked:
        erase_asker(follower)
    for follower in _rows_of(user).select_related("question"):
        forget(follower)
    Assignment.objects.filter(researcher=user).delete()
    AnswerDraft.objects.filter(writer=user).update(writer=None)


def erase_asker(follower: Follower) -> None:
    """Take who asked out of a question; all of it, unless others read it."""
    question = follower.question
    if question.state not in PUBLIC:
        question.delete()
        return
    QuestionMessage.objects.filter(question=question, from_asker=True).update(text="", author=None)
    Question.objects.filter(pk=question.pk).update(why="", tried="")
    forget(follower)


def _rows_of(user: User) -> QuerySet[Follower]:
    """Theirs by account, and what they did by mail at an address that is shown to be theirs."""
    addresses = verified_addresses(user)
    return Follower.objects.filter(Q(user=user) | Q(email__in=addresses, confirmed_at__isnull=False))


def _question(follower: Follower) -> dict[str, object]:
    question = follower.question
    return {
        "vraag": question.wording,
        "zoals gesteld": question.asked_as,
        "waarom": question.why,
        "geprobeerd": question.tried,
        "stand": str(State(question.state).label),
        "gesteld": question.created_at,
        "naam": follower.name,
        "e-mail": follower.email,
        "gesprek": [_message(message) for message in question.messages.all()],
        **_helped(follower),
    }


def _following(follower: Follower) -> dict[str, object]:
    return {"vraag": follower.question.wording, "sinds": follower.created_at, **_helped(follower)}


def _helped(follower: Follower) -> dict[str, object]:
    outcome = follower.get_outcome_display() if follower.outcome else ""
    return {"heeft het geholpen": outcome, "woorden": follower.words}


def _assignment(assignment: Assignment) -> dict[str, object]:
    return {
        "vraag": assignment.question.wording,
        "gevraagd": assignment.asked_at,
        "stand": assignment.get_state_display(),
    }


def _message(message: QuestionMessage) -> dict[str, object]:
    return {
        "op": message.at,
        "van": "vragensteller" if message.from_asker else "kennismakelaar of onderzoeker",
        "tekst": message.text,
        "voorstel": message.wording,
    }
