"""Writing messages into the outbox, in the transaction of the change that causes them."""

import uuid
from typing import Any, cast

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from campaign.db import utc_now
from campaign.files.mail import is_mailbox
from campaign.glossary import MessageState
from campaign.mailing import phrases
from campaign.mailing.model import Message
from campaign.mailing.rules import MessageDraft
from campaign.vietnamese import clean, clean_lines, fold

_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def enqueue(session: Session, draft: MessageDraft) -> Message | None:
    """Add a message; None, and nothing changed, when its occasion has one already, whatever became of that.

    An address no mail can go to does not stop the caller: its message is there as FAILED and says why.
    """
    insert = _INSERTS[session.get_bind().dialect.name](Message)
    values = {"uid": str(uuid.uuid4()), "version": 1, "attempts": 0, **_values(draft)}
    added = insert.values(**values).on_conflict_do_nothing(index_elements=["key"]).returning(Message)
    return cast(Message | None, session.scalar(added))


def _values(draft: MessageDraft) -> dict[str, Any]:
    name, address, subject = clean(draft.to_name), clean(draft.to_address), clean(draft.subject)
    sendable = is_mailbox(address)
    return {
        "agency_id": draft.agency_id,
        "campaign_id": draft.campaign_id,
        "key": draft.key,
        "to_name": name,
        "to_address": address,
        "subject": subject,
        "body": clean_lines(draft.body),
        "search": fold(f"{name} {address} {subject}"),
        "urgent": draft.urgent,
        "state": MessageState.WAITING if sendable else MessageState.FAILED,
        "send_after": draft.send_after or utc_now(),
        "send_before": draft.send_before,
        "error": None if sendable else phrases.BAD_ADDRESS.format(address=address),
    }
