"""Changes of publicity activities. Every function checks the rules, writes rows and history, and flushes."""

from textwrap import shorten

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import expect_version, fill, move, place_after
from campaign.errors import refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import units_of
from campaign.publicity import rules
from campaign.publicity.model import Activity, of_campaign
from campaign.publicity.rules import ActivityDraft


def create_activity(session: Session, campaign: Campaign, draft: ActivityDraft, by: Author) -> Activity:
    """Add an activity at the end; Refused when a rule says no."""
    _check(session, campaign, draft)
    activity = Activity(campaign_id=campaign.id, position=place_after(of_campaign(session, campaign.id)))
    fill(activity, draft)
    session.add(activity)
    log(session, by, Verb.CREATE, activity, campaign_id=campaign.id, title=title_of(activity))
    return activity


def update_activity(
    session: Session, campaign: Campaign, activity: Activity, draft: ActivityDraft, version: int, by: Author
) -> None:
    """Save an activity read at `version`; Conflict when it was saved since, Refused when a rule says no."""
    expect_version(activity, version)
    _check(session, campaign, draft)
    fill(activity, draft)
    log(session, by, Verb.UPDATE, activity, campaign_id=campaign.id, title=title_of(activity))


def delete_activity(session: Session, activity: Activity, version: int, by: Author) -> None:
    """Delete an activity for good; Conflict when it was saved since `version`."""
    expect_version(activity, version)
    log(session, by, Verb.DELETE, activity, campaign_id=activity.campaign_id, title=title_of(activity))
    session.delete(activity)
    session.flush()


def move_activity(session: Session, activity: Activity, step: int, by: Author) -> None:
    """Move an activity `step` places down (negative: up); at an end it stays."""
    move(of_campaign(session, activity.campaign_id), activity, step)
    log(session, by, Verb.MOVE, activity, campaign_id=activity.campaign_id, title=title_of(activity))


def title_of(activity: Activity) -> str:
    """What an activity is called in messages and history: its channel and the start of its content."""
    return f"{activity.channel.label}: {shorten(activity.content, width=120, placeholder='…')}"


def _check(session: Session, campaign: Campaign, draft: ActivityDraft) -> None:
    units = {unit.id for unit in units_of(session, campaign.agency_id)}
    refuse_any(rules.check(draft, units))
