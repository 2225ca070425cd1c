"""Pages of tasks."""

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.gate import db, fetch, guard, me, today
from campaign.glossary import Role
from campaign.people.model import units_of
from campaign.tasks import actions, phrases, rules
from campaign.tasks.forms import ReportForm, TaskForm
from campaign.tasks.model import Task, coordinating, of_campaign

bp = Blueprint("tasks", __name__, url_prefix="/campaigns/<code>/tasks")


@bp.get("")
@guard(Permission.TASK_READ)
def list_tasks(campaign: Campaign) -> ResponseReturnValue:
    tasks = of_campaign(db(), campaign.id)
    helpers = coordinating(db(), [task.id for task in tasks])
    if me().role is Role.MEMBER:
        tasks = [task for task in tasks if me().unit_id in (task.lead_unit_id, *helpers[task.id])]
    units = {unit.id: unit for unit in units_of(db(), campaign.agency_id)}
    late = {task.id for task in tasks if rules.is_late(task.due_on, task.status, today())}
    deleted = of_campaign(db(), campaign.id, deleted=True)
    return render_template(
        "tasks/list.html",
        campaign=campaign,
        tasks=tasks,
        units=units,
        helpers=helpers,
        late=late,
        deleted=deleted,
    )


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
        back=url_for(".list_tasks", code=campaign.code),
    )


@bp.post("/<int:task_id>/restore")
@guard(Permission.TASK_EDIT)
def restore_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id)
    return pages.act(
        lambda by: actions.restore_task(db(), task, by),
        shared.RESTORED.format(title=task.text),
        url_for(".list_tasks", code=campaign.code),
    )


@bp.post("/<int:task_id>/move/<any(up, down):way>")
@guard(Permission.TASK_EDIT)
def move_task(campaign: Campaign, task_id: int, way: str) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    step = 1 if way == "down" else -1
    back = url_for(".list_tasks", code=campaign.code, _anchor=f"task-{task.id}")
    return pages.act(lambda by: actions.move_task(db(), task, step, by), phrases.MOVED, back)


@bp.post("/<int:task_id>/report")
@guard(Permission.TASK_REPORT)
def report_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    if me().role is Role.MEMBER and me().unit_id != task.lead_unit_id:
        abort(404)
    form = ReportForm()
    if not form.validate():
        abort(422)
    return pages.act(
        lambda by: actions.report_task(db(), task, form.status.data, today(), by),
        phrases.REPORTED.format(status=form.status.data.label.lower()),
        url_for(".list_tasks", code=campaign.code),
    )
