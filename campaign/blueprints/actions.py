"""Changes of blueprints, and using one: its tasks become the campaign's, in one change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from campaign.blueprints import phrases, rules
from campaign.blueprints.model import Blueprint, BlueprintTask, RoleBinding, bindings_of, of_agency, tasks_of
from campaign.blueprints.rules import BlueprintDraft, BlueprintTaskDraft, Planned
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.db import expect_version, fill, move, utc_now
from campaign.errors import Problem, Refused, refuse_any
from campaign.glossary import DayUnit
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import Agency, days_off_for, units_of
from campaign.tasks.actions.importing import create_tasks
from campaign.tasks.model import coordinating
from campaign.tasks.model import of_campaign as campaign_tasks
from campaign.tasks.rules import FARTHEST, TaskDraft
from campaign.vietnamese import fold
from campaign.workdays import DaysOff, years_around


def create_blueprint(session: Session, agency: Agency, draft: BlueprintDraft, by: Author) -> Blueprint:
    """Add an empty blueprint; Refused when the office has one of that name."""
    refuse_any(rules.check(draft, [row.name for row in of_agency(session, agency.id)]))
    row = Blueprint(agency_id=agency.id)
    fill(row, draft)
    session.add(row)
    log(session, by, Verb.CREATE, row, campaign_id=None, title=row.name)
    return row


def create_usual(session: Session, agency: Agency, by: Author) -> Blueprint:
    """Add the usual checklist of a launch ceremony, to be changed as the office likes."""
    row = create_blueprint(session, agency, BlueprintDraft(phrases.USUAL_NAME, phrases.USUAL_NOTE), by)
    for text, lead, helpers, count, result in phrases.USUAL_TASKS:
        draft = BlueprintTaskDraft(text, lead, helpers, count, DayUnit.WORKING, expected_result=result)
        _add(session, row, draft)
    session.flush()
    return row


def update_blueprint(
    session: Session, row: Blueprint, draft: BlueprintDraft, version: int, by: Author
) -> None:
    """Save a blueprint's name and note as read at `version`."""
    expect_version(row, version)
    others = [each.name for each in of_agency(session, row.agency_id) if each is not row]
    refuse_any(rules.check(draft, others))
    fill(row, draft)
    log(session, by, Verb.UPDATE, row, campaign_id=None, title=row.name)


def delete_blueprint(session: Session, row: Blueprint, version: int, by: Author) -> None:
    """Put a blueprint away; campaigns made from it are untouched."""
    expect_version(row, version)
    row.deleted_at = utc_now()
    log(session, by, Verb.DELETE, row, campaign_id=None, title=row.name)


def restore_blueprint(session: Session, row: Blueprint, by: Author) -> None:
    """Bring a blueprint back; Refused when its name was taken meanwhile."""
    if row.deleted_at is None:
        return
    refuse_any(
        rules.check(BlueprintDraft(row.name), [each.name for each in of_agency(session, row.agency_id)])
    )
    row.deleted_at = None
    log(session, by, Verb.RESTORE, row, campaign_id=None, title=row.name)


def add_task(session: Session, blueprint: Blueprint, draft: BlueprintTaskDraft, by: Author) -> BlueprintTask:
    """Add a task at the end of a blueprint."""
    refuse_any(rules.check_task(draft))
    row = _add(session, blueprint, draft)
    log(session, by, Verb.CREATE, row, campaign_id=None, title=row.text)
    return row


def update_task(
    session: Session, row: BlueprintTask, draft: BlueprintTaskDraft, version: int, by: Author
) -> None:
    """Save a task of a blueprint as read at `version`."""
    expect_version(row, version)
    refuse_any(rules.check_task(draft))
    fill(row, _whole(draft))
    log(session, by, Verb.UPDATE, row, campaign_id=None, title=row.text)


def delete_task(session: Session, row: BlueprintTask, version: int, by: Author) -> None:
    """Take a task out of a blueprint for good."""
    expect_version(row, version)
    log(session, by, Verb.DELETE, row, campaign_id=None, title=row.text)
    session.delete(row)
    session.flush()


def move_task(session: Session, blueprint: Blueprint, row: BlueprintTask, step: int, by: Author) -> None:
    """Move a task `step` places down its blueprint (negative: up); at an end it stays."""
    move(tasks_of(session, [blueprint.id])[blueprint.id], row, step)
    log(session, by, Verb.MOVE, row, campaign_id=None, title=row.text)


def draft_of(row: BlueprintTask) -> BlueprintTaskDraft:
    """A stored task of a blueprint as the rules know it."""
    return BlueprintTaskDraft(
        row.text, row.lead_role, tuple(row.helper_roles), row.offset_count, row.offset_unit, row.due_time, row.due_words,
        row.expected_result,
    )  # fmt: skip


def preview(
    session: Session, campaign: Campaign, blueprint: Blueprint, ceremony: Ceremony | None, today: date
) -> list[Planned]:
    """What using the blueprint would add to the campaign; nothing is written."""
    drafts = {row.id: draft_of(row) for row in tasks_of(session, [blueprint.id])[blueprint.id]}
    present = [task.text for task in campaign_tasks(session, campaign.id)]
    day = ceremony.starts_at.date() if ceremony else None
    agency = session.get_one(Agency, campaign.agency_id)
    calendar = _calendar(session, agency, day or today), agency.due_shift
    return rules.planned(drafts, day, present, calendar, today)


def guesses(session: Session, agency_id: int, roles: Sequence[str]) -> dict[str, int | None]:
    """The unit each role most likely means for that office."""
    remembered = bindings_of(session, agency_id)
    units = {unit.id: (unit.name, unit.short_name) for unit in units_of(session, agency_id)}
    return {role: rules.guess(role, remembered, units) for role in roles}


def use_blueprint(
    session: Session, campaign: Campaign, ceremony: Ceremony | None, chosen: Sequence[BlueprintTask],
    units: Mapping[str, int | None], by: Author,
) -> int:  # fmt: skip
    """Add the chosen tasks with `units` in place of roles; how many were added. Refused when a lead role has no unit."""
    if not chosen:
        raise Refused(Problem("", phrases.NOTHING_CHOSEN))
    bound = {fold(role): unit_id for role, unit_id in units.items() if unit_id is not None}
    lacking = dict.fromkeys(row.lead_role for row in chosen if fold(row.lead_role) not in bound)
    refuse_any([Problem("", phrases.NO_UNIT.format(role=role)) for role in lacking])
    create_tasks(session, campaign, [_task(draft_of(row), bound, ceremony) for row in chosen], by)
    _remember(session, campaign.agency_id, bound)
    return len(chosen)


def save_as_blueprint(session: Session, campaign: Campaign, draft: BlueprintDraft, by: Author) -> Blueprint:
    """A blueprint of a campaign's tasks, units as roles, days counted from its first ceremony; Refused without tasks."""
    tasks = campaign_tasks(session, campaign.id)
    if not tasks:
        raise Refused(Problem("", phrases.NO_TASKS))
    agency = session.get_one(Agency, campaign.agency_id)
    row = create_blueprint(session, agency, draft, by)
    first = next(iter(ceremonies_of(session, campaign.id)), None)
    day = first.starts_at.date() if first else None
    days_off = _calendar(session, agency, day) if day else DaysOff()
    units = {unit.id: unit.name for unit in units_of(session, agency.id)}
    helpers = coordinating(session, [task.id for task in tasks])
    for task in tasks:
        count, unit = (
            (task.offset_count, task.offset_unit)
            if task.offset_count is not None
            else rules.counted(task.due_on, day, days_off)
        )
        _add(
            session,
            row,
            BlueprintTaskDraft(
                task.text, units[task.lead_unit_id], [units[helper] for helper in helpers[task.id]], count, unit,
                task.due_time if count is not None else None, task.due_words, task.expected_result,
            ),
        )  # fmt: skip
    session.flush()
    return row


def _add(session: Session, blueprint: Blueprint, draft: BlueprintTaskDraft) -> BlueprintTask:
    rows = tasks_of(session, [blueprint.id])[blueprint.id]
    row = BlueprintTask(
        blueprint_id=blueprint.id, position=max((each.position for each in rows), default=0) + 1
    )
    fill(row, _whole(draft))
    session.add(row)
    session.flush()
    return row


def _whole(draft: BlueprintTaskDraft) -> BlueprintTaskDraft:
    """The draft as the table keeps it: a unit of days only beside their number."""
    unit = (draft.offset_unit or DayUnit.WORKING) if draft.offset_count is not None else None
    return replace(draft, helper_roles=list(draft.helper_roles), offset_unit=unit)


def _task(draft: BlueprintTaskDraft, bound: Mapping[str, int], ceremony: Ceremony | None) -> TaskDraft:
    lead = bound[fold(draft.lead_role)]
    helpers = dict.fromkeys(bound[fold(role)] for role in draft.helper_roles if fold(role) in bound)
    counts = ceremony is not None and draft.offset_count is not None
    return TaskDraft(
        text=draft.text, lead_unit_id=lead, coordinating=[unit_id for unit_id in helpers if unit_id != lead],
        due_time=draft.due_time if counts else None, due_words=draft.due_words,
        ceremony_id=ceremony.id if counts and ceremony else None, offset_count=draft.offset_count if counts else None,
        offset_unit=draft.offset_unit if counts else None, expected_result=draft.expected_result,
    )  # fmt: skip


def _calendar(session: Session, agency: Agency, day: date) -> DaysOff:
    reach = timedelta(days=2 * FARTHEST)
    return days_off_for(session, agency.id, years_around([day - reach, day + reach]))


def _remember(session: Session, agency_id: int, bound: Mapping[str, int]) -> None:
    session.execute(
        delete(RoleBinding).where(RoleBinding.agency_id == agency_id, RoleBinding.role.in_(bound))
    )
    session.add_all(
        RoleBinding(agency_id=agency_id, role=role, unit_id=unit_id) for role, unit_id in bound.items()
    )
    session.flush()
