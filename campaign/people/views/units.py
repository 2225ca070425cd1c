"""Pages of units: the directory of an agency."""

from collections.abc import Iterable
from io import BytesIO

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.files import sheet
from campaign.files.sheet import Column
from campaign.gate import db, fetch, guard, me, own_agency, today
from campaign.people import actions, phrases
from campaign.people.forms import UnitForm
from campaign.people.model import Unit, agencies, units_of
from campaign.people.rules.units import is_past, starter_of, usual_units
from campaign.people.views.blueprint import bp
from campaign.people.views.choosing import chosen_agency
from campaign.vietnamese import matches, safe_file_name


@bp.get("/units")
@guard(Permission.DIRECTORY_READ)
def list_units() -> ResponseReturnValue:
    offices = agencies(db()) if me().agency_id is None else ()
    agency = chosen_agency(offices[0].id if offices else None)
    every = units_of(db(), agency.id) if agency else ()
    starter = starter_of(agency.level, agency.name) if agency else None
    missing = usual_units(starter, [unit.name for unit in every]) if starter else []
    return render_template(
        "people/units.html",
        agency=agency,
        agencies=offices,
        every=every,
        units=_found(every),
        past={unit.id for unit in every if is_past(unit.valid_to, today())},
        starter=starter if missing else None,
        q=request.args.get("q", ""),
    )


COLUMNS = (
    Column(shared.ROW_NUMBER, 5, "number"),
    Column(phrases.UNIT_NAME, 40),
    Column(phrases.SHORT_NAME, 20),
    Column(phrases.RELATION, 12),
    Column(phrases.PHONE, 16),
    Column(phrases.EMAIL, 28),
    Column(phrases.VALID_FROM, 13, "date"),
    Column(phrases.VALID_TO, 13, "date"),
)


@bp.get("/units.xlsx")
@guard(Permission.DIRECTORY_READ)
def export_units() -> ResponseReturnValue:
    """What the directory shows of one agency."""
    agency = chosen_agency() or abort(404)
    every = units_of(db(), agency.id)
    rows = [
        (every.index(unit) + 1, unit.name, unit.short_name, unit.relation.label,
         unit.phone, unit.email, unit.valid_from, unit.valid_to)
        for unit in _found(every)
    ]  # fmt: skip
    file = BytesIO(sheet.write(phrases.UNIT_LIST, COLUMNS, rows))
    return pages.send(file, safe_file_name(phrases.UNIT_LIST_FILE.format(code=agency.code)))


@bp.route("/units/new", methods=["GET", "POST"])
@guard(Permission.UNIT_EDIT)
def new_unit() -> ResponseReturnValue:
    agency = chosen_agency() or abort(404)
    form = UnitForm()
    if pages.added(form, actions.create_unit, agency):
        return pages.done(phrases.UNIT_ADDED.format(name=form.name.data), _back(agency.id))
    return pages.show("people/unit_form.html", form, agency=agency, unit=None)


@bp.post("/units/usual")
@guard(Permission.UNIT_EDIT)
def add_usual_units() -> ResponseReturnValue:
    agency = chosen_agency() or abort(404)
    starter = starter_of(agency.level, agency.name) or abort(404)
    return pages.act(
        lambda by: actions.create_usual_units(db(), agency, starter, by),
        phrases.UNITS_ADDED,
        _back(agency.id),
    )


@bp.route("/units/<int:unit_id>", methods=["GET", "POST"])
@guard(Permission.UNIT_EDIT)
def edit_unit(unit_id: int) -> ResponseReturnValue:
    unit = _unit(unit_id)
    form = UnitForm(obj=unit)
    if pages.edited(form, actions.update_unit, unit):
        return pages.done(shared.SAVED, _back(unit.agency_id))
    return pages.show("people/unit_form.html", form, agency=own_agency(unit.agency_id), unit=unit)


@bp.post("/units/<int:unit_id>/move/<any(up, down):way>")
@guard(Permission.UNIT_EDIT)
def move_unit(unit_id: int, way: str) -> ResponseReturnValue:
    unit = _unit(unit_id)
    said, back = phrases.MOVED.format(name=unit.name), _back(unit.agency_id, f"unit-{unit.id}")
    return pages.move(actions.move_unit, unit, way=way, said=said, back=back)


@bp.route("/units/<int:unit_id>/delete", methods=["GET", "POST"])
@guard(Permission.UNIT_EDIT)
def delete_unit(unit_id: int) -> ResponseReturnValue:
    unit = _unit(unit_id)
    said, back = phrases.UNIT_DELETED.format(name=unit.name), _back(unit.agency_id)
    return pages.erase(
        actions.delete_unit, unit, said=said, back=back, ask="people/delete_unit.html", unit=unit
    )


def _found(units: Iterable[Unit]) -> list[Unit]:
    """Those whose name the search of the address finds."""
    wanted = request.args.get("q", "")
    return [unit for unit in units if matches(wanted, f"{unit.name} {unit.short_name}")]


def _unit(unit_id: int) -> Unit:
    unit = fetch(Unit, unit_id)
    own_agency(unit.agency_id)
    return unit


def _back(agency_id: int, anchor: str | None = None) -> str:
    return url_for(".list_units", agency=agency_id, _anchor=anchor)
