"""Changes of an office's own days off, on both databases, and the calendar everybody counts with."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from campaign.errors import Conflict, Refused
from campaign.glossary import DayOffKind, DayOffShift
from campaign.history.model import last_change
from campaign.people import actions
from campaign.people.model import DayOff, days_off_for, days_off_of
from campaign.people.rules.days_off import ConfirmationDraft, DayOffDraft, DaysOffDraft, ShiftDraft
from tests.conftest import Cast

OFF, COMPENSATORY, WORKED = DayOffKind
FRIDAY, SATURDAY = date(2026, 1, 2), date(2026, 1, 10)


def add(
    session: Session, cast: Cast, day: date, kind: DayOffKind = OFF, last_day: date | None = None
) -> DayOff:
    draft = DaysOffDraft(day, kind, "Hoán đổi", "Công văn số 05/UBND-VP", last_day)
    return actions.create_days_off(session, cast.agency, draft, cast.clerk)[0]


def days(session: Session, cast: Cast, *years: int) -> list[date]:
    return [row.day for row in days_off_of(session, cast.agency.id, years)]


def test_the_office_counts_with_its_own_days(session: Session, cast: Cast) -> None:
    add(session, cast, FRIDAY, COMPENSATORY)
    add(session, cast, SATURDAY, WORKED)
    off = days_off_for(session, cast.agency.id, [2025, 2026])
    assert (off.is_working_day(FRIDAY), off.is_working_day(SATURDAY)) == (False, True)
    assert not off.is_working_day(date(2026, 9, 2))
    others = days_off_for(session, cast.other_agency.id, [2025, 2026])
    assert (others.is_working_day(FRIDAY), others.is_working_day(SATURDAY)) == (True, False)


def test_days_of_other_years_are_not_loaded(session: Session, cast: Cast) -> None:
    add(session, cast, date(2025, 12, 31), last_day=date(2026, 1, 2))
    assert days(session, cast, 2026) == [date(2026, 1, 1), FRIDAY]
    assert len(days(session, cast, 2026, 2025)) == 3
    assert days(session, cast) == []
    assert days_off_for(session, cast.agency.id, []).is_working_day(FRIDAY)


def test_a_new_day_stands_in_the_history_with_its_date(session: Session, cast: Cast) -> None:
    entry = last_change(session, add(session, cast, FRIDAY))
    assert entry is not None
    assert (entry.by, entry.verb, entry.title) == (cast.clerk.full_name, "create", "Hoán đổi (02/01/2026)")


def test_a_span_with_a_known_day_adds_nothing(session: Session, cast: Cast) -> None:
    add(session, cast, FRIDAY)
    with pytest.raises(Refused, match="02/01/2026"):
        add(session, cast, date(2026, 1, 1), last_day=date(2026, 1, 4))
    assert days(session, cast, 2026) == [FRIDAY]


def test_two_offices_may_say_something_of_one_day(session: Session, cast: Cast) -> None:
    add(session, cast, FRIDAY)
    draft = DaysOffDraft(FRIDAY, OFF, "Hoán đổi")
    assert actions.create_days_off(session, cast.other_agency, draft, cast.stranger)[0].source is None


def test_a_day_is_changed_and_moved_but_not_onto_another(session: Session, cast: Cast) -> None:
    row, other = add(session, cast, FRIDAY), add(session, cast, SATURDAY, WORKED)
    actions.update_day_off(session, row, DayOffDraft(date(2026, 1, 5), OFF, "Nghỉ"), row.version, cast.clerk)
    assert (row.day, row.name, row.source) == (date(2026, 1, 5), "Nghỉ", None)
    with pytest.raises(Refused, match="10/01/2026"):
        actions.update_day_off(session, row, DayOffDraft(other.day, OFF, "Nghỉ"), row.version, cast.clerk)
    assert row.day == date(2026, 1, 5)


def test_a_stale_day_is_neither_saved_nor_deleted(session: Session, cast: Cast) -> None:
    row = add(session, cast, FRIDAY)
    with pytest.raises(Conflict):
        actions.update_day_off(session, row, DayOffDraft(FRIDAY, OFF, "X"), row.version + 1, cast.clerk)
    with pytest.raises(Conflict):
        actions.delete_day_off(session, row, row.version + 1, cast.clerk)
    assert days(session, cast, 2026) == [FRIDAY]


def test_a_deleted_day_is_what_the_public_calendar_says(session: Session, cast: Cast) -> None:
    national_day = date(2026, 9, 2)
    row = add(session, cast, national_day, WORKED)
    assert days_off_for(session, cast.agency.id, [2026]).is_working_day(national_day)
    actions.delete_day_off(session, row, row.version, cast.clerk)
    assert not days_off_for(session, cast.agency.id, [2026]).is_working_day(national_day)
    entry = last_change(session, row)
    assert entry is not None
    assert entry.verb == "delete"


def test_a_confirmed_year_holds_the_public_days_with_the_paper(session: Session, cast: Cast) -> None:
    add(session, cast, date(2027, 2, 5), WORKED)
    before = days_off_for(session, cast.agency.id, [2027])
    paper = ConfirmationDraft("Thông báo số 9/TB-UBND")
    rows = actions.confirm_year(session, cast.agency, 2027, paper, cast.clerk)
    assert {row.source for row in rows} == {paper.source}
    assert date(2027, 2, 5) not in {row.day for row in rows}
    after = days_off_for(session, cast.agency.id, [2027])
    assert (after.holidays, after.is_working_day(date(2027, 2, 5))) == (before.holidays, True)
    with pytest.raises(Refused, match="2027"):
        actions.confirm_year(session, cast.agency, 2027, paper, cast.clerk)


def test_due_days_go_earlier_until_the_office_says_otherwise(session: Session, cast: Cast) -> None:
    assert cast.agency.due_shift is DayOffShift.EARLIER
    draft = ShiftDraft(DayOffShift.LATER)
    actions.update_due_shift(session, cast.agency, draft, cast.agency.version, cast.drafter)
    assert cast.agency.due_shift is DayOffShift.LATER
    with pytest.raises(Conflict):
        actions.update_due_shift(session, cast.agency, draft, cast.agency.version - 1, cast.drafter)
