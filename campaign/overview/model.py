"""Reads over every slice, each one query whatever the number of rows; no tables of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from campaign.tasks.model import Task

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
        )
        for task, code, unit in session.execute(query)
    ]


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
