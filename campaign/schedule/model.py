"""Reads for the calendars; no tables of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony, ProgrammeItem
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.people.model import Agency, Unit, units_of
from campaign.service_days.model import ServiceDay
from campaign.service_days.model import of_campaign as service_days_of
from campaign.tasks.model import Task, coordinating
from campaign.tasks.model import of_campaign as tasks_of


@dataclass(frozen=True)
class Rows:
    """Everything of a campaign that has a day: read at once, so that a calendar costs a fixed number of queries."""

    campaign: Campaign
    agency: Agency
    ceremonies: Sequence[Ceremony]
    programmes: Mapping[int, Sequence[ProgrammeItem]]
    tasks: Sequence[Task]
    helpers: Mapping[int, Sequence[int]]
    units: Mapping[int, Unit]
    service_days: Sequence[ServiceDay]


def read(session: Session, campaign: Campaign, unit_id: int | None = None) -> Rows:
    """The rows of a campaign's calendars; with `unit_id` only the tasks that unit leads or helps with."""
    tasks = tasks_of(session, campaign.id)
    helpers = coordinating(session, [task.id for task in tasks])
    if unit_id is not None:
        tasks = [task for task in tasks if unit_id in (task.lead_unit_id, *helpers[task.id])]
    return Rows(
        campaign=campaign,
        agency=session.get_one(Agency, campaign.agency_id),
        ceremonies=ceremonies_of(session, campaign.id),
        programmes=programmes_of(session, campaign.id),
        tasks=tasks,
        helpers=helpers,
        units={unit.id: unit for unit in units_of(session, campaign.agency_id)},
        service_days=service_days_of(session, campaign.id),
    )


def programmes_of(session: Session, campaign_id: int) -> dict[int, list[ProgrammeItem]]:
    """Steps of every ceremony of a campaign in order, by the ceremony's id; one query."""
    found: dict[int, list[ProgrammeItem]] = {}
    query = select(ProgrammeItem).join(Ceremony).where(Ceremony.campaign_id == campaign_id)
    for item in session.scalars(query.order_by(ProgrammeItem.position, ProgrammeItem.id)):
        found.setdefault(item.ceremony_id, []).append(item)
    return found
