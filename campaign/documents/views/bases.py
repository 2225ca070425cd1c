"""Pages of a campaign's legal bases."""

from flask import url_for
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
from campaign.gate import fetch, guard


@bp.route("/bases/new", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def new_basis(campaign: Campaign) -> ResponseReturnValue:
    form = BasisForm()
    if pages.added(form, actions.create_basis, campaign):
        return pages.done(phrases.BASIS_ADDED, _list_of(campaign))
    return pages.show("documents/basis.html", form, campaign=campaign, basis=None)


@bp.route("/bases/<int:basis_id>", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def edit_basis(campaign: Campaign, basis_id: int) -> ResponseReturnValue:
    basis = fetch(LegalBasis, basis_id, campaign_id=campaign.id)
    form = BasisForm(obj=basis)
    if pages.edited(form, actions.update_basis, basis):
        return pages.done(shared.SAVED, _list_of(campaign))
    return pages.show("documents/basis.html", form, campaign=campaign, basis=basis)


@bp.route("/bases/<int:basis_id>/delete", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def delete_basis(campaign: Campaign, basis_id: int) -> ResponseReturnValue:
    basis = fetch(LegalBasis, basis_id, campaign_id=campaign.id)
    return pages.erase(
        actions.delete_basis, basis, said=phrases.BASIS_DELETED, back=_list_of(campaign),
        ask="documents/delete_basis.html", campaign=campaign, basis=basis,
    )  # fmt: skip


@bp.post("/bases/<int:basis_id>/move/<any(up, down):way>")
@guard(Permission.DOCUMENT_EDIT)
def move_basis(campaign: Campaign, basis_id: int, way: str) -> ResponseReturnValue:
    basis = fetch(LegalBasis, basis_id, campaign_id=campaign.id)
    return pages.move(actions.move_basis, basis, way=way, said=phrases.MOVED, back=_list_of(campaign))


def _list_of(campaign: Campaign) -> str:
    return url_for(".list_documents", code=campaign.code, _anchor="bases")
