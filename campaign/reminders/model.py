"""Reads for the reminders; no tables of its own."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import CeremonyMove
from campaign.glossary import CampaignStatus, Role, UpdateKind
from campaign.history.model import Entry
from campaign.history.phrases import Verb
from campaign.mailing.model import Message
from campaign.people.model import Unit, User
from campaign.reminders.rules import Duty, News, said
from campaign.tasks.model import Task, TaskUpdate, coordinating
from campaign.tasks.rules.reporting import OF_THE_UNIT

# Columns a unit hears of. Where a task stands is not among them: that is what updates say, and for which unit.
TOLD = frozenset({"text", "due_on", "due_words", "due_time", "expected_result", "urgency", "coordinating"})
TOLD_TO_UNIT = frozenset(UpdateKind) - OF_THE_UNIT - {UpdateKind.COMMENT}
_Found = dict[int | None, tuple[set[int], set[int]]]  # by unit: tasks given, tasks changed


def duties_of(session: Session, agency_id: int) -> list[Duty]:
    """Tasks of an agency's running campaigns, by last day; two queries."""
    query = (
        select(Task, Campaign.title, Unit.name)
        .join(Campaign, Campaign.id == Task.campaign_id)
        .join(Unit, Unit.id == Task.lead_unit_id)
        .where(
            Campaign.agency_id == agency_id,
            Campaign.deleted_at.is_(None),
            Campaign.status != CampaignStatus.DONE,
            Task.deleted_at.is_(None),
        )
        .order_by(Task.deadline.is_(None), Task.deadline, Task.id)
    )
    rows = session.execute(query).all()
    helpers = coordinating(session, [task.id for task, _, _ in rows])
    return [
        Duty(
            task.id, task.text, title, task.lead_unit_id, unit, task.deadline, task.due_words, task.status,
            helpers[task.id],
        )
        for task, title, unit in rows
    ]  # fmt: skip


def news_of(session: Session, since: datetime, until: datetime) -> dict[int | None, News]:
    """What changed in that span, apart by the unit that changed or said it (None: the office); four queries.

    A unit hears of what others changed, not of what it said itself: with an account, through its packet, or by the
    office that enters it on its behalf.
    """
    found: _Found = {}
    _add_edits(session, since, until, found)
    answers = select(TaskUpdate.unit_id, TaskUpdate.task_id).where(
        TaskUpdate.at > since, TaskUpdate.at <= until, TaskUpdate.kind.in_(TOLD_TO_UNIT)
    )
    for unit_id, task_id in session.execute(answers):
        found.setdefault(unit_id, (set(), set()))[1].add(task_id)
    moves = select(CeremonyMove).where(CeremonyMove.updated_at > since, CeremonyMove.updated_at <= until)
    for move in session.scalars(moves):
        found.setdefault(None, (set(), set()))[1].update(map(int, move.changes["task"]))
    return {unit_id: News(given, changed) for unit_id, (given, changed) in found.items()}


def told_of(session: Session, since: datetime, until: datetime) -> dict[int, str]:
    """What the leading unit said last of each task in that span, by task id; one query."""
    query = (
        select(TaskUpdate)
        .join(Task, Task.id == TaskUpdate.task_id)
        .where(TaskUpdate.at > since, TaskUpdate.at <= until, TaskUpdate.unit_id == Task.lead_unit_id)
        .order_by(TaskUpdate.id)
    )
    return {row.task_id: said(row.kind, row.percent, row.text) for row in session.scalars(query)}


def last_letter(session: Session, unit_id: int) -> datetime | None:
    """When the unit's newest digest was written; None before the first."""
    written = select(func.max(Message.created_at)).where(Message.key.startswith(f"digest:{unit_id}:"))
    return session.scalar(written)


def _add_edits(session: Session, since: datetime, until: datetime, found: _Found) -> None:
    """Add the tasks given and edited in that span, by the unit of whoever did it."""
    authors = dict(session.execute(select(User.id, User.unit_id)).all())
    entries = select(Entry).where(Entry.noun == Task.__tablename__, Entry.at > since, Entry.at <= until)
    for entry in session.scalars(entries):
        given, changed = found.setdefault(authors.get(entry.user_id or 0), (set(), set()))
        if entry.verb in {Verb.CREATE, Verb.RESTORE} or "lead_unit_id" in entry.changes:
            given.add(entry.record_id)
        elif TOLD & entry.changes.keys():
            changed.add(entry.record_id)


def members_of(session: Session, agency_id: int) -> Sequence[User]:
    """Members of the units and leaders of an agency who can sign in."""
    query = select(User).where(
        User.agency_id == agency_id, User.active, User.role.in_([Role.MEMBER, Role.LEADER])
    )
    return session.scalars(query.order_by(User.id)).all()


def known(session: Session, keys: Collection[str]) -> set[str]:
    """Which of these occasions have a message already."""
    return set(session.scalars(select(Message.key).where(Message.key.in_(keys))))
