"""Importing tasks: hand a list in, look at what was understood and put it right, then take all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.files import sheet, sheet_reader
from campaign.files.sheet import Column
from campaign.gate import db, guard, me, now, today
from campaign.people.model import User, units_of
from campaign.tasks import phrases
from campaign.tasks.actions import importing as actions
from campaign.tasks.forms import ColumnsForm, ImportForm
from campaign.tasks.model import Upload, mapping_of, of_campaign, upload_by_key
from campaign.tasks.rules import Sibling
from campaign.tasks.rules import importing as rules
from campaign.tasks.rules.standing import planned_late_mark
from campaign.tasks.views.blueprint import bp
from campaign.vietnamese import latest_day, safe_file_name
from campaign.workdays import Offset, spoken_offset

_SAMPLE = tuple(Column(heading, 32 if name == "text" else 20) for name, heading in phrases.COLUMNS.items())
_FAULTS = (
    Column(phrases.FAULT_ROW, 8, "number"),
    Column(phrases.FAULT_COLUMN, 24),
    Column(phrases.FAULT_SAYS, 44),
    Column(phrases.FAULT_TAKES, 60),
)


@dataclass(frozen=True)
class _Seen:
    """An upload as it is understood: the table, the columns taken, what would come of it."""

    table: rules.Table
    columns: Mapping[str, int]
    review: rules.Review


@bp.route("/import", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def import_tasks(campaign: Campaign) -> ResponseReturnValue:
    """Takes the file and goes on to what was understood of it."""
    form = ImportForm()
    kept: list[Upload] = []

    def keep(by: User) -> None:
        name, data = form.chosen()
        sheet_reader.read(data, rules.MOST_ROWS)
        kept.append(actions.keep_upload(db(), campaign.agency_id, by, name, data, now()))

    if pages.saved(form, keep):
        return redirect(url_for(".review_import", code=campaign.code, key=kept[0].key), 303)
    units = units_of(db(), campaign.agency_id)
    return pages.show("tasks/import.html", form, campaign=campaign, units=units)


@bp.get("/import/sample.xlsx")
@guard(Permission.TASK_EDIT)
def download_sample(campaign: Campaign) -> ResponseReturnValue:
    """An empty list with the headings every reader of this page knows."""
    return pages.send(BytesIO(sheet.write(phrases.SAMPLE, _SAMPLE, [])), safe_file_name(phrases.SAMPLE_FILE))


@bp.route("/import/<key>", methods=["GET", "POST"])
@guard(Permission.TASK_EDIT)
def review_import(campaign: Campaign, key: str) -> ResponseReturnValue:
    """The dry run; posted with `seen`, the very tasks it showed are imported."""
    upload = _fetch(campaign, key)
    seen = _understood(campaign, upload)
    drafts = [draft for _, draft in seen.review.drafts]
    confirmed = request.method == "POST"
    if confirmed and not seen.review.faults and request.form.get("seen") == seen.review.digest:
        return pages.act(
            lambda by: actions.import_tasks(db(), campaign, upload, drafts, by),
            phrases.IMPORTED.format(count=len(drafts)),
            url_for(".list_tasks", code=campaign.code),
        )
    page = _page(campaign, upload, seen, _columns_form(seen, seen.columns, formdata=None), changed=confirmed)
    return page, 422 if confirmed else 200


@bp.post("/import/<key>/columns")
@guard(Permission.TASK_EDIT)
def set_columns(campaign: Campaign, key: str) -> ResponseReturnValue:
    """Settles what the columns are, for this list and the office's next ones with the same headings."""
    upload = _fetch(campaign, key)
    seen = _understood(campaign, upload)
    form = _columns_form(seen, {})
    settle = lambda _: actions.remember_columns(  # noqa: E731
        db(), campaign.agency_id, seen.table.signature, form.columns()
    )
    if not pages.saved(form, settle):
        return _page(campaign, upload, seen, form, changed=False), 422
    flash(phrases.REMEMBERED, "ok")
    return redirect(url_for(".review_import", code=campaign.code, key=key), 303)


@bp.get("/import/<key>/faults.xlsx")
@guard(Permission.TASK_EDIT)
def download_faults(campaign: Campaign, key: str) -> ResponseReturnValue:
    """Everything to be corrected, a row each."""
    faults = _understood(campaign, _fetch(campaign, key)).review.faults
    rows = [(fault.row, fault.column, fault.sentence, fault.accepted) for fault in faults]
    name = safe_file_name(phrases.FAULTS_FILE.format(code=campaign.code))
    return pages.send(BytesIO(sheet.write(phrases.FAULTS, _FAULTS, rows)), name)


def _fetch(campaign: Campaign, key: str) -> Upload:
    """The visitor's own upload; 404 for anybody else's, and for one of days past."""
    upload = upload_by_key(db(), key, (campaign.agency_id, me().id), now())
    return upload or abort(404)


def _understood(campaign: Campaign, upload: Upload) -> _Seen:
    read = sheet_reader.read(upload.data, rules.MOST_ROWS)
    table = rules.tabled((row.number, row.cells) for row in read)
    settled = mapping_of(db(), campaign.agency_id, table.signature)
    columns = settled.columns if settled else rules.guess(table.headings)
    units = [
        rules.UnitName(unit.id, unit.name, unit.short_name) for unit in units_of(db(), campaign.agency_id)
    ]
    siblings = [
        Sibling(number, task.lead_unit_id, task.text)
        for number, task in enumerate(of_campaign(db(), campaign.id), start=1)
    ]
    ceremonies = ceremonies_of(db(), campaign.id)
    only = ceremonies[0].id if len(ceremonies) == 1 else None
    return _Seen(table, columns, rules.review(table, columns, units, siblings, only))


def _late_plans(campaign: Campaign, review: rules.Review) -> dict[int, str]:
    """By the number of its row, a few words on a task that the list leaves no day for."""
    year = (campaign.starts_on or today()).year
    last_days = {
        number: draft.due_on or latest_day(draft.due_words or "", year) for number, draft in review.drafts
    }
    return {number: mark for number, day in last_days.items() if (mark := planned_late_mark(day, today()))}


def _columns_form(seen: _Seen, chosen: Mapping[str, int], **options: None) -> ColumnsForm:
    form = ColumnsForm(**options)
    form.offer([rules.name_of(seen.table, place) for place in range(len(seen.table.headings))], chosen)
    return form


def _page(campaign: Campaign, upload: Upload, seen: _Seen, form: ColumnsForm, *, changed: bool) -> str:
    taken = set(seen.columns.values())
    left_out = [
        rules.name_of(seen.table, place) for place in range(len(seen.table.headings)) if place not in taken
    ]
    context: dict[str, Any] = {
        "table": seen.table, "review": seen.review, "left_out": left_out,
        "units": {unit.id: unit for unit in units_of(db(), campaign.agency_id)},
        "late_plans": _late_plans(campaign, seen.review),
        "spoken_offset": spoken_offset, "Offset": Offset,
    }  # fmt: skip
    return render_template(
        "tasks/import_review.html", campaign=campaign, upload=upload, form=form, changed=changed, **context
    )
