"""The working calendar, counting in it, and the public holidays it is filled with."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.files.holidays_vn import days_off
from campaign.workdays import (
    DaysOff,
    add_working_days,
    next_working_day,
    previous_working_day,
    working_days_between,
)

# Years with holidays and, from 2101 on, years the public calendar knows nothing of.
CALENDARS = st.sampled_from([DaysOff(), days_off(range(2022, 2030)), days_off([2150])])
DAYS = st.dates(date(2023, 1, 1), date(2029, 6, 30)) | st.dates(date(2149, 6, 1), date(2151, 6, 1))
COUNTS = st.integers(-60, 60)


class EveryDay(Mapping[date, str]):
    """A calendar by mistake: every day is a holiday."""

    def __getitem__(self, day: date) -> str:
        return "nghỉ"

    def __iter__(self) -> Iterator[date]:
        return iter(())

    def __len__(self) -> int:
        return 0


# ---------------------------------------------------------------- working days


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_without_holidays_the_office_works_five_days_a_week(day: date) -> None:
    week = [DaysOff().is_working_day(day + timedelta(days=n)) for n in range(7)]
    assert sum(week) == 5


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 4, 30), False),  # 30/4
        (date(2025, 5, 2), False),  # swapped off
        (date(2025, 4, 26), True),  # the Saturday worked for it
        (date(2026, 2, 17), False),  # Tết
        (date(2026, 4, 27), False),  # compensates for a Sunday
        (date(2026, 12, 14), True),
        (date(2026, 12, 13), False),
    ],
)
def test_official_days_off_are_known(day: date, works: bool) -> None:
    assert days_off([2025, 2026]).is_working_day(day) is works


def test_holidays_are_named_in_vietnamese() -> None:
    assert days_off([2026]).reason(date(2026, 9, 2)) == "Quốc khánh"
    assert days_off([2026]).reason(date(2026, 12, 13)) is None


# ---------------------------------------------------------------- counting


def test_seven_working_days_before_a_ceremony_leap_over_tet() -> None:
    off = days_off([2025, 2026])
    assert add_working_days(date(2026, 2, 24), -7, off) == date(2026, 2, 6)
    assert next_working_day(date(2026, 2, 13), off) == date(2026, 2, 23)
    assert previous_working_day(date(2026, 2, 23), off) == date(2026, 2, 13)


def test_a_saturday_worked_in_exchange_counts() -> None:
    assert next_working_day(date(2025, 4, 25), days_off([2025])) == date(2025, 4, 26)


@given(DAYS, COUNTS, CALENDARS)
def test_counting_ends_on_a_working_day_on_the_right_side(day: date, count: int, off: DaysOff) -> None:
    found = add_working_days(day, count, off)
    assert (found > day) - (found < day) == (count > 0) - (count < 0)
    assert count == 0 or off.is_working_day(found)


@given(DAYS, COUNTS, CALENDARS)
def test_counting_days_between_undoes_counting_on(day: date, count: int, off: DaysOff) -> None:
    assert working_days_between(day, add_working_days(day, count, off), off) == count


@given(DAYS, COUNTS, CALENDARS)
def test_a_step_more_is_a_later_day(day: date, count: int, off: DaysOff) -> None:
    assert add_working_days(day, count, off) < add_working_days(day, count + 1, off)


@given(DAYS, DAYS, CALENDARS)
def test_no_day_between_is_counted_twice_or_left_out(start: date, end: date, off: DaysOff) -> None:
    first, last = sorted((start, end))
    if (last - first).days > 3000:
        return
    worked = [
        day for n in range((last - first).days) if off.is_working_day(day := first + timedelta(days=n + 1))
    ]
    assert working_days_between(first, last, off) == len(worked)


def test_a_calendar_without_any_working_day_ends_the_search() -> None:
    off = DaysOff(EveryDay())
    day = date(2026, 12, 14)
    assert next_working_day(day, off) == date(2026, 12, 15)
    assert add_working_days(day, -7, off) == date(2026, 12, 7)
    assert working_days_between(day, date(2027, 1, 1), off) == 0
