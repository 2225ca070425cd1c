"""The list of tasks, and the same as a spreadsheet."""

from io import BytesIO
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.fields import read_id
from campaign.gate import OFFICE_ZONE, db, guard, may, today
from campaign.glossary import TaskStatus
from campaign.people.model import units_of
from campaign.tasks import rules
from campaign.tasks.actions import register
from campaign.tasks.model import Task, coordinating, of_campaign
from campaign.tasks.rules.grouping import Grouping, grouped
from campaign.tasks.rules.standing import is_late, is_running, planned_late_mark
from campaign.tasks.views.blueprint import bp
from campaign.tasks.views.sight import is_own


@bp.get("")
@guard(Permission.TASK_READ)
def list_tasks(campaign: Campaign) -> ResponseReturnValue:
    return render_template(
        "tasks/list.html",
        campaign=campaign,
        kept=kept(),
        statuses=list(TaskStatus),
        groupings=list(Grouping),
        deleted=of_campaign(db(), campaign.id, deleted=True) if may(Permission.TASK_EDIT) else [],
        **_listed(campaign),
    )


@bp.get("/tasks.xlsx")
@guard(Permission.TASK_READ)
def export_tasks(campaign: Campaign) -> ResponseReturnValue:
    """What the list shows, as the register by which deadlines are followed."""
    found = _listed(campaign)
    listed = register.Listed(found["tasks"], found["numbers"], found["helpers"], found["units"])
    file = BytesIO(register.register_sheet(db(), campaign, listed, today()))
    return pages.send(file, register.register_file(campaign.code))


def _listed(campaign: Campaign) -> dict[str, Any]:
    """The viewer's tasks, those the address's filter keeps of them, and what is said of each."""
    everyones = of_campaign(db(), campaign.id)
    helpers = coordinating(db(), [task.id for task in everyones])
    own = [task for task in everyones if is_own(task, helpers[task.id])]
    late = {task.id for task in own if is_late(task.deadline, task.status, today())}
    wanted = _wanted()
    units = {unit.id: unit for unit in units_of(db(), campaign.agency_id)}
    by = _grouping()
    shown = [
        task
        for task in own
        if wanted.keeps(task.text, (task.lead_unit_id, *helpers[task.id]), task.status, late=task.id in late)
    ]
    return {
        "tasks": shown,
        "groups": grouped(shown, by, {unit.id: unit.name for unit in units.values()}, today()),
        "by": by,
        "own": own,
        "numbers": {task.id: number for number, task in enumerate(everyones, start=1)},
        "units": units,
        "helpers": helpers,
        "late": late,
        "late_plans": {task.id: mark for task in shown if (mark := _late_plan(task))},
        "wanted": wanted,
    }


def _late_plan(task: Task) -> str:
    """A few words when the plan left no day for a task that is still to be done."""
    planned_on = task.created_at.astimezone(OFFICE_ZONE).date()
    return planned_late_mark(task.deadline, planned_on) if is_running(task.status) else ""


def _grouping() -> Grouping:
    """How the address groups the list."""
    by = request.args.get("group", "")
    return Grouping(by) if by in set(Grouping) else Grouping.PLAN


def _wanted() -> rules.Wanted:
    """The filter of the address; what it does not understand it leaves out."""
    unit, status = request.args.get("unit", ""), request.args.get("status", "")
    return rules.Wanted(
        words=request.args.get("q", ""),
        unit_id=read_id(unit),
        status=TaskStatus(status) if status in set(TaskStatus) else None,
        late=status == "late",
    )


def kept() -> dict[str, Any]:
    """The filter of the address, to carry on to the next one."""
    return {name: request.args[name] for name in ("q", "unit", "status", "group") if request.args.get(name)}
