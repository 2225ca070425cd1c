"""Changes of a campaign's legal bases."""

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import expect_version, fill, move, renumber
from campaign.documents.model import LegalBasis, bases_of
from campaign.documents.rules.editing import drafts
from campaign.documents.rules.editing.drafts import LegalBasisDraft
from campaign.errors import refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb


def create_basis(session: Session, campaign: Campaign, draft: LegalBasisDraft, by: Author) -> LegalBasis:
    """Add a legal basis at the end of the campaign's list."""
    others = bases_of(session, campaign.id)
    refuse_any(drafts.check_basis(draft, [(one.kind, one.number, one.subject) for one in others]))
    basis = LegalBasis(campaign_id=campaign.id, position=len(others) + 1)
    fill(basis, draft)
    session.add(basis)
    log(session, by, Verb.CREATE, basis, campaign_id=campaign.id, title=title_of(basis))
    return basis


def update_basis(
    session: Session, basis: LegalBasis, draft: LegalBasisDraft, version: int, by: Author
) -> None:
    """Save a legal basis read at `version`."""
    expect_version(basis, version)
    others = [one for one in bases_of(session, basis.campaign_id) if one.id != basis.id]
    refuse_any(drafts.check_basis(draft, [(one.kind, one.number, one.subject) for one in others]))
    fill(basis, draft)
    log(session, by, Verb.UPDATE, basis, campaign_id=basis.campaign_id, title=title_of(basis))


def delete_basis(session: Session, basis: LegalBasis, version: int, by: Author) -> None:
    """Take a legal basis off the list, for good."""
    expect_version(basis, version)
    log(session, by, Verb.DELETE, basis, campaign_id=basis.campaign_id, title=title_of(basis))
    session.delete(basis)
    session.flush()
    renumber(bases_of(session, basis.campaign_id))
    session.flush()


def move_basis(session: Session, basis: LegalBasis, step: int, by: Author) -> None:
    """Move a legal basis `step` places down the list (negative: up); at an end it stays."""
    move(bases_of(session, basis.campaign_id), basis, step)
    log(session, by, Verb.MOVE, basis, campaign_id=basis.campaign_id, title=title_of(basis))


def title_of(basis: LegalBasis) -> str:
    """What people call a legal basis: type and number, or its name."""
    return f"{basis.kind} {basis.number or basis.subject}"
