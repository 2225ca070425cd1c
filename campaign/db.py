"""The database: base classes, column types, engine and sessions. SQLite (WAL) or PostgreSQL."""

import enum
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from itertools import accumulate
from operator import attrgetter
from typing import Any, ClassVar

from sqlalchemy import DateTime, Engine, Enum, MetaData, Text, create_engine, event, select
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.exc import DBAPIError, InvalidRequestError
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    declared_attr,
    mapped_column,
    object_session,
    sessionmaker,
)
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import JSON, TypeDecorator

from campaign.errors import Conflict
from campaign.vietnamese import nfc

_CONFLICT = "stale record"
# foreign_key_violation, unique_violation, serialization_failure, deadlock_detected:
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_RACES = {"23503", "23505", "40001", "40P01"}


class Words(TypeDecorator[str]):
    """Text kept in NFC whichever door it came through (TCVN 6909 allows both forms; we store one)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else nfc(value)


class UtcTime(TypeDecorator[datetime]):
    """An aware moment, stored as naive UTC on both databases."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def utc_now() -> datetime:
    """The moment of a change, to the second: calendars and history need no more."""
    return datetime.now(UTC).replace(microsecond=0)


class Base(DeclarativeBase):
    """Root of all tables. Names of constraints are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Words,
        datetime: DateTime,
        list[str]: JSON,
        dict[str, Any]: JSON,
        enum.Enum: Enum(
            enum.Enum, native_enum=False, length=30, values_callable=lambda kind: [m.value for m in kind]
        ),
    }


class Record(Base):
    """A row people edit: `version` grows with each save, so a stale save is refused (version_id_col)."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    version: Mapped[int] = mapped_column(sort_order=90)
    created_at: Mapped[datetime] = mapped_column(UtcTime, default=utc_now, sort_order=91)
    updated_at: Mapped[datetime] = mapped_column(UtcTime, default=utc_now, onupdate=utc_now, sort_order=92)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return (
            {"version_id_col": cls.__table__.c.version}
            if hasattr(cls, "__table__")
            else {"version_id_col": cls.version}
        )


class Erasable(Record):
    """A row whose deletion can be undone: it stays, with the moment it was put away."""

    __abstract__ = True

    deleted_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None, sort_order=93)


def fill(record: Record, draft: object) -> None:
    """Copy every field of the draft dataclass that is a column of the record."""
    columns = type(record).__table__.columns.keys()
    for field in fields(draft):  # type: ignore[arg-type]
        if field.name in columns:
            setattr(record, field.name, getattr(draft, field.name))


def expect_version(record: Record, version: int) -> None:
    """Raise Conflict when the record was saved by somebody since `version` was read."""
    if record.version != version:
        raise Conflict(_CONFLICT)


@contextmanager
def racing() -> Iterator[None]:
    """Raise Conflict for what two writers in one moment do to each other inside: a stale row, a double, a deadlock.

    SQLite lets one write at a time; PostgreSQL finds out when rows are flushed.
    """
    try:
        yield
    except StaleDataError as error:
        raise Conflict(_CONFLICT) from error
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) not in _RACES:
            raise
        raise Conflict(_CONFLICT) from error


def reread(session: Session, record: Record) -> bool:
    """Read a record as it is saved now; False when somebody has deleted it."""
    try:
        session.refresh(record)
    except InvalidRequestError:  # no row came back
        return False
    return True


def touch(record: Record) -> None:
    """Make the next flush write the row, so that its version grows though only rows beneath it changed."""
    record.updated_at = utc_now()
    flag_modified(record, "updated_at")


def renumber(rows: Iterable[Any]) -> None:
    """Give rows the positions 1, 2, 3 … in the order they come."""
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position


def place_after(rows: Iterable[Any], *, column: str = "position") -> int:
    """The position of a row that comes after all of them."""
    return max((getattr(row, column) for row in rows), default=0) + 1


def move(rows: Sequence[Any], row: Any, step: int, *, column: str = "position") -> None:
    """Move a row `step` places down the rows (negative: up), which share the positions they hold; at an end it stays.

    Of two moves at once the later begins where the earlier left off; Conflict when the row was deleted meanwhile.
    Positions two rows hold alike, as two people adding at once can leave them, are pulled apart.
    """
    order = sorted(_locked(rows), key=attrgetter(column))
    if row not in order:
        raise Conflict(_CONFLICT)
    held = [getattr(each, column) for each in order]
    positions = accumulate(held, lambda before, position: max(before + 1, position))
    place = order.index(row)
    order.insert(max(0, min(len(order) - 1, place + step)), order.pop(place))
    for each, position in zip(order, positions, strict=True):
        if getattr(each, column) != position:
            setattr(each, column, position)


def _locked(rows: Sequence[Any]) -> Sequence[Any]:
    """Those of the rows that are still there, as saved now and nobody else's to write until the transaction ends.

    SQLite holds its one write lock since the session began. Rows of no session are nobody else's.
    """
    session = object_session(rows[0]) if rows and isinstance(rows[0], Record) else None
    if session is None:
        return rows
    kind = type(rows[0])
    query = select(kind).where(kind.id.in_([row.id for row in rows])).order_by(kind.id)
    anew = {"populate_existing": True}
    held = set(session.scalars(query.with_for_update(key_share=True), execution_options=anew))
    return [row for row in rows if row in held]


def open_engine(url: str) -> Engine:
    """An engine for SQLite (WAL, foreign keys on) or PostgreSQL; nothing is connected yet."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        return create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    engine = create_engine(address, connect_args={"timeout": 10})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def session_factory(engine: Engine, *, writing: bool) -> sessionmaker[Session]:
    """Sessions whose rows stay readable after commit.

    A writing session takes SQLite's write lock when it begins, so two writers queue instead of failing midway.
    """
    return sessionmaker(engine.execution_options(writing=writing), expire_on_commit=False)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin transactions ourselves, below
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
