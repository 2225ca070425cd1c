"""Tables of service days and the procedures served on them."""

from collections.abc import Sequence
from datetime import date, time

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Record


class ServiceDay(Record):
    """A recurring day of the model, such as every Wednesday until 15:00; days that follow no rule have words only."""

    __tablename__ = "service_day"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str]  # of the model applied
    weekday: Mapped[int | None]  # 0 Monday … 6 Sunday; None: `words` alone say when
    words: Mapped[str | None]  # "1-2 ngày thứ Bảy trong tháng"
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    opens_at: Mapped[time | None]
    closes_at: Mapped[time | None]  # files handed in later follow the normal procedure
    place: Mapped[str | None]
    note: Mapped[str | None]
    uid: Mapped[str] = mapped_column(unique=True)
    sequence: Mapped[int] = mapped_column(default=0)


class Procedure(Record):
    """An administrative procedure (TTHC): national code d.dddddd, name, level that serves it."""

    __tablename__ = "procedure"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    code: Mapped[str | None]
    name: Mapped[str]
    served_at: Mapped[str]  # heading the list is grouped by


def of_campaign(session: Session, campaign_id: int) -> Sequence[ServiceDay]:
    """Service days of a campaign in order."""
    query = select(ServiceDay).where(ServiceDay.campaign_id == campaign_id).order_by(ServiceDay.position)
    return session.scalars(query).all()


def procedures_of(session: Session, campaign_id: int) -> Sequence[Procedure]:
    """Procedures of a campaign in order."""
    query = select(Procedure).where(Procedure.campaign_id == campaign_id).order_by(Procedure.position)
    return session.scalars(query).all()
