"""Tables of ceremonies, their programmes and their moves. Times are office time, Asia/Ho_Chi_Minh, kept without zone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Record, UtcTime


class Ceremony(Record):
    """One dated event of a campaign. `uid` and `sequence` are its identity in calendars (RFC 5545 3.8.4.7, RFC 5546 2.1.4)."""

    __tablename__ = "ceremony"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    title: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]  # None: start plus the programme's minutes
    venue: Mapped[str]
    chair: Mapped[str | None]  # who presides
    dress: Mapped[str | None]
    arrive_early: Mapped[int] = mapped_column(default=15)  # minutes before the start
    contact: Mapped[str | None]  # whom to answer or ask
    note: Mapped[str | None]
    uid: Mapped[str] = mapped_column(unique=True)
    sequence: Mapped[int] = mapped_column(default=0)


class ProgrammeItem(Record):
    """One step of the programme: minutes are stored, its start is computed from the steps before it."""

    __tablename__ = "programme_item"

    ceremony_id: Mapped[int] = mapped_column(ForeignKey("ceremony.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    minutes: Mapped[int]
    before_start: Mapped[bool] = mapped_column(default=False)  # reception, before the announced hour
    performer: Mapped[str | None]  # person or body, as printed
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    script: Mapped[str | None]  # words of the master of ceremonies
    cue: Mapped[str | None]  # sound, props
    note: Mapped[str | None]
    uid: Mapped[str] = mapped_column(unique=True)
    sequence: Mapped[int] = mapped_column(default=0)


class CeremonyMove(Record):
    """One move: from when to when, and the days of everything that moved with it, before and after."""

    __tablename__ = "ceremony_move"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    ceremony_id: Mapped[int] = mapped_column(ForeignKey("ceremony.id", ondelete="CASCADE"))
    before: Mapped[datetime]  # office time
    after: Mapped[datetime]
    reason: Mapped[str | None]
    by: Mapped[str]
    changes: Mapped[
        dict[str, Any]
    ]  # {"task": {id: [before, after]}, "publicity": {id: [[start, end], [start, end]]}}, ISO days
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    undone_at: Mapped[datetime | None] = mapped_column(UtcTime)


def of_campaign(session: Session, campaign_id: int) -> Sequence[Ceremony]:
    """Ceremonies of a campaign in order of time."""
    return session.scalars(
        select(Ceremony).where(Ceremony.campaign_id == campaign_id).order_by(Ceremony.starts_at)
    ).all()


def of_campaigns(session: Session, campaign_ids: Sequence[int]) -> Sequence[Ceremony]:
    """Ceremonies of several campaigns in order of time, in one query."""
    return session.scalars(
        select(Ceremony).where(Ceremony.campaign_id.in_(campaign_ids)).order_by(Ceremony.starts_at)
    ).all()


def programme_of(session: Session, ceremony_id: int) -> Sequence[ProgrammeItem]:
    """Steps of one ceremony in order."""
    query = (
        select(ProgrammeItem).where(ProgrammeItem.ceremony_id == ceremony_id).order_by(ProgrammeItem.position)
    )
    return session.scalars(query).all()


def moves_of(session: Session, ceremony_id: int) -> Sequence[CeremonyMove]:
    """Moves of a ceremony, newest first."""
    query = select(CeremonyMove).where(CeremonyMove.ceremony_id == ceremony_id)
    return session.scalars(query.order_by(CeremonyMove.id.desc())).all()
