"""The unit's side: whoever has the link sees that unit's tasks in that campaign and speaks of them, and nothing else.

Every page asks for the token itself. One that is unknown, taken back, run out or of a campaign put away, and a task
that is not the unit's, all get the same answer, which tells nothing apart.
"""

from typing import NoReturn

from flask import Response, abort, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.gate import PACKET_PAGES, db, note, now, today
from campaign.glossary import UpdateKind
from campaign.packets import actions, rules
from campaign.packets.model import Opened, by_hash, task_of, tasks_of, units_named
from campaign.packets.phrases import PacketState
from campaign.packets.views.blueprint import bp
from campaign.tasks import phrases
from campaign.tasks.actions import Speaker, add_update
from campaign.tasks.actions.reporting import standing_of
from campaign.tasks.forms import UpdateForm
from campaign.tasks.model import Task, coordinating, evidence_file, evidence_of, updates_of
from campaign.tasks.rules import reporting
from campaign.tasks.rules.standing import is_finished, is_running
from campaign.tasks.views.reporting import ONE_TAP, new_key, send_evidence

_ID = "int(max=2147483647)"  # of an INTEGER column; PostgreSQL refuses to be asked for more


@bp.after_request
def keep_private(response: Response) -> Response:
    """The address is the key: no search engine, no cache and no other site may learn it.

    strict-origin names this site and never the page; no-referrer would leave out even that, and over HTTPS the
    protection of forms (Flask-WTF, WTF_CSRF_SSL_STRICT) asks every POST for it.
    """
    if request.endpoint in PACKET_PAGES:
        response.headers["Referrer-Policy"] = "strict-origin"
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@bp.get("/u/<token>")
def show_packet(token: str) -> ResponseReturnValue:
    opened = open_packet(token)
    tasks = tasks_of(db(), opened.campaign.id, opened.unit.id)
    helpers = coordinating(db(), [task.id for task in tasks])
    named = {task.lead_unit_id for task in tasks}.union(*helpers.values())
    running = [task for task in tasks if is_running(task.status)]
    own = [task for task in running if task.lead_unit_id == opened.unit.id]
    return _page(
        "packets/show.html",
        opened,
        token,
        todo=own,
        helping=[task for task in running if task not in own],
        done=[task for task in tasks if is_finished(task.status)],
        helpers=helpers,
        units=units_named(db(), named),
        new_key=new_key,
    )


@bp.get(f"/u/<token>/tasks/<{_ID}:task_id>")
def show_task(token: str, task_id: int) -> ResponseReturnValue:
    opened = open_packet(token)
    task = _task(opened, task_id)
    helpers = coordinating(db(), [task.id])[task.id]
    updates = updates_of(db(), task.id)
    spoke = {update.unit_id for update in updates if update.unit_id is not None}
    side = rules.side_of(opened.unit.id, task.lead_unit_id)
    return _page(
        "packets/task.html",
        opened,
        token,
        task=task,
        helpers=helpers,
        units=units_named(db(), {task.lead_unit_id, *helpers, *spoke}),
        kinds=reporting.open_to(side, standing_of(task)),
        one_tap=ONE_TAP,
        new_key=new_key,
        updates=updates,
        files=evidence_of(db(), task.id),
        before=_before(opened, task),
    )


@bp.route(f"/u/<token>/tasks/<{_ID}:task_id>/say/<kind>", methods=["GET", "POST"])
def say(token: str, task_id: int, kind: str) -> ResponseReturnValue:
    """The form of one thing a unit may say; what needs no words is posted here by its button."""
    opened = open_packet(token)
    task = _task(opened, task_id)
    side = rules.side_of(opened.unit.id, task.lead_unit_id)
    if kind not in set(UpdateKind) or side not in reporting.STEPS[UpdateKind(kind)].sides:
        _closed()
    speaker = Speaker(rules.author_of(opened.unit.name), side, opened.unit.id)
    form = UpdateForm.of(UpdateKind(kind))
    back = _said_from(token, task)
    if pages.sent(form, lambda: add_update(db(), task, form.draft(), speaker, now())):
        return pages.done(phrases.SAID[form.kind], back)
    return pages.show("packets/say.html", form, **_around(opened, token), task=task, back=back)


@bp.get(f"/u/<token>/tasks/<{_ID}:task_id>/files/<{_ID}:file_id>")
def download_evidence(token: str, task_id: int, file_id: int) -> ResponseReturnValue:
    task = _task(open_packet(token), task_id)
    file = evidence_file(db(), task.id, file_id)
    if file is None:
        _closed()
    return send_evidence(file)


def open_packet(token: str) -> Opened:
    """What stands behind the link today; the answer for links that open nothing otherwise."""
    opened = by_hash(db(), rules.hash_of(token))
    if opened is None:
        _closed()
    packet = opened.packet
    if rules.state_of(packet.expires_on, packet.revoked_at, today()) is not PacketState.ACTIVE:
        _closed()
    if rules.is_news(packet.last_used_at, now()):
        note(lambda session: actions.note_use(session, packet.id, now()))
    return opened


def _task(opened: Opened, task_id: int) -> Task:
    """The unit's task with that id."""
    task = task_of(db(), opened.campaign.id, opened.unit.id, task_id)
    if task is None:
        _closed()
    return task


def _before(opened: Opened, task: Task) -> Task | None:
    """The task that must be done first, when it is this unit's too."""
    if task.after_task_id is None:
        return None
    return task_of(db(), opened.campaign.id, opened.unit.id, task.after_task_id)


def _said_from(token: str, task: Task) -> str:
    """Where the button stood: the list, else the task's page."""
    if request.values.get("back") == "list":
        return url_for(".show_packet", token=token, _anchor=f"task-{task.id}")
    return url_for(".show_task", token=token, task_id=task.id)


def _around(opened: Opened, token: str) -> dict[str, object]:
    """What every page of a packet needs."""
    return {
        "token": token,
        "campaign": opened.campaign,
        "unit": opened.unit,
        "packet": opened.packet,
        "office": opened.agency.name,
    }


def _page(template: str, opened: Opened, token: str, **context: object) -> str:
    return render_template(template, **_around(opened, token), **context)


def _closed() -> NoReturn:
    abort(make_response(render_template("packets/closed.html", office=None), 404))
