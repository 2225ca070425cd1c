"""Table of packets, and the few rows a link opens. The token itself is stored nowhere."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Select, or_, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.campaigns.model import Campaign
from campaign.db import Record, UtcTime
from campaign.people.model import Agency, Unit
from campaign.tasks.model import Coordination, Task

_IN_FORCE = text("revoked_at IS NULL")


class Packet(Record):
    """A private link to one unit's tasks in one campaign; at most one of them is not taken back."""

    __tablename__ = "packet"
    __table_args__ = (
        Index(
            "ix_packet_in_force",
            "campaign_id",
            "unit_id",
            unique=True,
            sqlite_where=_IN_FORCE,
            postgresql_where=_IN_FORCE,
        ),
    )

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"))
    token_hash: Mapped[str] = mapped_column(unique=True)  # SHA-256 of the token, in hexadecimal digits
    made_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    expires_on: Mapped[date]  # the last day it opens
    revoked_at: Mapped[datetime | None] = mapped_column(UtcTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcTime)


@dataclass(frozen=True)
class Opened:
    """What stands behind a link."""

    packet: Packet
    campaign: Campaign
    unit: Unit
    agency: Agency


def by_hash(session: Session, token_hash: str) -> Opened | None:
    """The packet with that hash, unless its campaign was put away; one query."""
    query = (
        select(Packet, Campaign, Unit, Agency)
        .join(Campaign, Campaign.id == Packet.campaign_id)
        .join(Unit, Unit.id == Packet.unit_id)
        .join(Agency, Agency.id == Campaign.agency_id)
        .where(Packet.token_hash == token_hash, Campaign.deleted_at.is_(None))
    )
    row = session.execute(query).one_or_none()
    return Opened(*row) if row else None


def latest(session: Session, campaign_id: int) -> dict[int, Packet]:
    """The newest packet of each unit of a campaign, by unit id."""
    query = select(Packet).where(Packet.campaign_id == campaign_id).order_by(Packet.id)
    return {row.unit_id: row for row in session.scalars(query)}


def in_force(session: Session, campaign_id: int, unit_id: int) -> Packet | None:
    """The unit's packet that is not taken back, even when its day has gone by."""
    query = select(Packet).where(Packet.campaign_id == campaign_id, Packet.unit_id == unit_id)
    return session.scalar(query.where(Packet.revoked_at.is_(None)))


def tasks_of(session: Session, campaign_id: int, unit_id: int) -> Sequence[Task]:
    """Tasks a unit leads or helps with in a campaign, by last day; those without one last."""
    query = _of_unit(campaign_id, unit_id).order_by(Task.deadline.is_(None), Task.deadline, Task.position)
    return session.scalars(query).all()


def task_of(session: Session, campaign_id: int, unit_id: int, task_id: int) -> Task | None:
    """The task with that id when the unit leads it or helps with it in that campaign."""
    return session.scalar(_of_unit(campaign_id, unit_id).where(Task.id == task_id))


def units_named(session: Session, unit_ids: Collection[int]) -> dict[int, Unit]:
    """Units by their ids, and no others."""
    return {unit.id: unit for unit in session.scalars(select(Unit).where(Unit.id.in_(unit_ids)))}


def _of_unit(campaign_id: int, unit_id: int) -> Select[Task]:
    helped = select(Coordination.task_id).where(Coordination.unit_id == unit_id)
    return select(Task).where(
        Task.campaign_id == campaign_id,
        Task.deleted_at.is_(None),
        or_(Task.lead_unit_id == unit_id, Task.id.in_(helped)),
    )
