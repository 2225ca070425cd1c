"""Table of documents that were read in: the original bytes, and what they became."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, Session, load_only, mapped_column

from campaign.db import Base, UtcTime

NOT_TAKEN_KEPT = timedelta(days=30)  # what was only looked at goes again


class ReadDocument(Base):
    """A document somebody handed in. Once taken it stays as long as its campaign, with its bytes."""

    __tablename__ = "read_document"
    __table_args__ = (Index(None, "agency_id", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    name: Mapped[str]  # of the file; of pasted text its first words
    digest: Mapped[str]  # of data, SHA-256: tells that the same file is handed in again
    data: Mapped[bytes]
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    campaign_id: Mapped[int | None] = mapped_column(
        ForeignKey("campaign.id", ondelete="SET NULL"), index=True
    )  # what it made or extended
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("document.id", ondelete="SET NULL"), index=True
    )  # its draft, when one was made
    taken_at: Mapped[datetime | None] = mapped_column(UtcTime)


_TOLD = (
    ReadDocument.agency_id, ReadDocument.user_id, ReadDocument.name, ReadDocument.digest, ReadDocument.made_at,
    ReadDocument.campaign_id, ReadDocument.document_id, ReadDocument.taken_at,
)  # fmt: skip


def same_of(session: Session, agency_id: int, digest: str) -> ReadDocument | None:
    """The newest reading the office has of these bytes; one that was taken before one that was not."""
    query = _without_bytes().where(ReadDocument.agency_id == agency_id, ReadDocument.digest == digest)
    order = (ReadDocument.taken_at.is_(None), ReadDocument.id.desc())
    return session.scalars(query.order_by(*order).limit(1)).first()


def of_agency(session: Session, agency_id: int | None, most: int) -> Sequence[ReadDocument]:
    """The office's readings (None: of every office), newest first, without their bytes."""
    query = _without_bytes()
    query = query if agency_id is None else query.where(ReadDocument.agency_id == agency_id)
    return session.scalars(query.order_by(ReadDocument.id.desc()).limit(most)).all()


def originals_of(
    session: Session, *, campaign_id: int, document_id: int | None = None
) -> Sequence[ReadDocument]:
    """What a campaign, or one document of it, was read from, oldest first, without the bytes."""
    query = _without_bytes().where(ReadDocument.campaign_id == campaign_id)
    query = query if document_id is None else query.where(ReadDocument.document_id == document_id)
    return session.scalars(query.order_by(ReadDocument.id)).all()


def _without_bytes() -> Select[ReadDocument]:
    return select(ReadDocument).options(load_only(*_TOLD, raiseload=True))
