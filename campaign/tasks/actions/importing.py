"""Bringing a list of tasks in: the file kept meanwhile, what its columns are taken for, and all tasks in one change."""

import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.db import fill, place_after
from campaign.errors import Problem, refuse_any
from campaign.history.actions import Author, log_created
from campaign.people.model import User, units_of
from campaign.tasks.actions.planning import hold_plan, set_due
from campaign.tasks.model import (
    UPLOAD_KEPT,
    Coordination,
    ImportMapping,
    Task,
    Upload,
    mapping_of,
    of_campaign,
)
from campaign.tasks.rules import Known, Sibling, TaskDraft, check
from campaign.tasks.rules.importing import Columns, twin
from campaign.vietnamese import clean


def keep_upload(session: Session, agency_id: int, by: User, name: str, data: bytes, at: datetime) -> Upload:
    """Keep a file for the one who handed it in; the same one again is the same upload. Files of days past go."""
    session.execute(delete(Upload).where(Upload.made_at < at - UPLOAD_KEPT))
    digest = sha256(data).hexdigest()
    mine = select(Upload).where(
        Upload.agency_id == agency_id, Upload.user_id == by.id, Upload.digest == digest
    )
    upload = session.scalar(mine)
    if upload is None:
        upload = Upload(
            key=secrets.token_urlsafe(24), agency_id=agency_id, user_id=by.id, data=data, digest=digest
        )
        session.add(upload)
    upload.name, upload.made_at = clean(name)[:200], at
    session.flush()
    return upload


def remember_columns(session: Session, agency_id: int, signature: str, columns: Columns) -> None:
    """Settle for the office what the columns of lists with these headings are."""
    mapping = mapping_of(session, agency_id, signature)
    if mapping is None:
        mapping = ImportMapping(agency_id=agency_id, signature=signature)
        session.add(mapping)
    mapping.columns = dict(columns)
    session.flush()


def import_tasks(
    session: Session, campaign: Campaign, upload: Upload, drafts: Sequence[TaskDraft], by: Author
) -> list[Task]:
    """Make all the drafts tasks and let the file go; Refused, with nothing written, when a rule stands against one."""
    tasks = create_tasks(session, campaign, drafts, by)
    session.delete(upload)
    session.flush()
    return tasks


def create_tasks(session: Session, campaign: Campaign, drafts: Sequence[TaskDraft], by: Author) -> list[Task]:
    """Add tasks at the end of the plan, all or none; Refused with every problem. The plan is read once, however many."""
    hold_plan(session, campaign.id)
    present = of_campaign(session, campaign.id)
    refuse_any(_problems(session, campaign, present, drafts))
    made = []
    for position, draft in enumerate(drafts, start=place_after(present)):
        task = Task(campaign_id=campaign.id, position=position, uid=str(uuid.uuid4()))
        fill(task, draft)
        set_due(session, campaign, task)
        made.append(task)
    log_created(session, by, {task: task.text for task in made}, campaign_id=campaign.id)
    session.add_all(
        Coordination(task_id=task.id, unit_id=unit, position=order)
        for task, draft in zip(made, drafts, strict=True)
        for order, unit in enumerate(draft.coordinating, start=1)
    )
    session.flush()
    return made


def _problems(
    session: Session, campaign: Campaign, present: Sequence[Task], drafts: Sequence[TaskDraft]
) -> list[Problem]:
    """What stands against any of the drafts, each beside the tasks there are and the drafts before it."""
    known = Known(
        unit_names={unit.id: unit.name for unit in units_of(session, campaign.agency_id)},
        ceremony_ids={ceremony.id for ceremony in ceremonies_of(session, campaign.id)},
        after={task.id: task.after_task_id for task in present},
    )
    twins = {twin(task.lead_unit_id, task.text): number for number, task in enumerate(present, start=1)}
    problems = []
    for number, draft in enumerate(drafts, start=len(present) + 1):
        mine = twin(draft.lead_unit_id, draft.text)
        same = [Sibling(twins[mine], draft.lead_unit_id, draft.text)] if mine in twins else []
        problems += check(draft, known, same)
        twins.setdefault(mine, number)
    return problems
