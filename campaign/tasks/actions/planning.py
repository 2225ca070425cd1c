"""Changes of the plan's tasks: what is to be done, by whom, by when."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.db import expect_version, fill, move, touch, utc_now
from campaign.errors import Problem, Refused, refuse_any
from campaign.history.actions import Author, changed, log, log_changes
from campaign.history.phrases import Verb
from campaign.people.model import Agency, Unit, days_off_for, units_of
from campaign.tasks import phrases, rules
from campaign.tasks.model import Coordination, Task, coordinating, of_campaign
from campaign.tasks.rules import BulkDraft, Known, TaskDraft
from campaign.tasks.rules.standing import is_finished
from campaign.vietnamese.due_words import latest_day
from campaign.workdays import Offset, due_day, years_around


def create_task(session: Session, campaign: Campaign, draft: TaskDraft, by: Author) -> Task:
    """Add a task at the end of the plan; Refused when a rule says no."""
    hold_plan(session, campaign.id)
    tasks = of_campaign(session, campaign.id)
    refuse_any(rules.check(draft, _known(session, campaign, tasks), _siblings(tasks)))
    position = max((task.position for task in tasks), default=0) + 1
    task = Task(campaign_id=campaign.id, position=position, uid=str(uuid.uuid4()))
    fill(task, draft)
    set_due(session, campaign, task)
    session.add(task)
    log(session, by, Verb.CREATE, task, campaign_id=campaign.id, title=task.text)
    _set_coordinating(session, task, draft.coordinating)
    return task


def update_task(
    session: Session, campaign: Campaign, task: Task, draft: TaskDraft, version: int, by: Author
) -> None:
    """Save a task read at `version`; Conflict when it was saved since, Refused when a rule says no."""
    expect_version(task, version)
    tasks = of_campaign(session, campaign.id)
    refuse_any(rules.check(draft, _known(session, campaign, tasks), _siblings(tasks, but=task), task.id))
    _rewrite(session, campaign, task, draft, coordinating(session, [task.id])[task.id], by)


def change_tasks(
    session: Session, campaign: Campaign, versions: Mapping[int, int], draft: BulkDraft, by: Author
) -> int:
    """Give the tasks of those ids, read at those versions, what `draft` holds; all of them or, Refused, none.

    How many there were. Conflict when one was saved meanwhile.
    """
    tasks = of_campaign(session, campaign.id)
    chosen = [(number, task) for number, task in enumerate(tasks, start=1) if task.id in versions]
    if not chosen or draft == BulkDraft():
        raise Refused(Problem("", phrases.BULK_NOTHING if chosen else phrases.BULK_NOBODY))
    known, helpers = _known(session, campaign, tasks), coordinating(session, list(versions))
    problems = []
    for number, task in chosen:
        expect_version(task, versions[task.id])
        wanted = draft.applied(draft_of(task, helpers[task.id]))
        found = rules.check(wanted, known, _siblings(tasks, but=task), task.id)
        if is_finished(task.status):
            found = [Problem("", phrases.BULK_FINISHED.format(number=number))]
        problems += [
            Problem("", phrases.BULK_ROW.format(number=number, sentence=one.sentence)) for one in found
        ]
    refuse_any(problems)
    for _, task in chosen:
        wanted = draft.applied(draft_of(task, helpers[task.id]))
        _rewrite(session, campaign, task, wanted, helpers[task.id], by)
    return len(chosen)


def draft_of(task: Task, helpers: Sequence[int]) -> TaskDraft:
    """A stored task as its form would type it: a day counted from a ceremony is not typed."""
    values = {name: getattr(task, name) for name in TaskDraft.__dataclass_fields__ if name != "coordinating"}
    draft = TaskDraft(**values, coordinating=list(helpers))
    return replace(draft, due_on=None) if task.offset_count is not None else draft


def delete_task(session: Session, task: Task, version: int, by: Author) -> None:
    """Put a task away; restore_task brings it back."""
    expect_version(task, version)
    task.deleted_at = utc_now()
    log(session, by, Verb.DELETE, task, campaign_id=task.campaign_id, title=task.text)


def restore_task(session: Session, task: Task, by: Author) -> None:
    """Bring a deleted task back, at the place it had; Refused when the same one was added meanwhile."""
    if task.deleted_at is None:
        return
    hold_plan(session, task.campaign_id)
    siblings = _siblings(of_campaign(session, task.campaign_id), but=task)
    lead = session.get_one(Unit, task.lead_unit_id)
    refuse_any(rules.doubles(task.text, task.lead_unit_id, lead.name, siblings))
    task.deleted_at = None
    log(session, by, Verb.RESTORE, task, campaign_id=task.campaign_id, title=task.text)


def move_task(session: Session, task: Task, step: int, by: Author) -> None:
    """Move a task `step` places down the plan (negative: up); at an end it stays."""
    move(of_campaign(session, task.campaign_id), task, step)
    log(session, by, Verb.MOVE, task, campaign_id=task.campaign_id, title=task.text)


def _rewrite(
    session: Session, campaign: Campaign, task: Task, draft: TaskDraft, helpers: Sequence[int], by: Author
) -> None:
    """Let a checked task, helped by `helpers` so far, say what the draft says."""
    due_before = (task.deadline, task.due_time)
    source = task.source
    fill(task, draft)
    task.source = source  # where it was read stays, whatever the form says
    set_due(session, campaign, task)
    if (task.deadline, task.due_time) != due_before:
        task.sequence += 1
    changes = changed(task)
    if list(draft.coordinating) != list(helpers):
        changes["coordinating"] = [list(helpers), list(draft.coordinating)]
        touch(task)
    log_changes(session, by, task, changes, campaign_id=campaign.id, title=task.text)
    _set_coordinating(session, task, draft.coordinating)


def hold_plan(session: Session, campaign_id: int) -> None:
    """Let others add to the plan only after this transaction, so that each sees the doubles the other makes.

    For PostgreSQL; SQLite lets one transaction write at a time anyway.
    """
    session.execute(select(Campaign.id).where(Campaign.id == campaign_id).with_for_update())


def set_due(session: Session, campaign: Campaign, task: Task) -> None:
    """Compute the due day of a task that counts from a ceremony, and the last day in time of any task."""
    if task.offset_count is not None and task.offset_unit is not None:
        ceremony_day = _ceremony_days(session, campaign)[task.ceremony_id or 0]
        agency = session.get_one(Agency, campaign.agency_id)
        offset = Offset(task.offset_count, task.offset_unit)
        farthest = ceremony_day + timedelta(days=2 * offset.count)
        days_off = days_off_for(session, agency.id, years_around([ceremony_day, farthest]))
        task.due_on = due_day(ceremony_day, offset, days_off, agency.due_shift)
    task.deadline = task.due_on or latest_day(task.due_words or "", _year_of(campaign, task))


def _year_of(campaign: Campaign, task: Task) -> int:
    """The year words without one mean: that of the campaign, else of the task's making."""
    day = campaign.starts_on or (task.created_at or utc_now()).date()
    return day.year


def _known(session: Session, campaign: Campaign, tasks: Sequence[Task]) -> Known:
    return Known(
        unit_names={unit.id: unit.name for unit in units_of(session, campaign.agency_id)},
        ceremony_ids=_ceremony_days(session, campaign).keys(),
        after={task.id: task.after_task_id for task in tasks},
    )


def _ceremony_days(session: Session, campaign: Campaign) -> dict[int, date]:
    return {ceremony.id: ceremony.starts_at.date() for ceremony in ceremonies_of(session, campaign.id)}


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
