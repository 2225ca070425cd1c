"""Planning the tasks: adding, editing, ordering, deleting."""

from datetime import date

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.fields import read_id
from campaign.gate import db, fetch, guard, today
from campaign.people.model import units_of
from campaign.tasks import actions, phrases
from campaign.tasks.forms import BulkForm, TaskForm
from campaign.tasks.model import Task, coordinating, of_campaign
from campaign.tasks.rules import BulkDraft
from campaign.tasks.rules.standing import planned_late
from campaign.tasks.views.blueprint import bp
from campaign.tasks.views.listing import kept


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def new_task(campaign: Campaign) -> ResponseReturnValue:
    form = _form(campaign, None)
    if task := pages.added(form, actions.create_task, campaign):
        _warn_if_late(task.deadline)
        return pages.done(phrases.ADDED, url_for(".list_tasks", code=campaign.code))
    return pages.show("tasks/form.html", form, campaign=campaign, task=None)


@bp.route("/<int:task_id>/edit", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def edit_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    form = _form(campaign, task)
    deadline = task.deadline
    if pages.edited(form, actions.update_task, campaign, task):
        if task.deadline != deadline:
            _warn_if_late(task.deadline)
        return pages.done(shared.SAVED, url_for(".show_task", code=campaign.code, task_id=task.id))
    return pages.show("tasks/form.html", form, campaign=campaign, task=task)


@bp.post("/change")
@guard(Permission.TASK_EDIT)
def change_tasks(campaign: Campaign) -> ResponseReturnValue:
    """Give the marked tasks a unit or a day; each mark is "id.version" as the list was drawn."""
    marks = [mark.partition(".") for mark in request.form.getlist("task")]
    versions = {read_id(task_id) or 0: read_id(version) or 0 for task_id, _, version in marks}
    form, back = BulkForm(), url_for(".list_tasks", code=campaign.code, **kept())
    form.lead_unit_id.offer([(unit.id, unit.name) for unit in units_of(db(), campaign.agency_id)])
    if not form.validate():
        return pages.refused(
            " ".join(str(error) for errors in form.errors.values() for error in errors), back
        )
    draft: BulkDraft = form.draft()
    change = lambda by: actions.change_tasks(db(), campaign, versions, draft, by)  # noqa: E731
    said = [phrases.BULK_CHANGED.format(count=len(versions)), planned_late(draft.due_on, today())]
    return pages.act(change, " ".join(filter(None, said)), back)


@bp.post("/<int:task_id>/delete")
@guard(Permission.TASK_EDIT)
def delete_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task = fetch(Task, task_id, campaign_id=campaign.id, deleted_at=None)
    return pages.delete(
        lambda by: actions.delete_task(db(), task, pages.posted_version(), by),
        task.text,
        restore=url_for(".restore_task", code=campaign.code, task_id=task.id),
        back=url_for(".list_tasks", code=campaign.code, **kept()),
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


def _form(campaign: Campaign, task: Task | None) -> TaskForm:
    """The form of a new task, or of `task` with its values; a computed due day is not shown as if typed."""
    form = TaskForm(obj=task)
    others = [each for each in of_campaign(db(), campaign.id) if each is not task]
    form.offer(units_of(db(), campaign.agency_id), ceremonies_of(db(), campaign.id), others)
    if task is not None and not form.is_submitted():
        form.coordinating.data = coordinating(db(), [task.id])[task.id]
        if task.offset_count is not None:
            form.due_on.data = None
    return form


def _warn_if_late(deadline: date | None) -> None:
    """Say it now, while it can still be planned otherwise."""
    if sentence := planned_late(deadline, today()):
        flash(sentence, "warn")


def _row_address(campaign: Campaign, task: Task) -> str:
    return url_for(".list_tasks", code=campaign.code, **kept(), _anchor=f"task-{task.id}")
