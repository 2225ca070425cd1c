"""Table of campaigns."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Erasable
from campaign.glossary import CampaignStatus


class Campaign(Erasable):
    """The whole undertaking: everything else in the plan hangs on it."""

    __tablename__ = "campaign"

    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    code: Mapped[str] = mapped_column(unique=True)  # slug, in addresses, commands and file names
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    status: Mapped[CampaignStatus] = mapped_column(default=CampaignStatus.PREPARING)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]


def by_code(session: Session, code: str) -> Campaign | None:
    """The campaign with that code, also when it was put away."""
    return session.scalar(select(Campaign).where(Campaign.code == code))


def of_agency(session: Session, agency_id: int | None, *, deleted: bool = False) -> Sequence[Campaign]:
    """Campaigns of an agency (None: of every agency), the latest start first."""
    query = select(Campaign).where(
        Campaign.deleted_at.is_not(None) if deleted else Campaign.deleted_at.is_(None)
    )
    if agency_id is not None:
        query = query.where(Campaign.agency_id == agency_id)
    return session.scalars(query.order_by(Campaign.starts_on.desc(), Campaign.id.desc())).all()
