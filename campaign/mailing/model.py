"""Table of messages: the outbox is its rows, whoever sends them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, exists, func, select
from sqlalchemy.orm import Mapped, Session, aliased, defer, mapped_column

from campaign.campaigns.model import Campaign
from campaign.db import Record, UtcTime
from campaign.glossary import MessageState
from campaign.mailing.rules import Wanted, is_quiet
from campaign.vietnamese import fold


class Message(Record):
    """One e-mail to one person. SENDING is committed before the first byte leaves, so that a crash repeats nothing."""

    __tablename__ = "message"
    __table_args__ = (Index(None, "state", "send_after"),)

    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    key: Mapped[str] = mapped_column(unique=True)  # the occasion: an occasion has one message
    uid: Mapped[str] = mapped_column(unique=True)  # left half of the Message-ID, the same at every try
    to_name: Mapped[str]
    to_address: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]  # plain text
    search: Mapped[str]  # folded name, address and subject
    urgent: Mapped[bool]  # goes at night too
    state: Mapped[MessageState]
    send_after: Mapped[datetime] = mapped_column(UtcTime)  # not before; moved on by every try put off
    send_before: Mapped[datetime | None] = mapped_column(UtcTime)  # called off when it still waits then
    attempts: Mapped[int]
    claim: Mapped[str | None]  # token of the worker that has it
    claimed_at: Mapped[datetime | None] = mapped_column(UtcTime)  # when the last try began
    sent_at: Mapped[datetime | None] = mapped_column(UtcTime)
    error: Mapped[str | None]  # what stood in the way last


Waiting = aliased(Message)


def first_due(now: datetime) -> Select[int]:
    """The id of the message to send next: due, of no campaign that was put away, urgent if it is night.

    Reads an alias, so that it can stand inside an UPDATE of the table; a row another worker is claiming is skipped.
    """
    query = select(Waiting.id).where(*is_due(Waiting, now)).order_by(Waiting.send_after, Waiting.id)
    return query.limit(1).with_for_update(skip_locked=True)


def is_due(message: type[Message], now: datetime) -> list[ColumnElement[bool]]:
    """Conditions under which a message may go now."""
    put_away = exists().where(Campaign.id == message.campaign_id, Campaign.deleted_at.is_not(None))
    conditions = [message.state == MessageState.WAITING, message.send_after <= now, ~put_away]
    return [*conditions, message.urgent.is_(True)] if is_quiet(now) else conditions


def is_anything_due(session: Session, now: datetime) -> bool:
    """Is there a message to send?"""
    return session.scalar(select(Message.id).where(*is_due(Message, now)).limit(1)) is not None


def page_of(
    session: Session, agency_id: int | None, wanted: Wanted, limit: int, offset: int
) -> Sequence[Message]:
    """Messages of an agency (None: of all), newest first, without their bodies; one query."""
    query = select(Message).where(*_kept(agency_id, wanted)).options(defer(Message.body, raiseload=True))
    return session.scalars(query.order_by(Message.id.desc()).limit(limit).offset(offset)).all()


def counts(session: Session, agency_id: int | None, wanted: Wanted) -> Mapping[MessageState, int]:
    """How many messages stand in each state, whatever state is wanted; one query."""
    anyhow = Wanted(wanted.words, None, wanted.campaign_id)
    query = select(Message.state, func.count()).where(*_kept(agency_id, anyhow)).group_by(Message.state)
    return dict(session.execute(query).all())


def oldest_due(session: Session, agency_id: int | None) -> datetime | None:
    """The moment from which the longest waiting message might have gone; None when none waits."""
    waiting = Wanted(state=MessageState.WAITING)
    put_away = exists().where(Campaign.id == Message.campaign_id, Campaign.deleted_at.is_not(None))
    return session.scalar(select(func.min(Message.send_after)).where(*_kept(agency_id, waiting), ~put_away))


def _kept(agency_id: int | None, wanted: Wanted) -> list[ColumnElement[bool]]:
    words = [word.strip("-") for word in fold(wanted.words).split()]
    conditions = [Message.search.contains(word, autoescape=True) for word in words]
    for column, value in (
        (Message.agency_id, agency_id),
        (Message.state, wanted.state),
        (Message.campaign_id, wanted.campaign_id),
    ):
        if value is not None:
            conditions.append(column == value)
    return conditions
