"""Changes of units."""

from sqlalchemy.orm import Session

from campaign.db import expect_version, fill, move, place_after
from campaign.errors import Problem, refuse_any
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people import phrases
from campaign.people.actions.writing import refusing
from campaign.people.model import Agency, Unit, units_of
from campaign.people.phrases import Starter
from campaign.people.rules.units import UnitDraft, check_unit, usual_units


def create_unit(session: Session, agency: Agency, draft: UnitDraft, by: Author) -> Unit:
    """Add a unit after the agency's others; Refused when a rule says no."""
    others = units_of(session, agency.id)
    refuse_any(check_unit(draft, [other.name for other in others]))
    unit = Unit(agency_id=agency.id, rank=place_after(others, column="rank"))
    fill(unit, draft)
    with refusing(session, Problem("name", phrases.SAME_UNIT.format(name=draft.name))):
        session.add(unit)
        log(session, by, Verb.CREATE, unit, campaign_id=None, title=unit.name)
    return unit


def create_usual_units(session: Session, agency: Agency, starter: Starter, by: Author) -> list[Unit]:
    """Add the usual units the agency has not got yet, after its others."""
    names = [unit.name for unit in units_of(session, agency.id)]
    return [create_unit(session, agency, draft, by) for draft in usual_units(starter, names)]


def update_unit(session: Session, unit: Unit, draft: UnitDraft, version: int, by: Author) -> None:
    """Save a unit read at `version`; Conflict when it was saved since, Refused when a rule says no."""
    expect_version(unit, version)
    others = [other.name for other in units_of(session, unit.agency_id) if other.id != unit.id]
    refuse_any(check_unit(draft, others))
    with refusing(session, Problem("name", phrases.SAME_UNIT.format(name=draft.name))):
        fill(unit, draft)
        log(session, by, Verb.UPDATE, unit, campaign_id=None, title=unit.name)


def move_unit(session: Session, unit: Unit, step: int, by: Author) -> None:
    """Move a unit `step` places down the order of plans (negative: up); at an end it stays."""
    move(units_of(session, unit.agency_id), unit, step, column="rank")
    log(session, by, Verb.MOVE, unit, campaign_id=None, title=unit.name)


def delete_unit(session: Session, unit: Unit, version: int, by: Author) -> None:
    """Remove a unit for good; Refused while tasks, delegates, programmes, publicity or users refer to it."""
    expect_version(unit, version)
    with refusing(session, Problem("", phrases.UNIT_IN_USE.format(name=unit.name))):
        log(session, by, Verb.DELETE, unit, campaign_id=None, title=unit.name)
        session.delete(unit)
