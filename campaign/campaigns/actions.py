"""Changes of campaigns. Every function checks the rules, writes rows and history, and flushes."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns import rules
from campaign.campaigns.model import Campaign, of_agency
from campaign.campaigns.rules import CampaignDraft
from campaign.db import expect_version, fill, utc_now
from campaign.errors import refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import Agency


def create_campaign(session: Session, agency: Agency, draft: CampaignDraft, by: Author) -> Campaign:
    """Add a campaign of that agency; Refused when a rule says no."""
    campaign = Campaign(agency_id=agency.id)
    fill(campaign, _checked(session, campaign, draft))
    session.add(campaign)
    session.flush()  # its history points to it
    _log(session, by, Verb.CREATE, campaign)
    return campaign


def update_campaign(
    session: Session, campaign: Campaign, draft: CampaignDraft, version: int, by: Author
) -> None:
    """Save a campaign read at `version`; Conflict when it was saved since, Refused when a rule says no."""
    expect_version(campaign, version)
    fill(campaign, _checked(session, campaign, draft))
    _log(session, by, Verb.UPDATE, campaign)


def delete_campaign(session: Session, campaign: Campaign, version: int, by: Author) -> None:
    """Put a campaign away with everything in it; restore_campaign brings it back."""
    expect_version(campaign, version)
    campaign.deleted_at = utc_now()
    _log(session, by, Verb.DELETE, campaign)


def restore_campaign(session: Session, campaign: Campaign, by: Author) -> None:
    """Bring a deleted campaign back as it was."""
    campaign.deleted_at = None
    _log(session, by, Verb.RESTORE, campaign)


def _checked(session: Session, campaign: Campaign, draft: CampaignDraft) -> CampaignDraft:
    """The draft with a code, when no rule refuses it."""
    taken = set(session.scalars(select(Campaign.code).where(Campaign.id != campaign.id)))
    others = [other for other in of_agency(session, campaign.agency_id) if other.id != campaign.id]
    refuse_any(rules.check(draft, taken, {other.code: other.title for other in others}))
    return draft if draft.code else replace(draft, code=campaign.code or rules.free_code(draft.title, taken))


def _log(session: Session, by: Author, verb: Verb, campaign: Campaign) -> None:
    log(session, by, verb, campaign, campaign_id=campaign.id, title=campaign.title)
