"""Changes of service days and procedures. Every function checks the rules, writes rows and history, and flushes."""

import uuid
from collections.abc import Sequence

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.db import expect_version, fill, move, place_after
from campaign.errors import refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.service_days import rules
from campaign.service_days.model import Procedure, ServiceDay, of_campaign, procedures_of
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft
from campaign.vietnamese import fold

_TIMES = ("weekday", "starts_on", "ends_on", "opens_at", "closes_at")

# ---------------------------------------------------------------- service days


def create_service_day(
    session: Session, campaign: Campaign, draft: ServiceDayDraft, by: Author
) -> ServiceDay:
    """Add a service day at the end; Refused when a rule says no."""
    refuse_any(rules.check(draft))
    position = place_after(of_campaign(session, campaign.id))
    day = ServiceDay(campaign_id=campaign.id, position=position, uid=str(uuid.uuid4()))
    fill(day, draft)
    session.add(day)
    log(session, by, Verb.CREATE, day, campaign_id=campaign.id, title=day.name)
    return day


def update_service_day(
    session: Session, day: ServiceDay, draft: ServiceDayDraft, version: int, by: Author
) -> None:
    """Save a service day read at `version`; its calendar sequence grows when its days or hours change."""
    expect_version(day, version)
    refuse_any(rules.check(draft))
    if any(getattr(day, column) != getattr(draft, column) for column in _TIMES):
        day.sequence += 1
    fill(day, draft)
    log(session, by, Verb.UPDATE, day, campaign_id=day.campaign_id, title=day.name)


def delete_service_day(session: Session, day: ServiceDay, version: int, by: Author) -> None:
    """Delete a service day for good; Conflict when it was saved since `version`."""
    _erase(session, day, day.name, version, by)


def move_service_day(session: Session, day: ServiceDay, step: int, by: Author) -> None:
    """Move a service day `step` places down (negative: up); at an end it stays."""
    move(of_campaign(session, day.campaign_id), day, step)
    log(session, by, Verb.MOVE, day, campaign_id=day.campaign_id, title=day.name)


# ---------------------------------------------------------------- procedures


def create_procedure(session: Session, campaign: Campaign, draft: ProcedureDraft, by: Author) -> Procedure:
    """Add a procedure at the end; Refused when a rule says no."""
    others = procedures_of(session, campaign.id)
    refuse_any(rules.check_procedure(draft, siblings_of(others)))
    procedure = Procedure(campaign_id=campaign.id, position=place_after(others))
    fill(procedure, draft)
    session.add(procedure)
    log(session, by, Verb.CREATE, procedure, campaign_id=campaign.id, title=procedure.name)
    return procedure


def update_procedure(
    session: Session, procedure: Procedure, draft: ProcedureDraft, version: int, by: Author
) -> None:
    """Save a procedure read at `version`; Conflict when it was saved since, Refused when a rule says no."""
    expect_version(procedure, version)
    rows = procedures_of(session, procedure.campaign_id)
    others = [sibling for row, sibling in zip(rows, siblings_of(rows), strict=True) if row is not procedure]
    refuse_any(rules.check_procedure(draft, others))
    fill(procedure, draft)
    log(session, by, Verb.UPDATE, procedure, campaign_id=procedure.campaign_id, title=procedure.name)


def delete_procedure(session: Session, procedure: Procedure, version: int, by: Author) -> None:
    """Delete a procedure for good; Conflict when it was saved since `version`."""
    _erase(session, procedure, procedure.name, version, by)


def move_procedure(session: Session, procedure: Procedure, step: int, by: Author) -> None:
    """Move a procedure `step` places down among those of its heading (negative: up); at an end it stays."""
    rows = procedures_of(session, procedure.campaign_id)
    move([row for row in rows if fold(row.served_at) == fold(procedure.served_at)], procedure, step)
    log(session, by, Verb.MOVE, procedure, campaign_id=procedure.campaign_id, title=procedure.name)


def siblings_of(procedures: Sequence[Procedure]) -> list[rules.Sibling]:
    """The procedures as the rules see them, numbered 1, 2, 3 …"""
    return [
        rules.Sibling(number, row.code, row.name, row.served_at) for number, row in enumerate(procedures, 1)
    ]


def _erase(session: Session, row: ServiceDay | Procedure, title: str, version: int, by: Author) -> None:
    expect_version(row, version)
    log(session, by, Verb.DELETE, row, campaign_id=row.campaign_id, title=title)
    session.delete(row)
    session.flush()
