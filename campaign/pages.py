"""How every form page behaves: validate, act, commit, answer; nothing typed is ever lost. And how files are sent."""

from collections.abc import Callable
from pathlib import PurePath
from textwrap import shorten
from typing import Any, BinaryIO, TypeVar, TypeVarTuple

from flask import (
    Response,
    abort,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    send_file,
)
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from campaign import gate, phrases
from campaign.db import Record, racing, reread
from campaign.errors import Conflict, Refused
from campaign.fields import RecordForm, read_id
from campaign.history.model import last_change
from campaign.people.model import User
from campaign.vietnamese import spoken_time

Act = Callable[[User], object]
Made = TypeVar("Made")
Subject = TypeVarTuple("Subject")  # what an action changes: the parents it is told of, then the record

_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".ics": "text/calendar",
}


# ---------------------------------------------------------------- forms


def added(
    form: RecordForm, create: Callable[[Session, *Subject, Any, User], Made], *parents: *Subject
) -> Made | None:
    """What `create` made beneath `parents` of the posted form's draft; None where saved() is False."""
    made: list[Made] = []
    act = lambda by: made.append(create(gate.db(), *parents, form.draft(), by))  # noqa: E731
    return made[-1] if _saved(form, act, parents, changes=False) else None


def edited(
    form: RecordForm, update: Callable[[Session, *Subject, Any, int, User], object], *subject: *Subject
) -> bool:
    """saved() by `update`, of the last of `subject`, with the form's draft and the version it was read at."""
    act = lambda by: update(gate.db(), *subject, form.draft(), form.read_version(), by)  # noqa: E731
    return _saved(form, act, subject, changes=True)


def saved(form: RecordForm, act: Act, record: Record | None = None) -> bool:
    """True when the posted form was valid and `act` ran and was committed.

    False on GET and on refusal; then the form carries the sentences. When `record` was saved by somebody
    else meanwhile, form.conflict lists (label, theirs, mine) and the form's version is the new one, so that
    saving again is a choice. When it is gone, the answer is a page with what was typed, and no view goes on.
    """
    return _saved(form, act, (record,), changes=True) if record else _saved(form, act, (), changes=False)


def sent(form: RecordForm, change: Callable[[], object]) -> bool:
    """saved() of something new by somebody without an account; `change` itself knows who that is."""
    return _written(form, change, (), changes=False)


def show(template: str, form: RecordForm, **context: object) -> ResponseReturnValue:
    """The form's page: 200 when opened, 422 with the sentences after a refused post, 409 after a conflict."""
    page = make_response(render_template(template, form=form, **context))
    if request.method == "POST":
        page.status_code = 409 if form.conflict is not None else 422
    return page


# ---------------------------------------------------------------- buttons


def done(sentence: str, address: str) -> Response:
    """Say what was done and go on to `address` (303, so that reloading repeats nothing)."""
    flash(sentence, "ok")
    return _see_other(address)


def act(change: Act, sentence: str, address: str) -> Response:
    """Run a one-button action: commit and go on; a refusal is flashed instead."""
    return done(sentence, address) if _ran(change) else _see_other(address)


def refused(sentence: str, address: str) -> Response:
    """Say why nothing was done, and go back."""
    flash(sentence, "error")
    return _see_other(address)


def delete(change: Act, title: str, *, restore: str, back: str) -> Response:
    """Run a deletion and offer the button that undoes it, a POST to the `restore` address."""
    if _ran(change):
        return undoable(phrases.DELETED.format(title=short(title)), restore=restore, back=back)
    return _see_other(back)


def undoable(sentence: str, *, restore: str, back: str) -> Response:
    """Say what was done with the button that undoes it, a POST to the `restore` address, and go on to `back`."""
    flash(f"{sentence}\n{restore}", "undo")
    return _see_other(back)


def put_away(
    change: Callable[[Session, *Subject, int, User], object],
    *subject: *Subject,
    title: str,
    restore: str,
    back: str,
) -> Response:
    """delete() the last of `subject`, as read at the version posted."""
    version = posted_version()
    return delete(lambda by: change(gate.db(), *subject, version, by), title, restore=restore, back=back)


def restore(
    change: Callable[[Session, *Subject, User], object], *subject: *Subject, title: str, back: str
) -> Response:
    """Bring back the last of `subject`, which was put away."""
    said = phrases.RESTORED.format(title=short(title))
    return act(lambda by: change(gate.db(), *subject, by), said, back)


def erase(
    change: Callable[[Session, *Subject, int, User], object],
    *subject: *Subject,
    ask: str,
    said: str,
    back: str,
    **context: object,
) -> ResponseReturnValue:
    """Delete the last of `subject` for good: a GET asks first, with the template `ask`, a POST is the answer."""
    if request.method == "GET":
        return render_template(ask, **context)
    version = posted_version()
    return act(lambda by: change(gate.db(), *subject, version, by), said, back)


def move(
    change: Callable[[Session, *Subject, int, User], object],
    *subject: *Subject,
    way: str,
    said: str,
    back: str,
) -> Response:
    """Move the last of `subject` one place `way` ("up" or "down") among its own."""
    step = 1 if way == "down" else -1
    return act(lambda by: change(gate.db(), *subject, step, by), said, back)


def posted_version() -> int:
    """The version a one-button form was drawn at; 0 when odd, which conflicts."""
    return read_id(request.form.get("version")) or 0


def short(title: str) -> str:
    """A title cut at a word, for a message."""
    return shorten(title, width=80, placeholder="…")


# ---------------------------------------------------------------- files


def send(file: BinaryIO, name: str, kind: str = "") -> Response:
    """The file as a download called `name`; no cache keeps it, for who may read it can change.

    Its media type is `kind`, else told by an ending known above.
    """
    file.seek(0)
    response = send_file(
        file, kind or _KINDS[PurePath(name).suffix], as_attachment=True, download_name=name, max_age=0
    )
    response.headers["Cache-Control"] = "no-store"
    return response


# ---------------------------------------------------------------- what goes wrong


def _saved(form: RecordForm, act: Act, rows: tuple[Any, ...], *, changes: bool) -> bool:
    """saved(), where `rows` are all those the form is about; it changes the last of them, or none."""
    return _written(form, lambda: act(gate.me()), rows, changes=changes)


def _written(form: RecordForm, change: Callable[[], object], rows: tuple[Any, ...], *, changes: bool) -> bool:
    """_saved() by whoever `change` acts for."""
    form.conflict = None
    if not form.is_submitted() or not form.validate():
        return False
    try:
        with racing():
            change()
            gate.db().commit()
    except Refused as refusal:
        gate.db().rollback()
        form.blame(refusal.problems)
        return False
    except Conflict:
        gate.db().rollback()
        if not all(reread(gate.db(), row) for row in rows):
            abort(make_response(render_template("errors/gone.html", form=form), 409))
        _tell_conflict(form, rows[-1] if changes else None)
        return False
    return True


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
    change = last_change(gate.db(), record)
    when = spoken_time(change.at.astimezone(gate.OFFICE_ZONE).time()) if change else "?"
    form.form_errors.append(
        phrases.CONFLICT.format(who=change.by if change else phrases.CONFLICT_UNKNOWN, when=when)
    )
    form.conflict = form.differences(record)
    form.version.data = str(record.version)
    form.version.raw_data = None
    current_app.logger.info("conflict on %s %s by %s", record.__tablename__, record.id, gate.me().email)
