"""Changes of an office's own days off and worked days, and of where its due days go."""

from sqlalchemy.orm import Session

from campaign.db import expect_version, fill
from campaign.errors import Problem, Refused, refuse_any
from campaign.files import holidays_vn
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people import phrases
from campaign.people.actions.writing import refusing
from campaign.people.model import Agency, DayOff, days_off_of
from campaign.people.rules.days_off import (
    ConfirmationDraft,
    DayOffDraft,
    DaysOffDraft,
    ShiftDraft,
    check,
    check_span,
    unconfirmed,
)
from campaign.vietnamese import short_date


def create_days_off(session: Session, agency: Agency, draft: DaysOffDraft, by: Author) -> list[DayOff]:
    """Add every day of the draft; Refused, and none added, when a rule says no to one."""
    years = range(draft.day.year, (draft.last_day or draft.day).year + 1)
    refuse_any(check_span(draft, {row.day for row in days_off_of(session, agency.id, years)}))
    return [_create(session, agency, each, by) for each in draft.each]


def confirm_year(
    session: Session, agency: Agency, year: int, draft: ConfirmationDraft, by: Author
) -> list[DayOff]:
    """Take over what the public calendar says of a year, naming the paper; Refused when nothing is left to take."""
    taken = {row.day for row in days_off_of(session, agency.id, [year])}
    drafts = unconfirmed(holidays_vn.days_off([year]), year, taken)
    if not drafts:
        raise Refused(Problem("", phrases.NOTHING_TO_CONFIRM.format(year=year)))
    return [
        _create(session, agency, DayOffDraft(each.day, each.kind, each.name, draft.source), by)
        for each in drafts
    ]


def update_day_off(session: Session, row: DayOff, draft: DayOffDraft, version: int, by: Author) -> None:
    """Save a day read at `version`; Conflict when it was saved since, Refused when a rule says no."""
    expect_version(row, version)
    others = days_off_of(session, row.agency_id, [draft.day.year])
    refuse_any(check(draft, {other.day for other in others if other is not row}))
    with refusing(session, _taken(draft)):
        fill(row, draft)
        log(session, by, Verb.UPDATE, row, campaign_id=None, title=_title(row))


def delete_day_off(session: Session, row: DayOff, version: int, by: Author) -> None:
    """Remove a day for good: the public calendar says again what it is."""
    expect_version(row, version)
    log(session, by, Verb.DELETE, row, campaign_id=None, title=_title(row))
    session.delete(row)
    session.flush()


def update_due_shift(session: Session, agency: Agency, draft: ShiftDraft, version: int, by: Author) -> None:
    """Say where the due days of an agency read at `version` go that fall on a day off."""
    expect_version(agency, version)
    fill(agency, draft)
    log(session, by, Verb.UPDATE, agency, campaign_id=None, title=agency.name)


def _create(session: Session, agency: Agency, draft: DayOffDraft, by: Author) -> DayOff:
    row = DayOff(agency_id=agency.id)
    fill(row, draft)
    with refusing(session, _taken(draft)):
        session.add(row)
        log(session, by, Verb.CREATE, row, campaign_id=None, title=_title(row))
    return row


def _taken(draft: DayOffDraft) -> Problem:
    return Problem("day", phrases.DAY_TAKEN.format(days=short_date(draft.day)))


def _title(row: DayOff) -> str:
    return phrases.DAY_TITLE.format(name=row.name, day=short_date(row.day))
