"""What people decide about messages."""

from sqlalchemy.orm import Session

from campaign import phrases as shared
from campaign.db import expect_version, utc_now
from campaign.errors import Problem, Refused
from campaign.files.mail import is_mailbox
from campaign.glossary import MessageState
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.mailing import phrases
from campaign.mailing.model import Message
from campaign.mailing.rules import RESENDABLE
from campaign.vietnamese import fold


def resend(session: Session, message: Message, address: str, version: int, by: Author) -> None:
    """Let a message that failed, is unsure or was called off wait again, to `address`; Refused in any other state."""
    expect_version(message, version)
    _expect(message.state in RESENDABLE, phrases.NOT_RESENDABLE, message)
    if not is_mailbox(address):
        raise Refused(Problem("to_address", shared.BAD_EMAIL.format(text=address)))
    message.to_address = address
    message.search = fold(f"{message.to_name} {address} {message.subject}")
    message.state, message.attempts, message.error = MessageState.WAITING, 0, None
    message.send_after, message.send_before = utc_now(), None
    message.claim = None
    _log(session, message, by)


def call_off(session: Session, message: Message, version: int, by: Author) -> None:
    """Do not send a message that waits; Refused when it does not wait any more."""
    expect_version(message, version)
    _expect(message.state is MessageState.WAITING, phrases.NOT_WAITING, message)
    message.state = MessageState.CANCELLED
    _log(session, message, by)


def settle(session: Session, message: Message, version: int, by: Author) -> None:
    """Take an unsure message as sent, because the person it went to has it; Refused in any other state."""
    expect_version(message, version)
    _expect(message.state is MessageState.UNSURE, phrases.NOT_UNSURE, message)
    message.state, message.sent_at = MessageState.SENT, message.claimed_at
    message.claim = message.error = None
    _log(session, message, by)


def _expect(condition: bool, sentence: str, message: Message) -> None:
    if not condition:
        raise Refused(Problem("", sentence.format(state=message.state.label.lower())))


def _log(session: Session, message: Message, by: Author) -> None:
    log(session, by, Verb.UPDATE, message, campaign_id=message.campaign_id, title=message.subject)
