"""Table of moves of ceremonies, with what each changed, so that it can be taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Record, UtcTime


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


def of_ceremony(session: Session, ceremony_id: int) -> Sequence[CeremonyMove]:
    """Moves of a ceremony, newest first."""
    query = select(CeremonyMove).where(CeremonyMove.ceremony_id == ceremony_id)
    return session.scalars(query.order_by(CeremonyMove.id.desc())).all()
