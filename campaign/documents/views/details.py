"""What is round the outline: title, symbol, signer, annexes; Kính gửi and Nơi nhận."""

from flask import render_template
from flask.typing import ResponseReturnValue

from campaign import pages
from campaign import phrases as shared
from campaign.access import Permission
from campaign.campaigns.model import Campaign
from campaign.documents import actions
from campaign.documents.forms import DocumentForm, PartiesDraft, PartiesForm
from campaign.documents.model import Document, addressees_of, recipients_of
from campaign.documents.rules import letterhead
from campaign.documents.rules.editing.drafts import default_symbol
from campaign.documents.rules.editing.lines import write_recipients
from campaign.documents.views.blueprint import bp, document_in, page_of
from campaign.gate import agency_of, db, guard
from campaign.people.model import User, signers_of


@bp.route("/<int:document_id>/details", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def edit_document(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    form = DocumentForm(obj=document)
    form.offer_signers(signers_of(db(), document.agency_id))
    save = lambda by: actions.update_document(db(), document, form.draft(), form.read_version(), by)  # noqa: E731
    if pages.saved(form, save, document):
        return pages.done(shared.SAVED, page_of(campaign, document))
    symbol = default_symbol(document.kind, agency_of(campaign).symbol)
    return pages.show("documents/form.html", form, campaign=campaign, document=document, symbol=symbol)


@bp.route("/<int:document_id>/parties", methods=["GET", "POST"])
@guard(Permission.DOCUMENT_EDIT)
def edit_parties(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    document = document_in(campaign, document_id)
    saved = _parties(document)
    form = PartiesForm(data=vars(saved) | {"version": document.version})

    def save(by: User) -> None:
        actions.set_addressees(db(), document, form.names(), form.read_version(), by)
        actions.set_recipients(db(), document, form.drafts(), document.version, by)

    if pages.saved(form, save, document):
        return pages.done(shared.SAVED, page_of(campaign, document))
    if form.conflict is not None:
        form.conflict = form.differences(_parties(document))
    return pages.show(
        "documents/parties.html", form, campaign=campaign, document=document, **_as_printed(form, document)
    )


@bp.post("/<int:document_id>/parties/preview")
@guard(Permission.DOCUMENT_EDIT)
def preview_parties(campaign: Campaign, document_id: int) -> ResponseReturnValue:
    """What is being typed, as it will be printed: a part of the parties page."""
    printed = _as_printed(PartiesForm(), document_in(campaign, document_id))
    return render_template("documents/_parties_printed.html", **printed)


def _parties(document: Document) -> PartiesDraft:
    addressees = addressees_of(db(), document.id)
    recipients = recipients_of(db(), document.id)
    return PartiesDraft(
        "\n".join(row.name for row in addressees),
        write_recipients((row.name, row.note) for row in recipients),
    )


def _as_printed(form: PartiesForm, document: Document) -> dict[str, object]:
    mark = letterhead.drafter_mark(document.drafter_code, document.copies)
    return {
        "addressees": letterhead.addressees(tuple(form.names())),
        "recipients": letterhead.recipients(tuple(form.drafts()), mark),
    }
