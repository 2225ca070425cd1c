"""Reads over every slice, each one query whatever the number of rows; no tables of its own."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony, ProgrammeItem
from campaign.db import Base
from campaign.delegates.model import Delegate, DelegateGroup
from campaign.documents.model import Document
from campaign.history.model import Entry
from campaign.overview.rules.attention import Duty, Event, Paper
from campaign.people.model import Unit
from campaign.tasks.model import Task, TaskUpdate

_OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True)
class Guests:
    """Delegates of a campaign in numbers: lines on the list, heads invited, lines with a person's name, heads that came."""

    lines: int
    heads: int
    named: int
    came: int


def duties(session: Session, campaign_ids: Sequence[int]) -> list[Duty]:
    """Tasks of those campaigns with the names that go with them: by their units' rank, then in the plan's order."""
    query = (
        select(Task, Campaign.code, Unit.short_name)
        .join(Campaign, Campaign.id == Task.campaign_id)
        .join(Unit, Unit.id == Task.lead_unit_id)
        .where(Task.campaign_id.in_(campaign_ids), Task.deleted_at.is_(None))
        .order_by(Unit.rank, Unit.name, Task.position, Task.id)
    )
    rows = session.execute(query).all()
    numbers = _numbers(task for task, *_ in rows)
    return [
        Duty(
            id=task.id,
            campaign=code,
            text=task.text,
            unit_id=task.lead_unit_id,
            unit=unit,
            due_on=task.due_on,
            due_words=task.due_words,
            deadline=task.deadline,
            status=task.status,
            asked_until=task.asked_until,
            done_on=task.done_on,
            given_on=task.created_at.astimezone(_OFFICE_ZONE).date(),
            number=numbers[task.id],
            after_id=task.after_task_id,
        )
        for task, code, unit in rows
    ]


def _numbers(tasks: Iterable[Task]) -> dict[int, int]:
    """The number of each task in its campaign's list, by id."""
    seen: Counter[int] = Counter()
    numbers = {}
    for task in sorted(tasks, key=lambda task: (task.position, task.id)):
        seen[task.campaign_id] += 1
        numbers[task.id] = seen[task.campaign_id]
    return numbers


def papers(session: Session, campaign_ids: Sequence[int]) -> list[Paper]:
    """Documents of those campaigns, in the order they were made."""
    query = (
        select(Document.id, Campaign.code, Document.kind, Document.title, Document.status)
        .join(Campaign, Campaign.id == Document.campaign_id)
        .where(Document.campaign_id.in_(campaign_ids), Document.deleted_at.is_(None))
        .order_by(Document.id)
    )
    return [Paper(*row) for row in session.execute(query)]


def events(session: Session, campaign_ids: Sequence[int]) -> list[Event]:
    """Ceremonies of those campaigns in order of time."""
    query = (
        select(Ceremony.id, Campaign.code, Ceremony.title, Ceremony.starts_at, Ceremony.venue)
        .join(Campaign, Campaign.id == Ceremony.campaign_id)
        .where(Ceremony.campaign_id.in_(campaign_ids))
        .order_by(Ceremony.starts_at, Ceremony.id)
    )
    return [Event(*row) for row in session.execute(query)]


def guests(session: Session, campaign_id: int) -> Guests:
    """How many delegates there are; a line without a headcount counts one head."""
    query = (
        select(
            func.count(Delegate.id),
            func.coalesce(func.sum(func.coalesce(Delegate.headcount, 1)), 0),
            func.count(Delegate.person),
            func.sum(Delegate.attended),
        )
        .join(DelegateGroup, DelegateGroup.id == Delegate.group_id)
        .where(DelegateGroup.campaign_id == campaign_id, Delegate.deleted_at.is_(None))
    )
    lines, heads, named, came = session.execute(query).one()
    return Guests(lines, heads, named, came or 0)


def programme_size(session: Session, campaign_id: int) -> tuple[int, int, int]:
    """Minutes after the announced hour, steps, and steps nobody performs yet, over all ceremonies of a campaign."""
    query = (
        select(ProgrammeItem.minutes, ProgrammeItem.before_start, ProgrammeItem.performer)
        .join(Ceremony, Ceremony.id == ProgrammeItem.ceremony_id)
        .where(Ceremony.campaign_id == campaign_id)
    )
    steps = session.execute(query).all()
    minutes = sum(minutes for minutes, before, _ in steps if not before)
    return minutes, len(steps), sum(not performer for *_, performer in steps)


def heard(session: Session, campaign_id: int) -> dict[int, date]:
    """The day each unit last said something of a campaign's tasks, by id; what the office entered for it counts."""
    query = (
        select(TaskUpdate.unit_id, func.max(TaskUpdate.at))
        .join(Task, Task.id == TaskUpdate.task_id)
        .where(Task.campaign_id == campaign_id, Task.deleted_at.is_(None), TaskUpdate.unit_id.is_not(None))
        .group_by(TaskUpdate.unit_id)
    )
    return {
        unit_id: at.astimezone(_OFFICE_ZONE).date()
        for unit_id, at in session.execute(query)
        if unit_id is not None
    }


def updates_since(session: Session, campaign_id: int, since: datetime) -> Sequence[tuple[TaskUpdate, str]]:
    """What was said of a campaign's tasks from `since` (aware) on, newest first, each with its task's text."""
    query = (
        select(TaskUpdate, Task.text)
        .join(Task, Task.id == TaskUpdate.task_id)
        .where(Task.campaign_id == campaign_id, Task.deleted_at.is_(None), TaskUpdate.at >= since)
        .order_by(TaskUpdate.id.desc())
    )
    return [(update, text) for update, text in session.execute(query)]


def entries_since(session: Session, campaign_id: int, since: datetime) -> Sequence[Entry]:
    """Changes of a campaign from `since` (aware) on, newest first."""
    query = select(Entry).where(Entry.campaign_id == campaign_id, Entry.at >= since)
    return session.scalars(query.order_by(Entry.id.desc())).all()


def change_count(session: Session, campaign_id: int) -> int:
    """How many changes the history of a campaign holds."""
    return session.scalar(select(func.count(Entry.id)).where(Entry.campaign_id == campaign_id)) or 0


def column_types() -> dict[tuple[str, str], type]:
    """The Python type of every (table, column); an enumeration is its own class."""
    return {
        (table.name, column.name): column.type.python_type
        for table in Base.metadata.tables.values()
        for column in table.columns
    }
