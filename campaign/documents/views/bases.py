"""Pages of a campaign's legal bases."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.documents import actions
from campaign.documents.forms import BasisForm
from campaign.documents.model import LegalBasis
from campaign.documents.rules.editing import phrases
from campaign.documents.views.blueprint import bp
from campaign.gate import db, fetch, guard


@bp.route("/bases/new", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def new_basis(campaign: Campaign) -> ResponseReturnValue:
    form = BasisForm()
    if pages.saved(form, lambda by: actions.create_basis(db(), campaign, form.draft(), by)):
        return pages.done(phrases.BASIS_ADDED, _list_of(campaign))
    return pages.show("documents/basis.html", form, campaign=campaign, basis=None)


@bp.route("/bases/<int:basis_id>", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def edit_basis(campaign: Campaign, basis_id: int) -> ResponseReturnValue:
    basis = fetch(LegalBasis, basis_id, campaign_id=campaign.id)
    form = BasisForm(obj=basis)
    save = lambda by: actions.update_basis(db(), basis, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, basis):
        return pages.done(shared.SAVED, _list_of(campaign))
    return pages.show("documents/basis.html", form, campaign=campaign, basis=basis)


@bp.route("/bases/<int:basis_id>/delete", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def delete_basis(campaign: Campaign, basis_id: int) -> ResponseReturnValue:
    basis = fetch(LegalBasis, basis_id, campaign_id=campaign.id)
    if request.method == "GET":
        return render_template("documents/delete_basis.html", campaign=campaign, basis=basis)
    return pages.act(
        lambda by: actions.delete_basis(db(), basis, pages.posted_version(), by),
        phrases.BASIS_DELETED,
        _list_of(campaign),
    )


@bp.post("/bases/<int:basis_id>/move/<any(up, down):way>")
@guard(Permission.DOCUMENT_EDIT)
def move_basis(campaign: Campaign, basis_id: int, way: str) -> ResponseReturnValue:
    basis = fetch(LegalBasis, basis_id, campaign_id=campaign.id)
    step = 1 if way == "down" else -1
    return pages.act(lambda by: actions.move_basis(db(), basis, step, by), phrases.MOVED, _list_of(campaign))


def _list_of(campaign: Campaign) -> str:
    return url_for(".list_documents", code=campaign.code, _anchor="bases")
