"""One task: where it stands, what was said of it, and saying the next thing."""

import uuid
from io import BytesIO

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.gate import OFFICE_ZONE, db, fetch, guard, now
from campaign.glossary import UpdateKind
from campaign.people.model import Unit, units_of
from campaign.tasks import phrases
from campaign.tasks.actions import add_update
from campaign.tasks.actions.reporting import standing_of
from campaign.tasks.forms import UpdateForm
from campaign.tasks.model import Evidence, Task, coordinating, evidence_file, evidence_of, updates_of
from campaign.tasks.rules import reporting
from campaign.tasks.rules.evidence import media_type
from campaign.tasks.rules.standing import is_running, planned_late
from campaign.tasks.views.blueprint import bp
from campaign.tasks.views.sight import fetch_own, is_own, side_on, speaker_on
from campaign.workdays import Offset, spoken_offset

ONE_TAP = (UpdateKind.ACCEPT, UpdateKind.CONFIRM, UpdateKind.RESUME)  # nothing to fill in


@bp.get("/<int:task_id>")
@guard(Permission.TASK_READ)
def show_task(campaign: Campaign, task_id: int) -> ResponseReturnValue:
    task, helpers = fetch_own(campaign, task_id)
    return render_template(
        "tasks/show.html",
        campaign=campaign,
        task=task,
        helpers=helpers,
        units={unit.id: unit for unit in units_of(db(), campaign.agency_id)},
        kinds=reporting.open_to(side_on(task), standing_of(task)),
        one_tap=ONE_TAP,
        new_key=new_key,
        updates=updates_of(db(), task.id),
        files=evidence_of(db(), task.id),
        before=_before(task),
        counted=_counted(task),
        late_plan=planned_late(task.deadline, task.created_at.astimezone(OFFICE_ZONE).date())
        if is_running(task.status)
        else "",
    )


@bp.route("/<int:task_id>/say/<kind>", methods=["GET", "POST"])
@guard(Permission.TASK_REPORT)
def say(campaign: Campaign, task_id: int, kind: str) -> ResponseReturnValue:
    """The form of one thing to say; those that need no words are posted here by their buttons."""
    task, _ = fetch_own(campaign, task_id)
    speaker = speaker_on(task)
    if kind not in set(UpdateKind):
        abort(404)
    form = UpdateForm.of(UpdateKind(kind))
    if pages.saved(form, lambda _: add_update(db(), task, form.draft(), speaker, now())):
        return pages.done(phrases.SAID[form.kind], _said_from(campaign, task))
    if form.kind is UpdateKind.GRANT and not form.is_submitted():
        form.until.data = task.asked_until
    behalf = reporting.on_behalf(form.kind, speaker.side)
    unit = fetch(Unit, task.lead_unit_id) if behalf else None
    back = _said_from(campaign, task)
    return pages.show(
        "tasks/say.html", form, campaign=campaign, task=task, back=back, behalf=unit.name if unit else ""
    )


@bp.get("/<int:task_id>/files/<int:file_id>")
@guard(Permission.TASK_READ)
def download_evidence(campaign: Campaign, task_id: int, file_id: int) -> ResponseReturnValue:
    task, _ = fetch_own(campaign, task_id)
    file = evidence_file(db(), task.id, file_id)
    if file is None:
        abort(404)
    return send_evidence(file)


def send_evidence(file: Evidence) -> ResponseReturnValue:
    """A file somebody sent, always as a download and never run: no script of it may act on this site."""
    response = pages.send(BytesIO(file.data), file.name, media_type(file.name))
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def new_key() -> str:
    """The key of a form about to be drawn."""
    return uuid.uuid4().hex


def _before(task: Task) -> Task | None:
    """The task that must be done first, when the viewer may know of it."""
    before = db().get(Task, task.after_task_id) if task.after_task_id else None
    if before is None or before.deleted_at is not None:
        return None
    return before if is_own(before, coordinating(db(), [before.id])[before.id]) else None


def _counted(task: Task) -> str:
    """How the due day is counted from the ceremony, in words; nothing when it is not."""
    if task.offset_count is None or task.offset_unit is None:
        return ""
    return spoken_offset(Offset(task.offset_count, task.offset_unit))


def _said_from(campaign: Campaign, task: Task) -> str:
    """Where the button stood: the home of a unit's member, the list, else the task's page."""
    if request.values.get("back") == "home":
        return url_for("overview.show_home", _anchor=f"task-{task.id}")
    return url_for(".show_task", code=campaign.code, task_id=task.id)
