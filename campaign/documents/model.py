"""Tables of documents: outline sections, legal bases, addressees, recipients."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Base, Erasable, Record, UtcTime, utc_now
from campaign.glossary import (
    Block,
    Circulation,
    DocumentKind,
    DocumentStatus,
    Layout,
    Numbering,
    SizeProfile,
    Urgency,
)


class LegalBasis(Record):
    """A căn cứ: cited in full at first mention, short afterwards (NĐ 30/2020 PL I II.6.b)."""

    __tablename__ = "legal_basis"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[str]  # "Kế hoạch", "Nghị định", "Luật" …
    number: Mapped[str | None]  # "824/KH-UBND"; laws are cited by name only
    issued_on: Mapped[date | None]
    issuer: Mapped[str | None]
    subject: Mapped[str]  # continues the sentence: "về việc …", "quy định …"; for a law its name


class Document(Erasable):
    """A drafted paper. Number and day stay blank until it is issued (NĐ 30/2020 Điều 15)."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("agency_id", "kind", "number_year", "number"),)

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))  # whose number series it belongs to
    kind: Mapped[DocumentKind]
    title: Mapped[str]  # trích yếu, without "V/v"
    symbol: Mapped[str]  # "KH-UBND", "UBND-VP"
    numbering: Mapped[Numbering] = mapped_column(default=Numbering.ROMAN)
    size_profile: Mapped[SizeProfile] = mapped_column(default=SizeProfile.LARGE)
    status: Mapped[DocumentStatus] = mapped_column(default=DocumentStatus.DRAFT)
    draft_year: Mapped[int]  # year a draft prints beside the blank day
    draft_month: Mapped[int | None]
    number: Mapped[int | None]
    number_year: Mapped[int | None]
    issued_on: Mapped[date | None]
    authority: Mapped[str | None]  # signature lines, copied from the signer so that old papers keep them
    position: Mapped[str | None]
    signer_name: Mapped[str | None]
    annexes: Mapped[list[str]] = mapped_column(default=list)  # values of glossary.Annex, in order
    urgency: Mapped[Urgency] = mapped_column(default=Urgency.NORMAL)
    circulation: Mapped[Circulation] = mapped_column(default=Circulation.FREE)
    drafter_code: Mapped[str | None]  # "PL" and 300 copies print as "PL.(300)"
    copies: Mapped[int | None]
    issue_reason: Mapped[str | None]  # why it was issued although its format was wrong


class Section(Record):
    """A node of a document's outline. Its text is inline markup (documents/rules/inline.py)."""

    __tablename__ = "section"
    __table_args__ = (UniqueConstraint("document_id", "key"),)

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("section.id", ondelete="CASCADE"))
    position: Mapped[int]
    key: Mapped[str]  # stable name that references in texts point to
    heading: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    numbered: Mapped[bool] = mapped_column(default=True)
    run_in: Mapped[bool] = mapped_column(default=False)  # heading and text in one paragraph
    block: Mapped[Block | None]
    layout: Mapped[Layout | None]


class Addressee(Record):
    """One line of Kính gửi."""

    __tablename__ = "addressee"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str]


class Recipient(Record):
    """One line of Nơi nhận, with a note such as b/c."""

    __tablename__ = "recipient"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    note: Mapped[str | None]


class IssuedPaper(Base):
    """A paper of an issued document, byte for byte: position 0 is the document, 1 … are its annexes.

    Rows are only ever added; triggers in the database refuse anything else.
    """

    __tablename__ = "issued_paper"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    data: Mapped[bytes]
    digest: Mapped[str]  # of what it says (rules.papers.Paper.digest), to tell when the plan has moved on
    made_at: Mapped[datetime] = mapped_column(UtcTime, default=utc_now)


class IssuedHandouts(Base):
    """What was handed out with an issued document: the Word template, and the papers of the units or delegates as data.

    Rows are only ever added; triggers in the database refuse anything else.
    """

    __tablename__ = "issued_handouts"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    template: Mapped[bytes]  # the file as the office had it; empty where there was nobody to hand anything to
    data: Mapped[bytes]  # rules.handouts.pack
    made_at: Mapped[datetime] = mapped_column(UtcTime, default=utc_now)


def of_campaign(session: Session, campaign_id: int, *, deleted: bool = False) -> Sequence[Document]:
    """Documents of a campaign in the order they were made."""
    query = select(Document).where(Document.campaign_id == campaign_id)
    query = query.where(Document.deleted_at.is_not(None) if deleted else Document.deleted_at.is_(None))
    return session.scalars(query.order_by(Document.id)).all()


def bases_of(session: Session, campaign_id: int) -> Sequence[LegalBasis]:
    """Legal bases of a campaign in order."""
    query = select(LegalBasis).where(LegalBasis.campaign_id == campaign_id).order_by(LegalBasis.position)
    return session.scalars(query).all()


def sections_of(session: Session, document_id: int) -> Sequence[Section]:
    """Sections of a document; children come in order of position under their parent."""
    query = select(Section).where(Section.document_id == document_id).order_by(Section.position, Section.id)
    return session.scalars(query).all()


def addressees_of(session: Session, document_id: int) -> Sequence[Addressee]:
    """Lines of Kính gửi in order."""
    query = select(Addressee).where(Addressee.document_id == document_id).order_by(Addressee.position)
    return session.scalars(query).all()


def recipients_of(session: Session, document_id: int) -> Sequence[Recipient]:
    """Lines of Nơi nhận in order."""
    query = select(Recipient).where(Recipient.document_id == document_id).order_by(Recipient.position)
    return session.scalars(query).all()


def last_number(session: Session, agency_id: int, kind: DocumentKind, year: int) -> int:
    """Highest number of that agency, kind and year; 0 before the first."""
    query = select(func.max(Document.number)).where(
        Document.agency_id == agency_id, Document.kind == kind, Document.number_year == year
    )
    return session.scalar(query) or 0


def issued_papers(session: Session, document_ids: Collection[int]) -> dict[int, list[IssuedPaper]]:
    """Papers kept of issued documents, by document id, each in order of position."""
    query = select(IssuedPaper).where(IssuedPaper.document_id.in_(document_ids))
    kept: dict[int, list[IssuedPaper]] = {}
    for paper in session.scalars(query.order_by(IssuedPaper.document_id, IssuedPaper.position)):
        kept.setdefault(paper.document_id, []).append(paper)
    return kept


def issued_digests(session: Session, document_ids: Collection[int]) -> dict[int, list[str]]:
    """What the papers kept of issued documents say, as digests in order of position; their bytes are not read."""
    query = select(IssuedPaper.document_id, IssuedPaper.digest)
    query = query.where(IssuedPaper.document_id.in_(document_ids)).order_by(IssuedPaper.position)
    kept: dict[int, list[str]] = {}
    for document_id, digest in session.execute(query):
        kept.setdefault(document_id, []).append(digest)
    return kept


def has_handouts(session: Session, document_id: int) -> bool:
    """Is it kept what was handed out with the document?"""
    return session.scalar(select(IssuedHandouts.document_id).filter_by(document_id=document_id)) is not None
