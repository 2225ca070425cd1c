"""Changes of tasks. Every function checks the rules, writes rows and history, and flushes."""

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import expect_version, fill, move, touch, utc_now
from campaign.errors import refuse_any
from campaign.glossary import TaskStatus
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import Unit, units_of
from campaign.tasks import rules
from campaign.tasks.model import Coordination, Task, coordinating, of_campaign
from campaign.tasks.rules import TaskDraft


def create_task(session: Session, campaign: Campaign, draft: TaskDraft, by: Author) -> Task:
    """Add a task at the end of the plan; Refused when a rule says no."""
    tasks = of_campaign(session, campaign.id)
    refuse_any(rules.check(draft, _unit_names(session, campaign), _siblings(tasks)))
    position = max((task.position for task in tasks), default=0) + 1
    task = Task(campaign_id=campaign.id, position=position, uid=str(uuid.uuid4()))
    fill(task, draft)
    session.add(task)
    log(session, by, Verb.CREATE, task, campaign_id=campaign.id, title=task.text)
    _set_coordinating(session, task, draft.coordinating)
    return task


def update_task(
    session: Session, campaign: Campaign, task: Task, draft: TaskDraft, version: int, by: Author
) -> None:
    """Save a task read at `version`; Conflict when it was saved since, Refused when a rule says no."""
    expect_version(task, version)
    siblings = _siblings(of_campaign(session, campaign.id), but=task)
    refuse_any(rules.check(draft, _unit_names(session, campaign), siblings))
    before = coordinating(session, [task.id])[task.id]
    due_before = task.due_on
    fill(task, draft)
    if list(draft.coordinating) != before:
        touch(task)
    if task.due_on != due_before:
        task.sequence += 1
    log(session, by, Verb.UPDATE, task, campaign_id=campaign.id, title=task.text)
    _set_coordinating(session, task, draft.coordinating)


def delete_task(session: Session, task: Task, version: int, by: Author) -> None:
    """Put a task away; restore_task brings it back."""
    expect_version(task, version)
    task.deleted_at = utc_now()
    log(session, by, Verb.DELETE, task, campaign_id=task.campaign_id, title=task.text)


def restore_task(session: Session, task: Task, by: Author) -> None:
    """Bring a deleted task back, at the place it had; Refused when the same one was added meanwhile."""
    siblings = _siblings(of_campaign(session, task.campaign_id), but=task)
    lead = session.get_one(Unit, task.lead_unit_id)
    refuse_any(rules.doubles(task.text, task.lead_unit_id, lead.name, siblings))
    task.deleted_at = None
    log(session, by, Verb.RESTORE, task, campaign_id=task.campaign_id, title=task.text)


def move_task(session: Session, task: Task, step: int, by: Author) -> None:
    """Move a task `step` places down the plan (negative: up); at an end it stays."""
    move(of_campaign(session, task.campaign_id), task, step)
    log(session, by, Verb.MOVE, task, campaign_id=task.campaign_id, title=task.text)


def report_task(session: Session, task: Task, status: TaskStatus, today: date, by: Author) -> None:
    """Record what the unit says of its task; `today` becomes the day it was done."""
    task.status = status
    task.done_on = today if status is TaskStatus.DONE else None
    log(session, by, Verb.UPDATE, task, campaign_id=task.campaign_id, title=task.text)


def _unit_names(session: Session, campaign: Campaign) -> dict[int, str]:
    return {unit.id: unit.name for unit in units_of(session, campaign.agency_id)}


def _siblings(tasks: Sequence[Task], but: Task | None = None) -> list[rules.Sibling]:
    """The tasks as the rules see them, numbered as the list shows them, without the one given."""
    return [
        rules.Sibling(number, task.lead_unit_id, task.text)
        for number, task in enumerate(tasks, start=1)
        if task is not but
    ]


def _set_coordinating(session: Session, task: Task, unit_ids: Sequence[int]) -> None:
    session.query(Coordination).where(Coordination.task_id == task.id).delete()
    session.add_all(
        Coordination(task_id=task.id, unit_id=unit, position=place) for place, unit in enumerate(unit_ids, 1)
    )
    session.flush()
