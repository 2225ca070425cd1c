"""Adding, putting away and approving documents; issuing stands in checking, which knows what is wrong with them."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.documents import actions, plan_reads
from campaign.documents.forms import DocumentForm
from campaign.documents.model import Document
from campaign.documents.rules.editing import drafts, phrases
from campaign.documents.rules.papers import draw
from campaign.documents.views.blueprint import bp, document_in, page_of
from campaign.gate import agency_of, db, fetch, guard, me, today
from campaign.glossary import DocumentKind
from campaign.people.model import User, signers_of


@bp.route("/new", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def new_document(campaign: Campaign) -> ResponseReturnValue:
    form = DocumentForm()
    form.offer_signers(signers_of(db(), campaign.agency_id))
    made: list[Document] = []

    def create(by: User) -> None:
        document = actions.create_document(db(), campaign, form.draft(), by)
        actions.start_outline(db(), document, campaign, by)
        made.append(document)

    if pages.saved(form, create):
        return pages.done(phrases.CREATED, page_of(campaign, made[-1]))
    if not form.is_submitted():
        _suggest(form, campaign)
    symbol = drafts.default_symbol(form.kind.data or DocumentKind.PLAN, agency_of(campaign).symbol)
    return pages.show("documents/form.html", form, campaign=campaign, document=None, symbol=symbol)


@bp.post("/<int:document_id>/delete")
@guard(Permission.DOCUMENT_EDIT)
def delete_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    return pages.delete(
        lambda by: actions.delete_document(db(), document, pages.posted_version(), by),
        document.title,
        restore=url_for(".restore_document", code=campaign.code, document_id=document.id),
        back=url_for(".list_documents", code=campaign.code),
    )


@bp.post("/<int:document_id>/restore")
@guard(Permission.DOCUMENT_EDIT)
def restore_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = fetch(Document, document_id, campaign_id=campaign.id)
    return pages.act(
        lambda by: actions.restore_document(db(), document, by),
        shared.RESTORED.format(title=pages.short(document.title)),
        url_for(".list_documents", code=campaign.code),
    )


@bp.route("/<int:document_id>/approve", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_APPROVE)
def approve_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    if request.method == "POST":
        return pages.act(
            lambda by: actions.approve_document(db(), document, pages.posted_version(), by),
            phrases.APPROVED,
            page_of(campaign, document),
        )
    problems = draw(plan_reads.document_of(db(), document.id), plan_reads.plan_of(db(), campaign.id)).problems
    return render_template("documents/approve.html", campaign=campaign, document=document, problems=problems)


@bp.post("/<int:document_id>/copy")
@guard(Permission.DOCUMENT_EDIT)
def copy_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    """A new draft of the same words, to amend or replace an issued document."""
    document = document_in(campaign, document_id)
    copy = actions.copy_document(db(), document, today().year, me())
    db().commit()
    return pages.done(phrases.COPIED, page_of(campaign, copy))


def _suggest(form: DocumentForm, campaign: Campaign) -> None:
    """Fill an empty form with what is most likely: the kind of the button, the campaign's title, the first signer."""
    agency = agency_of(campaign)
    wanted = request.args.get("kind")
    form.kind.data = next((kind for kind in DocumentKind if kind.value == wanted), DocumentKind.PLAN)
    form.title.data = campaign.title
    form.size_profile.data = agency.size_profile
    form.draft_year.data = today().year
    signers = signers_of(db(), agency.id)
    form.signer_id.data = signers[0].id if signers else None
