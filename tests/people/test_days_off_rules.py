"""Rules of an office's own days off: what a draft must keep to, who overrules whom, and the year as its page shows it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.files.holidays_vn import days_off
from campaign.glossary import DayOffKind
from campaign.people.rules import working_year
from campaign.people.rules.days_off import DayOffDraft, DaysOffDraft, check, check_span, merge, unconfirmed
from campaign.people.rules.working_year import Look
from campaign.workdays import DaysOff

OFF, COMPENSATORY, WORKED = DayOffKind
FRIDAY, SATURDAY = date(2026, 1, 2), date(2026, 1, 10)
NATIONAL_DAY = date(2026, 9, 2)
SEED = days_off([2026])


def said(day: date, kind: DayOffKind = OFF, name: str = "Nghỉ") -> DayOffDraft:
    return DayOffDraft(day, kind, name)


# ---------------------------------------------------------------- drafts


def test_a_day_is_said_once() -> None:
    (problem,) = check(said(FRIDAY), {FRIDAY})
    assert problem.field == "day"
    assert "02/01/2026" in problem.sentence
    assert check(said(FRIDAY), {SATURDAY}) == []


def test_a_span_names_every_day_that_is_already_said() -> None:
    span = DaysOffDraft(date(2026, 2, 14), OFF, "Tết", last_day=date(2026, 2, 22))
    assert [each.day.day for each in span.each] == list(range(14, 23))
    (problem,) = check_span(span, {date(2026, 2, 16), date(2026, 2, 17), date(2026, 3, 1)})
    assert problem.sentence.endswith("16/02/2026, 17/02/2026.")


@pytest.mark.parametrize("last_day", [date(2026, 1, 1), date(2026, 3, 1), date(2199, 12, 31)])
def test_a_span_runs_forward_and_not_too_far(last_day: date) -> None:
    (problem,) = check_span(DaysOffDraft(FRIDAY, OFF, "Tết", last_day=last_day), set())
    assert problem.field == "last_day"


# ---------------------------------------------------------------- overruling


def test_the_office_overrules_the_public_calendar() -> None:
    assert SEED.is_working_day(FRIDAY)
    own = merge(
        SEED, [said(FRIDAY, COMPENSATORY, "Hoán đổi"), said(SATURDAY, WORKED), said(NATIONAL_DAY, WORKED)]
    )
    assert [own.is_working_day(day) for day in (FRIDAY, SATURDAY, NATIONAL_DAY)] == [False, True, True]
    assert (own.reason(FRIDAY), own.reason(NATIONAL_DAY)) == ("Hoán đổi", None)
    assert not own.is_working_day(date(2026, 4, 30))


def test_a_saturday_worked_elsewhere_may_be_rested() -> None:
    worked = date(2026, 8, 22)
    assert SEED.is_working_day(worked)
    assert not merge(SEED, [said(worked)]).is_working_day(worked)


@given(st.dictionaries(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sampled_from(DayOffKind)))
def test_every_day_the_office_speaks_of_is_as_it_says(kinds: dict[date, DayOffKind]) -> None:
    own = merge(SEED, [said(day, kind) for day, kind in kinds.items()])
    assert all(own.is_working_day(day) is (kind is WORKED) for day, kind in kinds.items())
    others = {day for day in SEED.holidays if day not in kinds}
    assert not any(own.is_working_day(day) for day in others)


def test_what_is_left_to_confirm_is_the_year_without_the_own_days() -> None:
    drafts = unconfirmed(SEED, 2026, {NATIONAL_DAY})
    days = [draft.day for draft in drafts]
    assert days == sorted(days)
    assert NATIONAL_DAY not in days
    kinds = {draft.day: draft.kind for draft in drafts}
    assert kinds[date(2026, 8, 22)] is WORKED
    assert kinds[date(2026, 4, 27)] is COMPENSATORY
    assert kinds[date(2026, 8, 31)] is COMPENSATORY
    assert kinds[date(2026, 9, 1)] is OFF


# ---------------------------------------------------------------- the year as shown


def test_own_days_stand_among_the_public_ones_in_order() -> None:
    lines = working_year.lines(SEED, {7: said(SATURDAY, WORKED, "Làm bù"), 8: said(NATIONAL_DAY)}, 2026)
    assert [line.said.day for line in lines] == sorted(line.said.day for line in lines)
    assert [(line.own_id, line.otherwise) for line in lines if line.own_id] == [(7, None), (8, None)]
    assert sum(line.said.day == NATIONAL_DAY for line in lines) == 1


def test_a_day_that_goes_against_the_public_calendar_says_so() -> None:
    lines = working_year.lines(SEED, {8: said(NATIONAL_DAY, WORKED, "Trực")}, 2026)
    assert [line.otherwise for line in lines if line.own_id] == ["Quốc khánh"]


def test_the_months_hold_every_day_once_with_its_look() -> None:
    months = working_year.months(SEED, 2026)
    cells = [cell for month in months for week in month.weeks for cell in week if cell]
    looks = dict(cells)
    assert (len(months), len(cells), len(looks)) == (12, 365, 365)
    assert all(len(week) == 7 for month in months for week in month.weeks)
    assert looks[date(2026, 8, 22)] is Look.WORKED
    assert looks[date(2026, 4, 26)] is Look.OFF  # a holiday on a Sunday
    assert looks[date(2026, 12, 13)] is Look.WEEKEND
    assert looks[date(2026, 12, 14)] is Look.WORKING
    assert working_year.working_days(months) == sum(map(SEED.is_working_day, looks))


def test_a_year_nobody_knows_has_weekends_only() -> None:
    assert working_year.lines(days_off([2150]), {}, 2150) == []
    assert working_year.working_days(working_year.months(DaysOff(), 2150)) == 261
