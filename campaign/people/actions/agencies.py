"""Changes of agencies and their signers."""

from sqlalchemy.orm import Session

from campaign.db import expect_version, fill, move, place_after
from campaign.errors import Problem, refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people import phrases
from campaign.people.actions.writing import refusing
from campaign.people.model import Agency, Signer, agencies, signers_of
from campaign.people.rules.agencies import (
    AgencyDraft,
    SignerDraft,
    check_agency,
    check_signer,
    code_of,
    printed,
    printed_signer,
)


def create_agency(session: Session, draft: AgencyDraft, by: Author) -> Agency:
    """Add an agency, its letterhead in capitals and its code made from its name; Refused when a rule says no."""
    others = agencies(session)
    refuse_any(check_agency(draft, [other.name for other in others]))
    agency = Agency(code=code_of(draft, {other.code for other in others}))
    fill(agency, printed(draft))
    with refusing(session, Problem("name", phrases.SAME_AGENCY.format(name=draft.name))):
        session.add(agency)
        log(session, by, Verb.CREATE, agency, campaign_id=None, title=agency.name)
    return agency


def update_agency(session: Session, agency: Agency, draft: AgencyDraft, version: int, by: Author) -> None:
    """Save an agency read at `version`; its code stays, whatever it is called now."""
    expect_version(agency, version)
    refuse_any(check_agency(draft, [other.name for other in agencies(session) if other.id != agency.id]))
    fill(agency, printed(draft))
    log(session, by, Verb.UPDATE, agency, campaign_id=None, title=agency.name)


def create_signer(session: Session, agency: Agency, draft: SignerDraft, by: Author) -> Signer:
    """Add a signer after the agency's others; Refused when a rule says no."""
    others = signers_of(session, agency.id)
    refuse_any(check_signer(draft, [_draft_of(other) for other in others]))
    signer = Signer(agency_id=agency.id, rank=place_after(others, column="rank"))
    fill(signer, printed_signer(draft))
    session.add(signer)
    log(session, by, Verb.CREATE, signer, campaign_id=None, title=signer.name)
    return signer


def update_signer(session: Session, signer: Signer, draft: SignerDraft, version: int, by: Author) -> None:
    """Save a signer read at `version`; documents already drafted keep the signature they have."""
    expect_version(signer, version)
    others = [other for other in signers_of(session, signer.agency_id) if other.id != signer.id]
    refuse_any(check_signer(draft, [_draft_of(other) for other in others]))
    fill(signer, printed_signer(draft))
    log(session, by, Verb.UPDATE, signer, campaign_id=None, title=signer.name)


def move_signer(session: Session, signer: Signer, step: int, by: Author) -> None:
    """Move a signer `step` places down the list (negative: up); at an end it stays."""
    move(signers_of(session, signer.agency_id), signer, step, column="rank")
    log(session, by, Verb.MOVE, signer, campaign_id=None, title=signer.name)


def delete_signer(session: Session, signer: Signer, version: int, by: Author) -> None:
    """Remove a signer for good; documents already drafted keep the signature they have."""
    expect_version(signer, version)
    log(session, by, Verb.DELETE, signer, campaign_id=None, title=signer.name)
    session.delete(signer)
    session.flush()


def _draft_of(signer: Signer) -> SignerDraft:
    return SignerDraft(position=signer.position, name=signer.name, authority=signer.authority)
