"""Tables of delegate groups and delegates."""

from collections.abc import Sequence

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Erasable, Record


class DelegateGroup(Record):
    """Delegates invited under one heading, in the order of protocol."""

    __tablename__ = "delegate_group"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str]


class Delegate(Erasable):
    """A position or a quota first, a person when known. E-mail, name and number may all be missing."""

    __tablename__ = "delegate"

    group_id: Mapped[int] = mapped_column(ForeignKey("delegate_group.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str]  # "Lãnh đạo Công an huyện", "Đoàn viên các xã, thị trấn"
    headcount: Mapped[int | None]  # None: not known yet
    honorific: Mapped[str | None]  # Ông, Bà, Đồng chí
    person: Mapped[str | None]
    unit_name: Mapped[str | None]  # body the delegate comes from, when the title does not say
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))  # unit that names or mobilises them
    email: Mapped[str | None]
    phone: Mapped[str | None]
    introduced: Mapped[bool] = mapped_column(default=False)  # introduced by name at the ceremony
    attended: Mapped[int | None]  # heads counted at the door
    note: Mapped[str | None]


def groups_of(session: Session, campaign_id: int) -> Sequence[DelegateGroup]:
    """Groups of a campaign in protocol order."""
    query = (
        select(DelegateGroup).where(DelegateGroup.campaign_id == campaign_id).order_by(DelegateGroup.position)
    )
    return session.scalars(query).all()


def of_campaign(session: Session, campaign_id: int, *, deleted: bool = False) -> Sequence[Delegate]:
    """Delegates of a campaign in protocol order, one query."""
    query = select(Delegate).join(DelegateGroup).where(DelegateGroup.campaign_id == campaign_id)
    query = query.where(Delegate.deleted_at.is_not(None) if deleted else Delegate.deleted_at.is_(None))
    return session.scalars(query.order_by(DelegateGroup.position, Delegate.position, Delegate.id)).all()
