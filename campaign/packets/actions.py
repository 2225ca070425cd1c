"""Making a link, taking it back, and noting that it was used. They flush; the caller commits."""

import secrets
from datetime import date, datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.db import expect_version, utc_now
from campaign.errors import Conflict, Problem, Refused
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.packets import phrases, rules
from campaign.packets.model import Packet, in_force, tasks_of
from campaign.people.model import Unit, User

_BYTES = 16  # 128 random bits


def make_packet(
    session: Session, campaign: Campaign, unit: Unit, replaced: int | None, by: User, today: date
) -> tuple[Packet, str]:
    """A new link of the unit, and its token, which is told here and never again.

    It takes the place of the link `replaced`; Conflict when another one is in force, Refused for a unit without tasks.
    """
    if not tasks_of(session, campaign.id, unit.id):
        raise Refused(Problem("", phrases.NO_TASKS.format(unit=unit.name)))
    former = in_force(session, campaign.id, unit.id)
    if (former.id if former else None) != replaced:
        raise Conflict("another link of this unit")
    if former:
        _take_back(session, former, unit, by)
    token = secrets.token_urlsafe(_BYTES)
    days = [ceremony.starts_at.date() for ceremony in ceremonies_of(session, campaign.id)]
    row = Packet(
        campaign_id=campaign.id, unit_id=unit.id, token_hash=rules.hash_of(token), made_by=by.id,
        expires_on=rules.expiry(campaign.ends_on, days, today),
    )  # fmt: skip
    session.add(row)
    log(session, by, Verb.CREATE, row, campaign_id=campaign.id, title=unit.name)
    return row, token


def revoke_packet(session: Session, row: Packet, version: int, by: Author) -> None:
    """Take a link back, as read at `version`: from now on it opens nothing."""
    expect_version(row, version)
    _take_back(session, row, session.get_one(Unit, row.unit_id), by)


def note_use(session: Session, packet_id: int, at: datetime) -> None:
    """Remember that the link was opened at `at` (aware). The version stays, so that no button of the office conflicts."""
    session.execute(
        update(Packet).where(Packet.id == packet_id).values(last_used_at=at, updated_at=Packet.updated_at)
    )


def _take_back(session: Session, row: Packet, unit: Unit, by: Author) -> None:
    row.revoked_at = utc_now()
    log(session, by, Verb.REVOKE, row, campaign_id=row.campaign_id, title=unit.name)
