"""Writing history: every action of every slice logs its change here, in the same transaction."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Protocol

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from campaign.db import Record
from campaign.history.model import Entry
from campaign.history.phrases import Verb

_SILENT = {"id", "version", "created_at", "updated_at", "password_hash", "token_hash", "sequence"}
_TOLD_BY_CHANGES = {Verb.UPDATE, Verb.RESTORE}


class Author(Protocol):
    """Who acts: anything with an id (None for the program itself) and a name."""

    @property
    def id(self) -> int | None: ...
    @property
    def full_name(self) -> str: ...


def log(
    session: Session, by: Author, verb: Verb, record: Record, *, campaign_id: int | None, title: str
) -> Entry | None:
    """Add an entry with the record's unsaved changes, then flush; None when an update or a restoration changed nothing.

    Call it before flushing: what changed is read from the record itself.
    """
    changes = changed(record)
    if verb in _TOLD_BY_CHANGES and not changes:
        return None
    session.flush()
    entry = _entry(by, verb, record, title, campaign_id, changes)
    session.add(entry)
    session.flush()
    return entry


def log_changes(
    session: Session,
    by: Author,
    record: Record,
    changes: dict[str, Any],
    *,
    campaign_id: int | None,
    title: str,
) -> None:
    """Log an update by the `changes` given, for rows beneath the record too; nothing when there are none.

    They begin as `changed(record)`, asked before flushing, and have plain JSON values.
    """
    session.flush()
    if changes:
        session.add(_entry(by, Verb.UPDATE, record, title, campaign_id, changes))
        session.flush()


def log_created(
    session: Session, by: Author, records: Mapping[Record, str], *, campaign_id: int | None
) -> None:
    """Add the records with an entry each, as `log` would one by one, in two flushes however many; each has its title."""
    told = [(record, title, changed(record)) for record, title in records.items()]
    session.add_all(records)
    session.flush()
    session.add_all(
        _entry(by, Verb.CREATE, record, title, campaign_id, changes) for record, title, changes in told
    )
    session.flush()


def changed(record: Record) -> dict[str, Any]:
    """Columns with unsaved changes as {column: [before, after]}, in plain JSON values."""
    found: dict[str, Any] = {}
    state = inspect(record)
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].history
        if column.key in _SILENT or not history.has_changes():
            continue
        before, after = (history.deleted or [None])[0], (history.added or [None])[0]
        if before != after:
            found[column.key] = [_plain(before), _plain(after)]
    return found


def _entry(
    by: Author, verb: Verb, record: Record, title: str, campaign_id: int | None, changes: dict[str, Any]
) -> Entry:
    return Entry(
        user_id=by.id, by=by.full_name, campaign_id=campaign_id, noun=record.__tablename__,
        record_id=record.id, title=title, verb=verb, changes=changes,
    )  # fmt: skip


def _plain(value: object) -> object:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value
