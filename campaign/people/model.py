"""Tables of the office: agencies, signers, units, users, days off."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Record
from campaign.files import holidays_vn
from campaign.glossary import DayOffKind, DayOffShift, Level, Relation, Role, SizeProfile
from campaign.people.rules.days_off import merge
from campaign.workdays import DaysOff


class Agency(Record):
    """The body that issues: everything a letterhead needs (NĐ 30/2020 PL I mục II)."""

    __tablename__ = "agency"

    code: Mapped[str] = mapped_column(unique=True)  # slug, in addresses and file names
    name: Mapped[str]  # in full, as in running text
    short_name: Mapped[str]  # "UBND xã", as documents shorten it after the first mention
    level: Mapped[Level]
    parent_line: Mapped[str | None]  # upper line of the letterhead, not bold; None when the body prints alone
    header_lines: Mapped[str]  # one to three bold lines of the letterhead
    symbol: Mapped[str]  # "UBND", second half of số, ký hiệu
    place_name: Mapped[str]  # địa danh
    size_profile: Mapped[SizeProfile] = mapped_column(default=SizeProfile.LARGE)
    contact: Mapped[str | None]  # line at the foot of letters: address, telephone, e-mail
    organizer_email: Mapped[str | None]  # mailbox named as organiser in calendars
    due_shift: Mapped[DayOffShift] = mapped_column(default=DayOffShift.EARLIER, server_default="earlier")


class Signer(Record):
    """A person who may sign, with the authority lines as printed (NĐ 30/2020 PL I II.7)."""

    __tablename__ = "signer"

    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    authority: Mapped[
        str | None
    ]  # "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", both on two lines; None: own authority
    position: Mapped[str]  # "PHÓ CHỦ TỊCH"
    name: Mapped[str]  # no academic titles
    rank: Mapped[int] = mapped_column(default=100)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Unit(Record):
    """Who gets tasks. Names change with the years, so each carries the days it is valid for."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("agency_id", "name"),)

    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    name: Mapped[str]
    short_name: Mapped[str]
    relation: Mapped[Relation] = mapped_column(default=Relation.ASSIGN)
    rank: Mapped[int] = mapped_column(default=100)  # order in plans
    email: Mapped[str | None]
    phone: Mapped[str | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    # o'clock, when reminders are mailed
    digest_hour: Mapped[int] = mapped_column(default=7, server_default="7")


class User(Record):
    """A person who signs in. Without agency: an administrator who sees every office."""

    __tablename__ = "user"

    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    email: Mapped[str] = mapped_column(unique=True)  # kept in lower case
    full_name: Mapped[str]
    position: Mapped[str | None]
    role: Mapped[Role]
    password_hash: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)


class DayOff(Record):
    """What an office says of a day, against the public calendar or to confirm it."""

    __tablename__ = "day_off"
    __table_args__ = (UniqueConstraint("agency_id", "day"),)

    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    day: Mapped[date]
    kind: Mapped[DayOffKind]
    name: Mapped[str]
    source: Mapped[str | None]  # the paper that says so: "Công văn số …"


def agencies(session: Session) -> Sequence[Agency]:
    """Every agency, by name."""
    return session.scalars(select(Agency).order_by(Agency.name)).all()


def units_of(session: Session, agency_id: int) -> Sequence[Unit]:
    """Units of an agency in the order plans name them."""
    return session.scalars(
        select(Unit).where(Unit.agency_id == agency_id).order_by(Unit.rank, Unit.name)
    ).all()


def signers_of(session: Session, agency_id: int) -> Sequence[Signer]:
    """Signers of an agency, highest first."""
    return session.scalars(
        select(Signer).where(Signer.agency_id == agency_id).order_by(Signer.rank, Signer.name)
    ).all()


def user_by_email(session: Session, email: str) -> User | None:
    """The user with that e-mail address, whatever its case."""
    return session.scalar(select(User).where(User.email == email.strip().lower()))


def users_of(session: Session, agency_id: int | None) -> Sequence[User]:
    """Users of an agency by e-mail address; of every agency, and those of none, when it is None."""
    query = select(User).order_by(User.email)
    return session.scalars(query if agency_id is None else query.where(User.agency_id == agency_id)).all()


def units_in_sight(session: Session, agency_id: int | None) -> Sequence[Unit]:
    """Units of an agency in the order of its plans; of every agency when it is None."""
    query = select(Unit).order_by(Unit.agency_id, Unit.rank, Unit.name)
    return session.scalars(query if agency_id is None else query.where(Unit.agency_id == agency_id)).all()


def days_off_of(session: Session, agency_id: int, years: Collection[int]) -> Sequence[DayOff]:
    """What an office says of the days from the first to the last of those years, by day."""
    if not years:
        return ()
    first, last = date(min(years), 1, 1), date(max(years), 12, 31)
    query = select(DayOff).where(DayOff.agency_id == agency_id, DayOff.day.between(first, last))
    return session.scalars(query.order_by(DayOff.day)).all()


def days_off_for(session: Session, agency_id: int, years: Collection[int]) -> DaysOff:
    """The days off an office counts with in those years: the public calendar, overruled by its own rows; one query."""
    return merge(holidays_vn.days_off(years), days_off_of(session, agency_id, years))
