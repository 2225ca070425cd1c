"""Reads for the reminders; no tables of its own."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.glossary import CampaignStatus, Role
from campaign.history.model import Entry
from campaign.history.phrases import Verb
from campaign.mailing.model import Message
from campaign.people.model import Unit, User
from campaign.reminders.rules import Duty, News
from campaign.rescheduling.model import CeremonyMove
from campaign.tasks.model import Task

TOLD = frozenset(
    {"text", "due_on", "due_words", "due_time", "status", "expected_result", "urgency"}
)  # columns a unit hears of


def duties_of(session: Session, agency_id: int) -> list[Duty]:
    """Tasks of an agency's running campaigns, by last day; one query."""
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
    return [
        Duty(task.id, task.text, title, task.lead_unit_id, unit, task.deadline, task.due_words, task.status)
        for task, title, unit in session.execute(query)
    ]


def news_of(session: Session, since: datetime, until: datetime) -> dict[int | None, News]:
    """What changed in that span, apart by the unit whose member made the change (None: the office); three queries.

    A unit hears of what others changed, not of what it said itself.
    """
    authors = dict(session.execute(select(User.id, User.unit_id)).all())
    found: dict[int | None, tuple[set[int], set[int]]] = {}
    entries = select(Entry).where(Entry.noun == Task.__tablename__, Entry.at > since, Entry.at <= until)
    for entry in session.scalars(entries):
        given, changed = found.setdefault(authors.get(entry.user_id or 0), (set(), set()))
        if entry.verb in {Verb.CREATE, Verb.RESTORE} or "lead_unit_id" in entry.changes:
            given.add(entry.record_id)
        elif TOLD & entry.changes.keys():
            changed.add(entry.record_id)
    moves = select(CeremonyMove).where(CeremonyMove.updated_at > since, CeremonyMove.updated_at <= until)
    for move in session.scalars(moves):
        found.setdefault(None, (set(), set()))[1].update(map(int, move.changes["task"]))
    return {unit_id: News(given, changed) for unit_id, (given, changed) in found.items()}


def members_of(session: Session, agency_id: int) -> Sequence[User]:
    """Members of the units and leaders of an agency who can sign in."""
    query = select(User).where(
        User.agency_id == agency_id, User.active, User.role.in_([Role.MEMBER, Role.LEADER])
    )
    return session.scalars(query.order_by(User.id)).all()


def known(session: Session, keys: Collection[str]) -> set[str]:
    """Which of these occasions have a message already."""
    return set(session.scalars(select(Message.key).where(Message.key.in_(keys))))
