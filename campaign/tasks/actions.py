"""Changes of tasks. Every function checks the rules, writes rows and history, and flushes."""

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import expect_version, fill, renumber, touch, utc_now
from campaign.errors import refuse_any
from campaign.glossary import TaskStatus
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import units_of
from campaign.tasks import rules
from campaign.tasks.model import Coordination, Task, coordinating, of_campaign
from campaign.tasks.rules import TaskDraft


def create_task(session: Session, campaign: Campaign, draft: TaskDraft, by: Author) -> Task:
    """Add a task at the end of the plan; Refused when a rule says no."""
    siblings = of_campaign(session, campaign.id)
    _check(session, campaign, draft, siblings)
    task = Task(campaign_id=campaign.id, position=len(siblings) + 1, uid=str(uuid.uuid4()))
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
    siblings = [other for other in of_campaign(session, campaign.id) if other.id != task.id]
    _check(session, campaign, draft, siblings)
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
    """Bring a deleted task back, at the place it had."""
    task.deleted_at = None
    log(session, by, Verb.RESTORE, task, campaign_id=task.campaign_id, title=task.text)


def move_task(session: Session, task: Task, step: int, by: Author) -> None:
    """Move a task `step` places down the plan (negative: up); at an end it stays."""
    tasks = list(of_campaign(session, task.campaign_id))
    place = tasks.index(task)
    tasks.insert(max(0, min(len(tasks) - 1, place + step)), tasks.pop(place))
    renumber(tasks)
    log(session, by, Verb.MOVE, task, campaign_id=task.campaign_id, title=task.text)


def report_task(session: Session, task: Task, status: TaskStatus, today: date, by: Author) -> None:
    """Record what the unit says of its task; `today` becomes the day it was done."""
    task.status = status
    task.done_on = today if status is TaskStatus.DONE else None
    log(session, by, Verb.UPDATE, task, campaign_id=task.campaign_id, title=task.text)


def _check(session: Session, campaign: Campaign, draft: TaskDraft, siblings: Sequence[Task]) -> None:
    names = {unit.id: unit.name for unit in units_of(session, campaign.agency_id)}
    others = [rules.Sibling(task.position, task.lead_unit_id, task.text) for task in siblings]
    refuse_any(rules.check(draft, names, others))


def _set_coordinating(session: Session, task: Task, unit_ids: Sequence[int]) -> None:
    session.query(Coordination).where(Coordination.task_id == task.id).delete()
    session.add_all(
        Coordination(task_id=task.id, unit_id=unit, position=place) for place, unit in enumerate(unit_ids, 1)
    )
    session.flush()
