"""Pages of agencies and their letterheads."""

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.gate import db, guard, me, own_agency, today
from campaign.people import actions, phrases
from campaign.people.forms import AgencyForm, PresetForm
from campaign.people.model import agencies, signers_of
from campaign.people.rules.agencies import AgencyDraft, filled
from campaign.people.rules.letterhead import Letterhead, draw
from campaign.people.rules.units import is_past
from campaign.people.views.blueprint import bp
from campaign.vietnamese import matches


@bp.get("/agencies")
@guard(Permission.DIRECTORY_READ)
def list_agencies() -> ResponseReturnValue:
    wanted = request.args.get("q", "")
    mine = me().agency_id
    found = [
        agency
        for agency in agencies(db())
        if mine in (None, agency.id) and matches(wanted, f"{agency.name} {agency.symbol} {agency.place_name}")
    ]
    return render_template("people/agencies.html", agencies=found, q=wanted)


@bp.route("/agencies/new", methods=["GET", "POST"])
@guard(Permission.AGENCY_EDIT)
def new_agency() -> ResponseReturnValue:
    if me().agency_id is not None:
        abort(403)
    preset = PresetForm(request.args, meta={"csrf": False})
    start = _filled(preset) if preset.place.data else None
    form = AgencyForm(obj=start)
    if agency := pages.added(form, actions.create_agency):
        return pages.done(phrases.AGENCY_ADDED, url_for(".show_agency", agency_id=agency.id))
    return pages.show(
        "people/agency_form.html", form, agency=None, preset=preset, letterhead=_letterhead(form)
    )


@bp.get("/agencies/letterhead")
@guard(Permission.AGENCY_EDIT)
def show_letterhead() -> ResponseReturnValue:
    """The letterhead of what stands in the form, for drawing it anew while somebody types."""
    form = AgencyForm(request.args, meta={"csrf": False})
    return render_template("people/_letterhead.html", letterhead=_letterhead(form))


@bp.get("/agencies/<int:agency_id>")
@guard(Permission.DIRECTORY_READ)
def show_agency(agency_id: int) -> ResponseReturnValue:
    agency = own_agency(agency_id)
    signers = signers_of(db(), agency.id)
    return render_template(
        "people/agency.html",
        agency=agency,
        letterhead=draw(agency, today().year),
        signers=signers,
        past={signer.id for signer in signers if is_past(signer.valid_to, today())},
    )


@bp.route("/agencies/<int:agency_id>/edit", methods=["GET", "POST"])
@guard(Permission.AGENCY_EDIT)
def edit_agency(agency_id: int) -> ResponseReturnValue:
    agency = own_agency(agency_id)
    form = AgencyForm(obj=agency)
    if pages.edited(form, actions.update_agency, agency):
        return pages.done(shared.SAVED, url_for(".show_agency", agency_id=agency.id))
    return pages.show(
        "people/agency_form.html", form, agency=agency, preset=None, letterhead=_letterhead(form)
    )


def _filled(preset: PresetForm) -> AgencyDraft | None:
    return (
        filled(preset.preset.data, preset.place.data, preset.field.data or "") if preset.validate() else None
    )


def _letterhead(form: AgencyForm) -> Letterhead:
    return draw(form.draft(), today().year)
