"""How every form page behaves: validate, act, commit, answer; nothing typed is ever lost. And how files are sent."""

from collections.abc import Callable
from pathlib import PurePath
from textwrap import shorten
from typing import BinaryIO

from flask import Response, current_app, flash, make_response, redirect, render_template, request, send_file
from flask.typing import ResponseReturnValue

from campaign import gate, phrases
from campaign.db import Record, racing
from campaign.errors import Conflict, Refused
from campaign.fields import RecordForm, read_id
from campaign.history.model import last_change
from campaign.people.model import User
from campaign.vietnamese import spoken_time

Act = Callable[[User], object]

_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".ics": "text/calendar",
}


def saved(form: RecordForm, act: Act, record: Record | None = None) -> bool:
    """True when the posted form was valid and `act` ran and was committed.

    False on GET and on refusal; then the form carries the sentences. When `record` was saved by somebody
    else meanwhile, form.conflict lists (label, theirs, mine) and the form's version is the new one, so that
    saving again is a choice.
    """
    form.conflict = None
    if not form.is_submitted() or not form.validate():
        return False
    try:
        with racing():
            act(gate.me())
            gate.db().commit()
    except Refused as refusal:
        gate.db().rollback()
        form.blame(refusal.problems)
        return False
    except Conflict:
        gate.db().rollback()
        _tell_conflict(form, record)
        return False
    return True


def show(template: str, form: RecordForm, **context: object) -> ResponseReturnValue:
    """The form's page: 200 when opened, 422 with the sentences after a refused post, 409 after a conflict."""
    page = make_response(render_template(template, form=form, **context))
    if request.method == "POST":
        page.status_code = 409 if form.conflict is not None else 422
    return page


def done(sentence: str, address: str) -> Response:
    """Say what was done and go on to `address` (303, so that reloading repeats nothing)."""
    flash(sentence, "ok")
    return _see_other(address)


def act(change: Act, sentence: str, address: str) -> Response:
    """Run a one-button action (restore, move …): commit and go on; a refusal is flashed instead."""
    return done(sentence, address) if _ran(change) else _see_other(address)


def delete(change: Act, title: str, *, restore: str, back: str) -> Response:
    """Run a deletion and offer the button that undoes it, a POST to the `restore` address."""
    if _ran(change):
        flash(f"{phrases.DELETED.format(title=short(title))}\n{restore}", "undo")
    return _see_other(back)


def send(file: BinaryIO, name: str) -> Response:
    """The file as a download called `name`, of an ending known above; no cache keeps it, for who may read it can change."""
    file.seek(0)
    kind = _KINDS[PurePath(name).suffix]
    response = send_file(file, kind, as_attachment=True, download_name=name, max_age=0)
    response.headers["Cache-Control"] = "no-store"
    return response


def posted_version() -> int:
    """The version a one-button form was drawn at; 0 when odd, which conflicts."""
    return read_id(request.form.get("version")) or 0


def short(title: str) -> str:
    """A title cut at a word, for a message."""
    return shorten(title, width=80, placeholder="…")


def _ran(change: Act) -> bool:
    try:
        with racing():
            change(gate.me())
            gate.db().commit()
    except Refused as refusal:
        gate.db().rollback()
        flash(str(refusal), "error")
        return False
    except Conflict:
        gate.db().rollback()
        flash(phrases.CONFLICT_BUTTON, "error")
        return False
    return True


def _see_other(address: str) -> Response:
    return make_response(redirect(address, code=303))


def _tell_conflict(form: RecordForm, record: Record | None) -> None:
    if record is None:
        form.form_errors.append(phrases.CONFLICT_BUTTON)
        return
    session = gate.db()
    session.refresh(record)
    change = last_change(session, record)
    when = spoken_time(change.at.astimezone(gate.OFFICE_ZONE).time()) if change else "?"
    form.form_errors.append(
        phrases.CONFLICT.format(who=change.by if change else phrases.CONFLICT_UNKNOWN, when=when)
    )
    form.conflict = form.differences(record)
    form.version.data = str(record.version)
    form.version.raw_data = None
    current_app.logger.info("conflict on %s %s by %s", record.__tablename__, record.id, gate.me().email)
