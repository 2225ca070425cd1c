"""Pages of an office's working calendar: a year of it, its own days, and where its due days go."""

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.fields import YEARS, read_id
from campaign.files import holidays_vn
from campaign.gate import db, fetch, guard, me, own_agency, today
from campaign.people import actions, phrases
from campaign.people.forms import ConfirmationForm, DayOffForm, DaysOffForm, ShiftForm
from campaign.people.model import Agency, DayOff, agencies, days_off_of
from campaign.people.rules import working_year
from campaign.people.rules.days_off import DayOffDraft, merge, unconfirmed
from campaign.people.views.blueprint import bp
from campaign.people.views.choosing import chosen_agency
from campaign.vietnamese import parse_date, short_date


@bp.get("/days-off")
@guard(Permission.DIRECTORY_READ)
def list_days_off() -> ResponseReturnValue:
    offices = agencies(db()) if me().agency_id is None else ()
    agency = chosen_agency(offices[0].id if offices else None)
    if agency is None:
        return render_template("people/days_off.html", agency=None)
    return _calendar(agency, ShiftForm(obj=agency), agencies=offices)


@bp.post("/days-off/shift")
@guard(Permission.DAY_OFF_EDIT)
def set_due_shift() -> ResponseReturnValue:
    agency = chosen_agency() or abort(404)
    form = ShiftForm(obj=agency)
    if pages.edited(form, actions.update_due_shift, agency):
        return pages.done(phrases.SHIFT_SAVED, _back(agency.id, _year()))
    return _calendar(agency, form, agencies=())


@bp.route("/days-off/new", methods=["GET", "POST"])
@guard(Permission.DAY_OFF_EDIT)
def new_days_off() -> ResponseReturnValue:
    agency = chosen_agency() or abort(404)
    form = DaysOffForm(obj=_forecast())
    if rows := pages.added(form, actions.create_days_off, agency):
        first, several = rows[0], phrases.DAYS_ADDED.format(count=len(rows), name=rows[0].name)
        said = (
            several if len(rows) > 1 else phrases.DAY_ADDED.format(name=first.name, day=short_date(first.day))
        )
        return pages.done(said, _back(agency.id, first.day.year, f"day-{first.day}"))
    return pages.show("people/days_off_form.html", form, agency=agency, row=None, year=_year())


@bp.route("/days-off/confirm", methods=["GET", "POST"])
@guard(Permission.DAY_OFF_EDIT)
def confirm_days_off() -> ResponseReturnValue:
    """Take over what the public calendar says of a year, with the paper that confirms it."""
    agency, year = chosen_agency() or abort(404), _year()
    form = ConfirmationForm()
    made: list[DayOff] = []
    take = lambda by: made.extend(actions.confirm_year(db(), agency, year, form.draft(), by))  # noqa: E731
    if pages.saved(form, take):
        return pages.done(phrases.YEAR_CONFIRMED.format(year=year, count=len(made)), _back(agency.id, year))
    taken = {row.day for row in days_off_of(db(), agency.id, [year])}
    return pages.show(
        "people/days_off_confirm.html",
        form,
        agency=agency,
        year=year,
        drafts=unconfirmed(holidays_vn.days_off([year]), year, taken),
    )


@bp.route("/days-off/<int:day_off_id>", methods=["GET", "POST"])
@guard(Permission.DAY_OFF_EDIT)
def edit_day_off(day_off_id: int) -> ResponseReturnValue:
    agency, row = _day_off(day_off_id)
    form = DayOffForm(obj=row)
    if pages.edited(form, actions.update_day_off, row):
        return pages.done(shared.SAVED, _back(agency.id, row.day.year, f"day-{row.day}"))
    return pages.show("people/days_off_form.html", form, agency=agency, row=row, year=row.day.year)


@bp.route("/days-off/<int:day_off_id>/delete", methods=["GET", "POST"])
@guard(Permission.DAY_OFF_EDIT)
def delete_day_off(day_off_id: int) -> ResponseReturnValue:
    agency, row = _day_off(day_off_id)
    said, back = phrases.DAY_DELETED.format(day=short_date(row.day)), _back(agency.id, row.day.year)
    return pages.erase(
        actions.delete_day_off, row, said=said, back=back, ask="people/days_off_delete.html", agency=agency, row=row
    )  # fmt: skip


def _calendar(agency: Agency, form: ShiftForm, **context: object) -> ResponseReturnValue:
    year = _year()
    seed, rows = holidays_vn.days_off([year]), days_off_of(db(), agency.id, [year])
    own = {row.id: DayOffDraft(row.day, row.kind, row.name, row.source) for row in rows}
    months = working_year.months(merge(seed, rows), year)
    return pages.show(
        "people/days_off.html",
        form,
        agency=agency,
        year=year,
        years=YEARS,
        lines=working_year.lines(seed, own, year),
        months=months,
        working_days=working_year.working_days(months),
        forecast=year > today().year,
        **context,
    )


def _year() -> int:
    """The year of the address, else this one."""
    year = read_id(request.args.get("year"))
    return year if year is not None and year in YEARS else today().year


def _forecast() -> DayOffDraft | None:
    """The day of the public calendar the address asks to take over."""
    try:
        day = parse_date(request.args.get("day", ""))
    except ValueError:
        return None
    found = unconfirmed(holidays_vn.days_off([day.year]), day.year, ())
    return next((draft for draft in found if draft.day == day), None)


def _day_off(day_off_id: int) -> tuple[Agency, DayOff]:
    row = fetch(DayOff, day_off_id)
    return own_agency(row.agency_id), row


def _back(agency_id: int, year: int, anchor: str | None = None) -> str:
    return url_for(".list_days_off", agency=agency_id, year=year, _anchor=anchor)
