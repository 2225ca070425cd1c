"""Pages of an agency's signers."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.gate import fetch, guard, own_agency
from campaign.people import actions, phrases
from campaign.people.forms import SignerForm
from campaign.people.model import Agency, Signer
from campaign.people.views.blueprint import bp


@bp.route("/agencies/<int:agency_id>/signers/new", methods=["GET", "POST"])
@guard(Permission.AGENCY_EDIT)
def new_signer(agency_id: int) -> ResponseReturnValue:
    agency = own_agency(agency_id)
    signing = next((way for way in phrases.SIGNINGS if way.key == request.args.get("way")), None)
    form = SignerForm(obj=signing)
    if pages.added(form, actions.create_signer, agency):
        return pages.done(phrases.SIGNER_ADDED.format(name=form.name.data), _back(agency_id))
    return pages.show(
        "people/signer_form.html", form, agency=agency, signer=None, signing=signing, signings=phrases.SIGNINGS
    )  # fmt: skip


@bp.route("/agencies/<int:agency_id>/signers/<int:signer_id>", methods=["GET", "POST"])
@guard(Permission.AGENCY_EDIT)
def edit_signer(agency_id: int, signer_id: int) -> ResponseReturnValue:
    agency, signer = _signer(agency_id, signer_id)
    form = SignerForm(obj=signer)
    if pages.edited(form, actions.update_signer, signer):
        return pages.done(shared.SAVED, _back(agency_id))
    return pages.show("people/signer_form.html", form, agency=agency, signer=signer)


@bp.post("/agencies/<int:agency_id>/signers/<int:signer_id>/move/<any(up, down):way>")
@guard(Permission.AGENCY_EDIT)
def move_signer(agency_id: int, signer_id: int, way: str) -> ResponseReturnValue:
    _, signer = _signer(agency_id, signer_id)
    said = phrases.MOVED.format(name=signer.name)
    return pages.move(actions.move_signer, signer, way=way, said=said, back=_back(agency_id))


@bp.route("/agencies/<int:agency_id>/signers/<int:signer_id>/delete", methods=["GET", "POST"])
@guard(Permission.AGENCY_EDIT)
def delete_signer(agency_id: int, signer_id: int) -> ResponseReturnValue:
    agency, signer = _signer(agency_id, signer_id)
    return pages.erase(
        actions.delete_signer, signer, said=phrases.SIGNER_DELETED.format(name=signer.name), back=_back(agency_id),
        ask="people/delete_signer.html", agency=agency, signer=signer,
    )  # fmt: skip


def _signer(agency_id: int, signer_id: int) -> tuple[Agency, Signer]:
    return own_agency(agency_id), fetch(Signer, signer_id, agency_id=agency_id)


def _back(agency_id: int) -> str:
    return url_for(".show_agency", agency_id=agency_id, _anchor="signers")
