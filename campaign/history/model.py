"""Table of changes. Rows are only ever added; triggers in the database refuse anything else."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Base, Record, UtcTime, utc_now


class Entry(Base):
    """One change: by whom, to which record, which fields from what to what."""

    __tablename__ = "history_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime, default=utc_now)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    by: Mapped[str]  # the name as it was then, so that history reads the same after a rename
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"), index=True)
    noun: Mapped[str]  # table name of the record
    record_id: Mapped[int]
    title: Mapped[str]  # what the record was called then
    verb: Mapped[str]  # a Verb of history.phrases
    changes: Mapped[dict[str, Any]]  # column -> [before, after]


def of_campaign(session: Session, campaign_id: int, *, limit: int, offset: int = 0) -> Sequence[Entry]:
    """Changes of one campaign, newest first."""
    query = (
        select(Entry)
        .where(Entry.campaign_id == campaign_id)
        .order_by(Entry.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return session.scalars(query).all()


def last_change(session: Session, record: Record) -> Entry | None:
    """The latest entry of one record."""
    query = select(Entry).where(Entry.noun == record.__tablename__, Entry.record_id == record.id)
    return session.scalar(query.order_by(Entry.id.desc()).limit(1))
