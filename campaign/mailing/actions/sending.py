"""Moving messages on: what the worker does between two commits. Each function is one conditional UPDATE.

A message is claimed and that is committed before its first byte leaves; the answer is recorded after it. A worker that
dies in between leaves it SENDING, and nobody can tell whether the server took it: it becomes UNSURE, and a person decides.
So a crash repeats nothing. One message is claimed at a time, so a crash leaves one in doubt.
"""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import Update, update
from sqlalchemy.orm import Session

from campaign.files.mail import Answer, Outcome
from campaign.glossary import MessageState
from campaign.mailing import phrases
from campaign.mailing.model import Message, first_due, is_due
from campaign.mailing.rules import LOST_AFTER, wait_after

_STATES = {
    Outcome.SENT: MessageState.SENT,
    Outcome.REFUSED: MessageState.FAILED,
    Outcome.UNSURE: MessageState.UNSURE,
    Outcome.LATER: MessageState.WAITING,
    Outcome.HELD: MessageState.WAITING,
}


def sweep(session: Session, now: datetime) -> None:
    """Call off what was not sent in time, and put in doubt what a worker that is gone had claimed."""
    session.execute(
        _change(state=MessageState.CANCELLED, error=phrases.EXPIRED).where(
            Message.state == MessageState.WAITING, Message.send_before <= now
        )
    )
    session.execute(  # the claim stays: a worker that was only slow may still tell
        _change(state=MessageState.UNSURE, error=phrases.LOST).where(
            Message.state == MessageState.SENDING, Message.claimed_at <= now - LOST_AFTER
        )
    )


def claim(session: Session, now: datetime) -> Message | None:
    """The message to send next, SENDING and ours alone once this is committed; None when none is due."""
    taken = (
        _change(
            state=MessageState.SENDING,
            claim=uuid.uuid4().hex,
            claimed_at=now,
            attempts=Message.attempts + 1,
        )
        .where(Message.id == first_due(now).scalar_subquery(), Message.state == MessageState.WAITING)
        .returning(Message)
    )
    return session.scalar(taken.execution_options(populate_existing=True))


def record(session: Session, message: Message, answer: Answer, now: datetime) -> MessageState | None:
    """Write down what became of a claimed message; its new state, or None when it is no longer ours."""
    state = _STATES[answer.outcome]
    values: dict[str, Any] = {"error": answer.said or None, "claim": None}
    if answer.outcome is Outcome.SENT:
        values["sent_at"] = now
    elif answer.outcome is Outcome.HELD:
        values["attempts"] = Message.attempts - 1
    elif answer.outcome is Outcome.LATER:
        wait = wait_after(message.attempts)
        values["send_after"] = now + wait if wait else Message.send_after
        state = MessageState.WAITING if wait else MessageState.FAILED
    ours = _change(state=state, **values).where(
        Message.id == message.id,
        Message.claim == message.claim,
        Message.state.in_([MessageState.SENDING, MessageState.UNSURE]),
    )
    return session.scalar(ours.returning(Message.state))


def postpone(session: Session, now: datetime, until: datetime, sentence: str) -> None:
    """Let every due message wait, because no server takes any; that is no try of theirs."""
    session.execute(
        update(Message)
        .where(*is_due(Message, now))
        .values(send_after=until, error=sentence)
        .execution_options(synchronize_session=False)
    )


def _change(**values: Any) -> Update:
    """An UPDATE that makes pages drawn before it stale, so that a person's button meets what is true now."""
    return (
        update(Message)
        .values(version=Message.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
