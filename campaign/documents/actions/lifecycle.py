"""The life of a document until it is issued: drafted, put away and brought back, approved by a leader."""

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import expect_version, fill, utc_now
from campaign.documents.model import Document
from campaign.documents.rules.editing import drafts, phrases
from campaign.documents.rules.editing.drafts import DocumentDraft
from campaign.errors import Problem, Refused, refuse_any
from campaign.glossary import DocumentStatus
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import Agency, signers_of


def create_document(session: Session, campaign: Campaign, draft: DocumentDraft, by: Author) -> Document:
    """A new, empty draft of the campaign's agency; symbol, sizes and signer's lines are filled in where not typed."""
    agency = session.get_one(Agency, campaign.agency_id)
    refuse_any(drafts.check_document(draft, _signer_ids(session, agency.id)))
    document = Document(campaign_id=campaign.id, agency_id=agency.id)
    _write(session, document, draft)
    session.add(document)
    log(session, by, Verb.CREATE, document, campaign_id=campaign.id, title=document.title)
    return document


def update_document(
    session: Session, document: Document, draft: DocumentDraft, version: int, by: Author
) -> None:
    """Save a document's own fields as read at `version`; its kind, and so its number series, is fixed."""
    expect_version(document, version)
    refuse_any(drafts.check_document(draft, _signer_ids(session, document.agency_id)))
    if draft.kind is not document.kind:
        raise Refused(Problem("kind", phrases.KIND_IS_FIXED))
    open_for_change(document)
    _write(session, document, draft)
    log(session, by, Verb.UPDATE, document, campaign_id=document.campaign_id, title=document.title)


def delete_document(session: Session, document: Document, version: int, by: Author) -> None:
    """Put a document away; restore_document brings it back. An issued one stays."""
    expect_version(document, version)
    refuse_any(drafts.check_open(document.status))
    document.deleted_at = utc_now()
    log(session, by, Verb.DELETE, document, campaign_id=document.campaign_id, title=document.title)


def restore_document(session: Session, document: Document, by: Author) -> None:
    """Bring a deleted document back as it was."""
    document.deleted_at = None
    log(session, by, Verb.RESTORE, document, campaign_id=document.campaign_id, title=document.title)


def approve_document(session: Session, document: Document, version: int, by: Author) -> None:
    """A leader approves what was read at `version`; any change afterwards takes the approval back."""
    expect_version(document, version)
    refuse_any(drafts.check_approvable(document.status))
    document.status = DocumentStatus.APPROVED
    log(session, by, Verb.APPROVE, document, campaign_id=document.campaign_id, title=document.title)


def open_for_change(document: Document) -> None:
    """Refused when the document is issued; what was approved becomes a draft again, to be approved anew."""
    refuse_any(drafts.check_open(document.status))
    document.status = DocumentStatus.DRAFT


def _signer_ids(session: Session, agency_id: int) -> set[int]:
    return {signer.id for signer in signers_of(session, agency_id)}


def _write(session: Session, document: Document, draft: DocumentDraft) -> None:
    """Copy the draft into the row, with what the agency and the chosen signer add to it."""
    agency = session.get_one(Agency, document.agency_id)
    fill(document, draft)
    document.symbol = draft.symbol or drafts.default_symbol(draft.kind, agency.symbol)
    document.size_profile = draft.size_profile or agency.size_profile
    document.annexes = [annex.value for annex in draft.annexes]
    signer = next((one for one in signers_of(session, agency.id) if one.id == draft.signer_id), None)
    if signer is not None:
        document.authority, document.position = signer.authority, signer.position
        document.signer_name = signer.name
