"""Any Word file: dropped, looked at, mended where that is wished. What was dropped is not kept."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import cast

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.checking import phrases
from campaign.checking.actions import days_off_in, inspected
from campaign.checking.forms import CheckForm, Upload
from campaign.checking.rules import Report, check
from campaign.checking.rules.findings import Correction
from campaign.checking.views.blueprint import bp
from campaign.errors import Refused
from campaign.gate import db, guard, me, now
from campaign.tasks.actions.importing import keep_upload
from campaign.tasks.model import upload_by_key
from campaign.vietnamese import safe_file_name


@dataclass(frozen=True)
class _Seen:
    """What was found in a file, after what was mended; `data` is the mended file."""

    report: Report
    corrections: tuple[Correction, ...] = ()
    data: bytes = b""


@bp.route("/check", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_READ)
def check_file() -> ResponseReturnValue:
    """Any Word file, looked at and forgotten; its mended copy waits a day for whoever dropped it."""
    form = CheckForm()
    if form.is_submitted() and form.validate():
        upload = cast(Upload, form.file.data)
        try:
            seen = _look(upload, issuing=form.issuing.data, mending=form.mend.data)
        except Refused as refusal:
            form.blame(refusal.problems)
        else:
            key = _keep(upload.name, seen.data) if seen.corrections else None
            return render_template("checking/file.html", form=form, name=upload.name, seen=seen, key=key)
    return pages.show("checking/file.html", form, seen=None, key=None)


@bp.get("/check/<key>.docx")
@guard(Permission.DOCUMENT_READ)
def download_mended(key: str) -> ResponseReturnValue:
    """The visitor's own mended copy; 404 for anybody else's, and for one of days past."""
    kept = upload_by_key(db(), key, (me().agency_id or 0, me().id), now())
    return pages.send(BytesIO(kept.data), kept.name) if kept and kept.name.endswith(".docx") else abort(404)


def _look(upload: Upload, *, issuing: bool, mending: bool) -> _Seen:
    """What is wrong with a file by the calendar of the viewer's office. Refused when it cannot be read.

    A long file takes seconds, and on SQLite a POST that has read anything holds the lock of writers: it is let go first.
    """
    agency_id = me().agency_id
    db().rollback()
    data, corrections = upload.data, ()  # type: bytes, tuple[Correction, ...]
    if mending and agency_id is not None:  # a copy is kept for an office's people alone
        from campaign.files.word_mender import mend  # noqa: PLC0415 - slow import, not paid at start-up

        mended = mend(upload.data, upload.name)
        data, corrections = mended.data, mended.corrections
    docx = inspected(data, upload.name)
    days = days_off_in(db(), [docx], agency_id)
    db().rollback()
    return _Seen(check(docx, days, issuing=issuing), corrections, data)


def _keep(name: str, data: bytes) -> str:
    """The key a mended copy is fetched by."""
    name = safe_file_name(phrases.MENDED_FILE.format(name=PurePath(name).stem))
    kept = keep_upload(db(), cast(int, me().agency_id), me(), name, data, now())
    db().commit()
    return kept.key
