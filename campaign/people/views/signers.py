"""Pages of an agency's signers."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.gate import db, fetch, guard, own_agency
from campaign.people import actions, phrases
from campaign.people.forms import SignerForm
from campaign.people.model import Signer
from campaign.people.views.blueprint import bp


@bp.route("/agencies/<int:agency_id>/signers/new", methods=["GET", "POST"])
@guard(Permission.AGENCY_EDIT)
def new_signer(agency_id: int) -> ResponseReturnValue:
    agency = own_agency(agency_id)
    signing = next((way for way in phrases.SIGNINGS if way.key == request.args.get("way")), None)
    form = SignerForm(obj=signing)
    if pages.saved(form, lambda by: actions.create_signer(db(), agency, form.draft(), by)):
        return pages.done(phrases.SIGNER_ADDED.format(name=form.name.data), _back(agency_id))
    return pages.show(
        "people/signer_form.html", form, agency=agency, signer=None, signing=signing, signings=phrases.SIGNINGS
    )  # fmt: skip


@bp.route("/agencies/<int:agency_id>/signers/<int:signer_id>", methods=["GET", "POST"])
@guard(Permission.AGENCY_EDIT)
def edit_signer(agency_id: int, signer_id: int) -> ResponseReturnValue:
    agency, signer = own_agency(agency_id), fetch(Signer, signer_id, agency_id=agency_id)
    form = SignerForm(obj=signer)
    save = lambda by: actions.update_signer(db(), signer, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, signer):
        return pages.done(shared.SAVED, _back(agency_id))
    return pages.show("people/signer_form.html", form, agency=agency, signer=signer)


@bp.post("/agencies/<int:agency_id>/signers/<int:signer_id>/move/<any(up, down):way>")
@guard(Permission.AGENCY_EDIT)
def move_signer(agency_id: int, signer_id: int, way: str) -> ResponseReturnValue:
    own_agency(agency_id)
    signer = fetch(Signer, signer_id, agency_id=agency_id)
    step = 1 if way == "down" else -1
    return pages.act(
        lambda by: actions.move_signer(db(), signer, step, by),
        phrases.MOVED.format(name=signer.name),
        _back(agency_id),
    )


@bp.route("/agencies/<int:agency_id>/signers/<int:signer_id>/delete", methods=["GET", "POST"])
@guard(Permission.AGENCY_EDIT)
def delete_signer(agency_id: int, signer_id: int) -> ResponseReturnValue:
    agency, signer = own_agency(agency_id), fetch(Signer, signer_id, agency_id=agency_id)
    if request.method == "GET":
        return render_template("people/delete_signer.html", agency=agency, signer=signer)
    return pages.act(
        lambda by: actions.delete_signer(db(), signer, pages.posted_version(), by),
        phrases.SIGNER_DELETED.format(name=signer.name),
        _back(agency_id),
    )


def _back(agency_id: int) -> str:
    return url_for(".show_agency", agency_id=agency_id, _anchor="signers")
