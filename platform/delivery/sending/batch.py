"""Sending one batch: compose, hand over, note what came of it, mail by mail."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.mail import EmailMultiAlternatives
from django.db import DatabaseError, close_old_connections, connection

from delivery import addresses
from delivery.mail.composing import Composer, NotNeededError
from delivery.models import OutgoingMail
from delivery.sending import states
from delivery.sending.handover import Handover, open_handover
from delivery.sending.outcomes import NoAnswerError, NotNowError, NotOursError, RefusedError, ServerAwayError

logger = logging.getLogger(__name__)

#: Mails in one batch: one connection, and so many in hand when a worker dies.
BATCH = 50
#: Seconds of waiting, doubling up to this, for a database that cannot note that a mail was sent.
LONGEST_DATABASE_TROUBLE = 16.0


@dataclass(slots=True)
class Outcome:
    """How a batch went."""

    sent: int = 0
    not_sent: int = 0
    server_away: str = ""


def send_batch(mails: Sequence[OutgoingMail], stopped: Callable[[], bool] = lambda: False) -> Outcome:
    """Send these claimed mails over one connection. When told to stop, the mail in hand is finished first.

    What was not begun is given back, also when something of ours goes wrong.
    """
    outcome = Outcome()
    handover = open_handover()
    left = list(mails)
    try:
        composer = Composer.for_batch(mails)
        while left and not stopped():
            mail = left[0]
            try:
                _send(mail, composer, handover, outcome)
            except ServerAwayError as problem:
                outcome.server_away = str(problem)
                break
            left.pop(0)
    finally:
        handover.close()
        states.release(left)
    return outcome


def _send(mail: OutgoingMail, composer: Composer, handover: Handover, outcome: Outcome) -> None:
    outcome.not_sent += 1
    try:
        message = composer.compose(mail)
    except NotNeededError as reason:
        states.dropped(mail, str(reason))
        return
    except DatabaseError:
        raise
    except Exception as problem:
        # A room that cannot say what happened holds up its own mail only.
        logger.exception("The mail %s could not be made", mail.key)
        states.postpone(mail, repr(problem))
        return
    try:
        handover.hand_over(message, lambda: states.begin_handing_over(mail))
    except NotNowError as problem:
        logger.info("Mail %s waits: %s", mail.key, problem)
        states.postpone(mail, str(problem))
    except RefusedError as problem:
        logger.warning("Mail %s was refused: %s", mail.key, problem)
        states.failed(mail, str(problem))
        if problem.of_address:
            addresses.note_refusal(_recipient(message), str(problem))
    except NoAnswerError as problem:
        logger.error("Of mail %s nobody knows whether it arrived: %s", mail.key, problem)
        states.uncertain(mail, str(problem))
    except NotOursError:
        logger.warning("Mail %s was taken over by another worker meanwhile", mail.key)
    else:
        _keep(lambda: states.sent(mail))
        if _recipient(message).lower() in composer.refusals:
            addresses.note_accepted(_recipient(message))
        outcome.sent += 1
        outcome.not_sent -= 1


def _keep(note: Callable[[], object]) -> None:
    """Note that a mail arrived, also when the database is away for a moment: forgotten, it would be uncertain."""
    trouble = 0.5
    while True:
        try:
            note()
        except DatabaseError as problem:
            if trouble > LONGEST_DATABASE_TROUBLE:
                raise
            logger.warning("That a mail was sent cannot be noted yet: %s", problem)
            if not connection.in_atomic_block:
                close_old_connections()
            time.sleep(trouble)
            trouble *= 2
        else:
            return


def _recipient(message: EmailMultiAlternatives) -> str:
    return str(message.to[0])
