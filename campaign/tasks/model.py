"""Tables of tasks: the units that help, what is said of them, and the files that prove it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, load_only, mapped_column

from campaign.ceremonies.model import CeremonyMove
from campaign.db import Base, Erasable, UtcTime, utc_now
from campaign.glossary import DayUnit, TaskStatus, UpdateKind, Urgency
from campaign.history.model import Entry
from campaign.history.phrases import Verb
from campaign.mailing.rules import OFFICE_ZONE
from campaign.tasks.rules.outcome import Said

_DAYS = frozenset({"due_on", "deadline"})
_DUE = _DAYS | {"due_words"}
_Was = tuple[datetime, int, dict[str, Any]]  # when a task's due changed, its id, what it was before


class Task(Erasable):
    """What a lead unit does. The due date is a day, an offset from a ceremony, or words ("thường xuyên")."""

    __tablename__ = "task"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str]  # the duty as a plan says it, without the unit's name
    lead_unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    due_on: Mapped[date | None]
    due_time: Mapped[time | None]  # office time on that day
    due_words: Mapped[str | None]
    deadline: Mapped[
        date | None
    ]  # last day in time: due_on, or the day the words name; what lateness is told by
    ceremony_id: Mapped[int | None] = mapped_column(
        ForeignKey("ceremony.id", ondelete="SET NULL"), index=True
    )
    offset_count: Mapped[int | None]  # days from that ceremony, negative before; due_on is computed from it
    offset_unit: Mapped[DayUnit | None]
    pinned: Mapped[bool] = mapped_column(default=False)  # stays when the ceremony moves
    after_task_id: Mapped[int | None] = mapped_column(
        ForeignKey("task.id", ondelete="SET NULL")
    )  # must be done first
    urgency: Mapped[Urgency] = mapped_column(default=Urgency.NORMAL)
    person: Mapped[str | None]  # in charge at the unit, when known
    basis: Mapped[str | None]  # document the task comes from
    basis_section: Mapped[str | None]  # "mục II.3" of it
    source: Mapped[str | None]  # the sentence it was read from
    expected_result: Mapped[str | None]
    status: Mapped[TaskStatus] = mapped_column(default=TaskStatus.OPEN)
    percent: Mapped[int | None]  # as last reported
    asked_until: Mapped[date | None]  # an extension is asked for and not yet answered
    done_on: Mapped[date | None]  # the day it was reported done
    note: Mapped[str | None]
    uid: Mapped[str] = mapped_column(unique=True)
    sequence: Mapped[int] = mapped_column(default=0)


class Coordination(Base):
    """A unit that coordinates in a task it does not lead."""

    __tablename__ = "coordination"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    position: Mapped[int]


class TaskUpdate(Base):
    """What was said of a task, by whom, when. Rows are only ever added; triggers in the database refuse anything else."""

    __tablename__ = "task_update"

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcTime, default=utc_now)
    key: Mapped[str] = mapped_column(unique=True)  # of the form it came from: sent twice, it stands once
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    by: Mapped[str]  # the name as it was then
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))  # for which unit; None: for the office
    on_behalf: Mapped[bool]  # entered by the office for that unit
    kind: Mapped[UpdateKind]
    status: Mapped[TaskStatus]  # of the task after it
    text: Mapped[str]
    percent: Mapped[int | None]
    until: Mapped[date | None]


class Evidence(Base):
    """A file that goes with an update; only ever added, like the update itself."""

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    update_id: Mapped[int] = mapped_column(ForeignKey("task_update.id"), index=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    name: Mapped[str]
    size: Mapped[int]
    data: Mapped[bytes]


def of_campaign(session: Session, campaign_id: int, *, deleted: bool = False) -> Sequence[Task]:
    """Tasks of a campaign in the plan's order."""
    query = select(Task).where(Task.campaign_id == campaign_id)
    query = query.where(Task.deleted_at.is_not(None) if deleted else Task.deleted_at.is_(None))
    return session.scalars(query.order_by(Task.position, Task.id)).all()


def of_campaigns(session: Session, campaign_ids: Sequence[int]) -> Sequence[Task]:
    """Tasks of several campaigns by due date, those without one last; one query."""
    query = select(Task).where(Task.campaign_id.in_(campaign_ids), Task.deleted_at.is_(None))
    return session.scalars(query.order_by(Task.deadline.is_(None), Task.deadline, Task.position)).all()


def coordinating(session: Session, task_ids: Sequence[int]) -> dict[int, list[int]]:
    """Unit ids that coordinate, in order, for each task id given; one query."""
    found: dict[int, list[int]] = {task_id: [] for task_id in task_ids}
    query = select(Coordination).where(Coordination.task_id.in_(task_ids)).order_by(Coordination.position)
    for row in session.scalars(query):
        found[row.task_id].append(row.unit_id)
    return found


def updates_of(session: Session, task_id: int) -> Sequence[TaskUpdate]:
    """What was said of a task, oldest first."""
    return session.scalars(
        select(TaskUpdate).where(TaskUpdate.task_id == task_id).order_by(TaskUpdate.id)
    ).all()


def update_by_key(session: Session, key: str) -> TaskUpdate | None:
    """The update that came from the form with that key."""
    return session.scalar(select(TaskUpdate).where(TaskUpdate.key == key))


def said_of(session: Session, campaign_id: int) -> list[Said]:
    """Everything said of a campaign's tasks that are not deleted, oldest first; one query."""
    query = (
        select(TaskUpdate)
        .join(Task, Task.id == TaskUpdate.task_id)
        .where(Task.campaign_id == campaign_id, Task.deleted_at.is_(None))
        .order_by(TaskUpdate.id)
    )
    return [
        Said(row.task_id, row.at.astimezone(OFFICE_ZONE).date(), row.kind, row.status, row.text, row.percent, row.until)
        for row in session.scalars(query)
    ]  # fmt: skip


def due_before(session: Session, campaign_id: int, moment: datetime) -> dict[int, dict[str, Any]]:
    """Where `due_on`, `due_words` and `deadline` of tasks changed after `moment` (aware): what each was then, by task id.

    Told from the history and the moves of ceremonies; two queries.
    """
    found: dict[int, dict[str, Any]] = {}
    for _, task_id, columns in sorted(
        [*_edited_after(session, campaign_id, moment), *_moved_after(session, campaign_id, moment)],
        key=itemgetter(0),
    ):
        found[task_id] = columns | found.get(task_id, {})  # what changed first tells how it was
    return found


def _edited_after(session: Session, campaign_id: int, moment: datetime) -> Iterator[_Was]:
    query = select(Entry).where(
        Entry.campaign_id == campaign_id, Entry.noun == Task.__tablename__, Entry.verb == Verb.UPDATE, Entry.at > moment
    )  # fmt: skip
    for entry in session.scalars(query.order_by(Entry.id)):
        was = {column: entry.changes[column][0] for column in _DUE & entry.changes.keys()}
        days = {column: date.fromisoformat(was[column]) for column in _DAYS & was.keys() if was[column]}
        yield entry.at, entry.record_id, was | days


def _moved_after(session: Session, campaign_id: int, moment: datetime) -> Iterator[_Was]:
    moves = select(CeremonyMove).where(CeremonyMove.campaign_id == campaign_id)
    for move in session.scalars(moves.where(CeremonyMove.updated_at > moment)):
        for at, place in ((move.created_at, 0), (move.undone_at, 1)):
            if at is not None and at > moment:
                for task_id, days in move.changes["task"].items():
                    yield at, int(task_id), dict.fromkeys(_DAYS, date.fromisoformat(days[place]))


def evidence_of(session: Session, task_id: int) -> dict[int, list[Evidence]]:
    """Files of a task by update id, without their bytes; one query."""
    query = select(Evidence).where(Evidence.task_id == task_id).order_by(Evidence.id)
    found: dict[int, list[Evidence]] = {}
    for row in session.scalars(
        query.options(
            load_only(Evidence.update_id, Evidence.task_id, Evidence.name, Evidence.size, raiseload=True)
        )
    ):
        found.setdefault(row.update_id, []).append(row)
    return found


def evidence_file(session: Session, task_id: int, file_id: int) -> Evidence | None:
    """The file with that id when it belongs to that task, with its bytes."""
    return session.scalar(select(Evidence).where(Evidence.id == file_id, Evidence.task_id == task_id))


# ---------------------------------------------------------------- importing


class Upload(Base):
    """A list somebody handed in, kept between looking at it and importing it; known by an unguessable key."""

    __tablename__ = "upload"

    key: Mapped[str] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    name: Mapped[str]
    data: Mapped[bytes]
    digest: Mapped[str]  # of data, SHA-256: the same file handed in again is the same upload
    made_at: Mapped[datetime] = mapped_column(UtcTime, index=True)


class ImportMapping(Base):
    """Which columns of a list with certain headings an office takes for what."""

    __tablename__ = "import_mapping"
    __table_args__ = (UniqueConstraint("agency_id", "signature"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    signature: Mapped[str]  # of the headings
    columns: Mapped[dict[str, Any]]  # field -> place of its column, from 0


UPLOAD_KEPT = timedelta(days=1)


def upload_by_key(session: Session, key: str, owner: tuple[int, int], at: datetime) -> Upload | None:
    """The upload with that key when it belongs to `owner` (agency id, user id) and is still kept at `at`."""
    upload = session.get(Upload, key)
    if upload is None or (upload.agency_id, upload.user_id) != owner or upload.made_at < at - UPLOAD_KEPT:
        return None
    return upload


def mapping_of(session: Session, agency_id: int, signature: str) -> ImportMapping | None:
    """What the office has settled for lists with these headings."""
    query = select(ImportMapping).where(ImportMapping.agency_id == agency_id)
    return session.scalar(query.where(ImportMapping.signature == signature))
