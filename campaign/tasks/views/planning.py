"""Pages of tasks."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.fields import read_id
from campaign.files import sheet
from campaign.files.sheet import Column
from campaign.gate import db, fetch, guard, may, me, today
from campaign.glossary import Role, TaskStatus
from campaign.people.model import units_of
from campaign.tasks import actions, phrases, rules
from campaign.tasks.forms import ReportForm, TaskForm
from campaign.tasks.model import Task, coordinating, of_campaign
from campaign.vietnamese import safe_file_name

bp = Blueprint("tasks", __name__, url_prefix="/campaigns/<code>/tasks")


@bp.get("")
@guard(Permission.TASK_READ)
def list_tasks(campaign: Campaign) -> ResponseReturnValue:
    return render_template(
        "tasks/list.html",
        campaign=campaign,
        kept=_kept(),
        may_report=_may_report,
        next_status=rules.next_status,
        statuses=list(TaskStatus),
        deleted=of_campaign(db(), campaign.id, deleted=True) if may(Permission.TASK_EDIT) else [],
        **_listed(campaign),
    )


REGISTER = (
    Column(shared.ROW_NUMBER, 5, "number"),
    Column(phrases.TEXT, 36),
    Column(phrases.LEAD, 20),
    Column(phrases.COORDINATING, 20),
    Column(phrases.PERSON, 16),
    Column(phrases.DUE, 13, "date"),
    Column(phrases.PROGRESS, 16),
    Column(phrases.DONE_ON, 13, "date"),
    Column(phrases.EXPECTED_RESULT, 20),
    Column(phrases.BASIS, 16),
    Column(phrases.NOTE, 16),
)


@bp.get("/tasks.xlsx")
@guard(Permission.TASK_READ)
def export_tasks(campaign: Campaign) -> ResponseReturnValue:
    """What the list shows, in columns after the register by which deadlines are followed (D30 Phụ lục IV)."""
    listed = _listed(campaign)
    units, helpers = listed["units"], listed["helpers"]
    rows = [
        (
            listed["numbers"][task.id], task.text,
            units[task.lead_unit_id].name, "; ".join(units[unit_id].name for unit_id in helpers[task.id]), task.person,
            task.due_on or task.due_words,
            phrases.LATE.format(status=task.status.label) if task.id in listed["late"] else task.status.label,
            task.done_on, task.expected_result, task.basis, task.note,
        )
        for task in listed["tasks"]
    ]  # fmt: skip
    file = BytesIO(sheet.write(phrases.REGISTER, REGISTER, rows))
    return pages.send(file, safe_file_name(phrases.REGISTER_FILE.format(code=campaign.code)))


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def new_task(campaign: Campaign) -> ResponseReturnValue:
    form = TaskForm()
    form.offer_units(units_of(db(), campaign.agency_id))
    if pages.saved(form, lambda by: actions.create_task(db(), campaign, form.draft(), by)):
        return pages.done(phrases.ADDED, url_for(".list_tasks", code=campaign.code))
    return pages.show("tasks/form.html", form, campaign=campaign, task=None)


@bp.route("/<int:task_id>", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def edit_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    form = TaskForm(obj=task)
    form.offer_units(units_of(db(), campaign.agency_id))
    if not form.is_submitted():
        form.coordinating.data = coordinating(db(), [task.id])[task.id]
    save = lambda by: actions.update_task(db(), campaign, task, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, task):
        return pages.done(shared.SAVED, url_for(".list_tasks", code=campaign.code))
    return pages.show("tasks/form.html", form, campaign=campaign, task=task)


@bp.post("/<int:task_id>/delete")
@guard(Permission.TASK_EDIT)
def delete_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    return pages.delete(
        lambda by: actions.delete_task(db(), task, pages.posted_version(), by),
        task.text,
        restore=url_for(".restore_task", code=campaign.code, task_id=task.id),
        back=url_for(".list_tasks", code=campaign.code, **_kept()),
    )


@bp.post("/<int:task_id>/restore")
@guard(Permission.TASK_EDIT)
def restore_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id)
    return pages.act(
        lambda by: actions.restore_task(db(), task, by),
        shared.RESTORED.format(title=pages.short(task.text)),
        url_for(".list_tasks", code=campaign.code),
    )


@bp.post("/<int:task_id>/move/<any(up, down):way>")
@guard(Permission.TASK_EDIT)
def move_task(campaign: Campaign, task_id: int, way: str) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    step = 1 if way == "down" else -1
    back = _row_address(campaign, task)
    return pages.act(lambda by: actions.move_task(db(), task, step, by), phrases.MOVED, back)


@bp.post("/<int:task_id>/report")
@guard(Permission.TASK_REPORT)
def report_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    if not _is_own(task, coordinating(db(), [task.id])[task.id]):
        abort(404)
    if not _may_report(task):
        abort(403)
    form = ReportForm()
    if not form.validate():
        abort(422)
    return pages.act(
        lambda by: actions.report_task(db(), task, form.status.data, today(), by),
        phrases.REPORTED.format(status=form.status.data.label.lower()),
        _reported_from(campaign, task),
    )


def _listed(campaign: Campaign) -> dict[str, Any]:
    """The viewer's tasks, those the address's filter keeps of them, and what is said of each."""
    everyones = of_campaign(db(), campaign.id)
    helpers = coordinating(db(), [task.id for task in everyones])
    own = [task for task in everyones if _is_own(task, helpers[task.id])]
    late = {task.id for task in own if rules.is_late(task.due_on, task.status, today())}
    wanted = _wanted()
    return {
        "tasks": [
            task
            for task in own
            if wanted.keeps(
                task.text, (task.lead_unit_id, *helpers[task.id]), task.status, late=task.id in late
            )
        ],
        "own": own,
        "numbers": {task.id: number for number, task in enumerate(everyones, start=1)},
        "units": {unit.id: unit for unit in units_of(db(), campaign.agency_id)},
        "helpers": helpers,
        "late": late,
        "wanted": wanted,
    }


def _is_own(task: Task, helpers: Sequence[int]) -> bool:
    """May the viewer know of the task? A unit's member knows those the unit leads or coordinates in."""
    return me().role is not Role.MEMBER or me().unit_id in (task.lead_unit_id, *helpers)


def _may_report(task: Task) -> bool:
    """May the viewer say how the task stands? Of a unit only the one that leads it."""
    return may(Permission.TASK_REPORT) and (me().role is not Role.MEMBER or me().unit_id == task.lead_unit_id)


def _wanted() -> rules.Wanted:
    """The filter of the address; what it does not understand it leaves out."""
    unit, status = request.args.get("unit", ""), request.args.get("status", "")
    return rules.Wanted(
        words=request.args.get("q", ""),
        unit_id=read_id(unit),
        status=TaskStatus(status) if status in set(TaskStatus) else None,
        late=status == "late",
    )


def _kept() -> dict[str, Any]:
    """The filter of the address, to carry on to the next one."""
    return {name: request.args[name] for name in ("q", "unit", "status") if request.args.get(name)}


def _reported_from(campaign: Campaign, task: Task) -> str:
    """Where the button stood: the home of a unit's member, else the list."""
    if request.form.get("back") == "home":
        return url_for("overview.show_home", _anchor=f"task-{task.id}")
    return _row_address(campaign, task)


def _row_address(campaign: Campaign, task: Task) -> str:
    return url_for(".list_tasks", code=campaign.code, **_kept(), _anchor=f"task-{task.id}")
