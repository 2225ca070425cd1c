"""Table of publicity activities."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Record
from campaign.glossary import Channel


class Activity(Record):
    """One use of a channel: what is said, by whom, when, where."""

    __tablename__ = "publicity_activity"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    channel: Mapped[Channel]
    content: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    place: Mapped[str | None]
    note: Mapped[str | None]


def of_campaign(session: Session, campaign_id: int) -> Sequence[Activity]:
    """Activities of a campaign in order."""
    query = select(Activity).where(Activity.campaign_id == campaign_id).order_by(Activity.position)
    return session.scalars(query).all()
