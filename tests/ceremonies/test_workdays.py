"""The working calendar and the public holidays it is filled with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.files.holidays_vn import days_off
from campaign.workdays import DaysOff


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
