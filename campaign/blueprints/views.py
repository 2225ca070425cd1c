"""Pages of blueprints, and of using one in a campaign."""

from collections.abc import Sequence

from flask import Blueprint as Pages
from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.blueprints import actions, phrases, rules
from campaign.blueprints.forms import BlueprintForm, BlueprintTaskForm
from campaign.blueprints.model import Blueprint, BlueprintTask, of_agency, tasks_of
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.fields import RecordForm, read_id
from campaign.gate import agency_of, db, fetch, guard, own_agency, today
from campaign.people.model import Agency, agencies, units_of
from campaign.people.views.choosing import chosen_agency
from campaign.tasks.model import of_campaign as campaign_tasks
from campaign.workdays import Offset, spoken_offset

bp = Pages("blueprints", __name__)


@bp.get("/blueprints")
@guard(Permission.TASK_EDIT)
def list_blueprints() -> ResponseReturnValue:
    offices = agencies(db())
    agency = chosen_agency(offices[0].id if offices else None)
    rows = of_agency(db(), agency.id) if agency else ()
    return render_template(
        "blueprints/list.html",
        agency=agency,
        agencies=offices,
        blueprints=rows,
        tasks=tasks_of(db(), [row.id for row in rows]),
        deleted=of_agency(db(), agency.id, deleted=True) if agency else (),
    )


@bp.route("/blueprints/new", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def new_blueprint() -> ResponseReturnValue:
    agency, form = chosen_agency() or abort(404), BlueprintForm()
    if row := pages.added(form, actions.create_blueprint, agency):
        return pages.done(phrases.CREATED, _address(row))
    return pages.show("blueprints/form.html", form, blueprint=None, back=_home(agency))


@bp.post("/blueprints/usual")
@guard(Permission.TASK_EDIT)
def add_usual() -> ResponseReturnValue:
    agency = chosen_agency() or abort(404)
    return pages.act(lambda by: actions.create_usual(db(), agency, by), phrases.CREATED, _home(agency))


@bp.get("/blueprints/<int:blueprint_id>")
@guard(Permission.TASK_EDIT)
def show_blueprint(blueprint_id: int) -> ResponseReturnValue:
    row, agency = _fetch(blueprint_id)
    tasks = tasks_of(db(), [row.id])[row.id]
    return render_template(
        "blueprints/show.html",
        blueprint=row,
        agency=agency,
        tasks=tasks,
        roles=rules.roles_of(map(actions.draft_of, tasks)),
        spoken=_spoken,
    )


@bp.route("/blueprints/<int:blueprint_id>/edit", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def edit_blueprint(blueprint_id: int) -> ResponseReturnValue:
    row, _ = _fetch(blueprint_id)
    form = BlueprintForm(obj=row)
    if pages.edited(form, actions.update_blueprint, row):
        return pages.done(shared.SAVED, _address(row))
    return pages.show("blueprints/form.html", form, blueprint=row, back=_address(row))


@bp.post("/blueprints/<int:blueprint_id>/delete")
@guard(Permission.TASK_EDIT)
def delete_blueprint(blueprint_id: int) -> ResponseReturnValue:
    row, agency = _fetch(blueprint_id)
    restore = url_for(".restore_blueprint", blueprint_id=row.id)
    return pages.put_away(actions.delete_blueprint, row, title=row.name, restore=restore, back=_home(agency))


@bp.post("/blueprints/<int:blueprint_id>/restore")
@guard(Permission.TASK_EDIT)
def restore_blueprint(blueprint_id: int) -> ResponseReturnValue:
    row = fetch(Blueprint, blueprint_id)
    agency = own_agency(row.agency_id)
    return pages.restore(actions.restore_blueprint, row, title=row.name, back=_home(agency))


@bp.route("/blueprints/<int:blueprint_id>/tasks/new", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def new_task(blueprint_id: int) -> ResponseReturnValue:
    row, _ = _fetch(blueprint_id)
    form = BlueprintTaskForm()
    if task := pages.added(form, actions.add_task, row):
        return pages.done(phrases.TASK_ADDED, _address(row, task))
    return _task_page(form, row, None)


@bp.route("/blueprints/<int:blueprint_id>/tasks/<int:line_id>", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def edit_task(blueprint_id: int, line_id: int) -> ResponseReturnValue:
    row, task = _fetch_task(blueprint_id, line_id)
    form = BlueprintTaskForm(obj=task)
    if pages.edited(form, actions.update_task, task):
        return pages.done(shared.SAVED, _address(row, task))
    return _task_page(form, row, task)


@bp.route("/blueprints/<int:blueprint_id>/tasks/<int:line_id>/delete", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def delete_task(blueprint_id: int, line_id: int) -> ResponseReturnValue:
    row, task = _fetch_task(blueprint_id, line_id)
    return pages.erase(
        actions.delete_task, task, said=phrases.TASK_DELETED, back=_address(row),
        ask="blueprints/delete_task.html", blueprint=row, task=task,
    )  # fmt: skip


@bp.post("/blueprints/<int:blueprint_id>/tasks/<int:line_id>/move/<any(up, down):way>")
@guard(Permission.TASK_EDIT)
def move_task(blueprint_id: int, line_id: int, way: str) -> ResponseReturnValue:
    row, task = _fetch_task(blueprint_id, line_id)
    return pages.move(actions.move_task, row, task, way=way, said=phrases.MOVED, back=_address(row, task))


# ---------------------------------------------------------------- in a campaign


@bp.route("/campaigns/<code>/tasks/from-blueprint", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def use_blueprint(campaign: Campaign) -> ResponseReturnValue:
    """Choose a blueprint, give each role a unit, untick what is not wanted; then add the tasks."""
    rows = of_agency(db(), campaign.agency_id)
    chosen = next((row for row in rows if row.id == read_id(request.values.get("blueprint"))), None)
    ceremonies = ceremonies_of(db(), campaign.id)
    if chosen is None:
        return render_template(
            "blueprints/choose.html", campaign=campaign, blueprints=rows, agency=agency_of(campaign)
        )
    ceremony = _chosen_ceremony(ceremonies)
    tasks = tasks_of(db(), [chosen.id])[chosen.id]
    roles = rules.roles_of(map(actions.draft_of, tasks))
    units = (
        _typed_units(roles) if request.method == "POST" else actions.guesses(db(), campaign.agency_id, roles)
    )
    wanted = set(request.form.getlist("task", type=int))
    form = RecordForm()
    use = lambda by: actions.use_blueprint(  # noqa: E731
        db(), campaign, ceremony, [task for task in tasks if task.id in wanted], units, by
    )
    if pages.saved(form, use):
        said = phrases.USED.format(count=len(wanted), name=chosen.name)
        return pages.done(said, url_for("tasks.list_tasks", code=campaign.code))
    planned = actions.preview(db(), campaign, chosen, ceremony, today())
    return pages.show(
        "blueprints/use.html",
        form,
        campaign=campaign,
        blueprint=chosen,
        ceremony=ceremony,
        ceremonies=ceremonies,
        planned=planned,
        wanted=wanted if request.method == "POST" else {each.key for each in planned if not each.double},
        roles={role: units.get(role) for role in roles},
        units=units_of(db(), campaign.agency_id),
        spoken=_spoken,
    )


@bp.route("/campaigns/<code>/tasks/save-as-blueprint", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def save_as_blueprint(campaign: Campaign) -> ResponseReturnValue:
    form = BlueprintForm()
    if row := pages.added(form, actions.save_as_blueprint, campaign):
        count = len(tasks_of(db(), [row.id])[row.id])
        return pages.done(phrases.SAVED_AS.format(count=count, name=row.name), _address(row))
    if not form.is_submitted():
        form.name.data = phrases.COPY_NAME.format(title=pages.short(campaign.title))
    return pages.show(
        "blueprints/save_as.html", form, campaign=campaign, count=len(campaign_tasks(db(), campaign.id))
    )


def _fetch(blueprint_id: int) -> tuple[Blueprint, Agency]:
    row = fetch(Blueprint, blueprint_id, deleted_at=None)
    return row, own_agency(row.agency_id)


def _fetch_task(blueprint_id: int, line_id: int) -> tuple[Blueprint, BlueprintTask]:
    row, _ = _fetch(blueprint_id)
    return row, fetch(BlueprintTask, line_id, blueprint_id=row.id)


def _task_page(form: BlueprintTaskForm, row: Blueprint, task: BlueprintTask | None) -> ResponseReturnValue:
    tasks = tasks_of(db(), [row.id])[row.id]
    roles = rules.roles_of(map(actions.draft_of, tasks))
    return pages.show("blueprints/task_form.html", form, blueprint=row, task=task, roles=roles)


def _chosen_ceremony(ceremonies: Sequence[Ceremony]) -> Ceremony | None:
    """The ceremony of the address or form, else the first ahead, else the first."""
    wanted = read_id(request.values.get("ceremony"))
    ahead = [ceremony for ceremony in ceremonies if ceremony.starts_at.date() >= today()]
    named = [ceremony for ceremony in ceremonies if ceremony.id == wanted]
    return next(iter([*named, *ahead, *ceremonies]), None)


def _typed_units(roles: Sequence[str]) -> dict[str, int | None]:
    return {role: read_id(request.form.get(f"unit-{number}")) for number, role in enumerate(roles)}


def _spoken(task: BlueprintTask | rules.BlueprintTaskDraft) -> str:
    """When a blueprint's task is due, in words."""
    if task.offset_count is None or task.offset_unit is None:
        return task.due_words or ""
    return spoken_offset(Offset(task.offset_count, task.offset_unit, task.due_time))


def _home(agency: Agency) -> str:
    return url_for(".list_blueprints", agency=agency.id)


def _address(row: Blueprint, task: BlueprintTask | None = None) -> str:
    anchor = f"task-{task.id}" if task else None
    return url_for(".show_blueprint", blueprint_id=row.id, _anchor=anchor)
