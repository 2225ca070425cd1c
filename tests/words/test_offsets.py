"""Due days counted from the ceremony: where they fall, and how offices write them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from campaign.files.holidays_vn import days_off
from campaign.glossary import DayOffShift, DayUnit
from campaign.workdays import DaysOff, Offset, due_day, offset_of, read_offset, spoken_offset, years_around

OFF = days_off(range(2024, 2030))
EARLIER, LATER, KEEP = DayOffShift
CALENDARS = st.sampled_from([DaysOff(), OFF, days_off([2150])])
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
COUNTS = st.integers(-40, 40)
UNITS = st.sampled_from(DayUnit)
SHIFTS = st.sampled_from(DayOffShift)
SATURDAY = date(2026, 12, 12)
MONDAY = date(2026, 12, 14)
MINUTES = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))


# ---------------------------------------------------------------- where they fall


@pytest.mark.parametrize(
    ("ceremony", "offset", "shift", "falls_on"),
    [
        (MONDAY, Offset(-7, DayUnit.WORKING), EARLIER, date(2026, 12, 3)),
        (MONDAY, Offset(-1), EARLIER, date(2026, 12, 11)),
        (MONDAY, Offset(-1), KEEP, date(2026, 12, 13)),
        (MONDAY, Offset(-1), LATER, date(2026, 12, 11)),  # later would be the ceremony's own day
        (MONDAY, Offset(-8), LATER, date(2026, 12, 7)),
        (MONDAY, Offset(5), EARLIER, date(2026, 12, 18)),
        (MONDAY, Offset(5), LATER, date(2026, 12, 21)),
        (SATURDAY, Offset(0), EARLIER, SATURDAY),  # whoever serves the ceremony works on its day
        (SATURDAY, Offset(1), EARLIER, date(2026, 12, 14)),  # earlier would be before the ceremony
        (date(2026, 2, 24), Offset(-5), EARLIER, date(2026, 2, 13)),  # over Tết
    ],
)
def test_a_due_day_falls_where_the_office_expects_it(
    ceremony: date, offset: Offset, shift: DayOffShift, falls_on: date
) -> None:
    assert due_day(ceremony, offset, OFF, shift) == falls_on


def test_the_day_before_is_meant_when_nothing_else_is_said() -> None:
    assert due_day(MONDAY, Offset(-2), OFF) == date(2026, 12, 11)


@given(DAYS, COUNTS, UNITS, SHIFTS, CALENDARS)
def test_a_due_day_is_worked_unless_it_is_kept_or_the_ceremonys(
    ceremony: date, count: int, unit: DayUnit, shift: DayOffShift, off: DaysOff
) -> None:
    day = due_day(ceremony, Offset(count, unit), off, shift)
    assert day == ceremony or off.is_working_day(day) or (shift is KEEP and unit is DayUnit.CALENDAR)


@given(DAYS, COUNTS, UNITS, SHIFTS, CALENDARS)
def test_no_shift_carries_a_task_past_the_ceremony(
    ceremony: date, count: int, unit: DayUnit, shift: DayOffShift, off: DaysOff
) -> None:
    day = due_day(ceremony, Offset(count, unit), off, shift)
    assert (day > ceremony) - (day < ceremony) == (count > 0) - (count < 0)


@given(DAYS, COUNTS, UNITS, SHIFTS, CALENDARS)
def test_a_later_offset_is_never_due_earlier(
    ceremony: date, count: int, unit: DayUnit, shift: DayOffShift, off: DaysOff
) -> None:
    days = [due_day(ceremony, Offset(each, unit), off, shift) for each in (count, count + 1)]
    assert days == sorted(days)


@given(DAYS, COUNTS, SHIFTS, CALENDARS)
def test_a_ceremony_put_off_never_brings_a_due_day_forward(
    ceremony: date, count: int, shift: DayOffShift, off: DaysOff
) -> None:
    moved = ceremony + timedelta(days=1)
    days = [due_day(each, Offset(count), off, shift) for each in (ceremony, moved)]
    assert days == sorted(days)


@given(DAYS, DAYS, UNITS, CALENDARS)
def test_the_offset_of_a_day_leads_back_to_it(ceremony: date, day: date, unit: DayUnit, off: DaysOff) -> None:
    assume(unit is DayUnit.CALENDAR or off.is_working_day(day))
    assert due_day(ceremony, offset_of(ceremony, day, unit, off), off, KEEP) == day


def test_a_day_off_counted_in_working_days_is_the_one_nearer_to_the_ceremony() -> None:
    sunday = date(2026, 12, 6)
    offset = offset_of(MONDAY, sunday, DayUnit.WORKING, OFF)
    assert due_day(MONDAY, offset, OFF) == date(2026, 12, 7)


def test_the_years_to_load_are_those_around_the_days() -> None:
    assert list(years_around([date(2026, 12, 14), date(2027, 1, 20)])) == [2025, 2026, 2027, 2028]
    assert list(years_around([])) == []


# ---------------------------------------------------------------- how they are written


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (Offset(-7, DayUnit.WORKING), "T-7 ngày làm việc"),
        (Offset(-1, at=time(14)), "T-1, 14 giờ"),
        (Offset(5), "T+5"),
        (Offset(0), "ngày lễ (T)"),
        (Offset(0, at=time(6, 30)), "ngày lễ (T), 6 giờ 30 phút"),
        (Offset(3, DayUnit.WORKING), "T+3 ngày làm việc"),
    ],
)
def test_an_offset_is_written_as_offices_write_it(offset: Offset, words: str) -> None:
    assert spoken_offset(offset) == words
    assert read_offset(words) == offset


@pytest.mark.parametrize(
    ("words", "offset"),
    [
        ("T - 7", Offset(-7)),
        ("T\u22127 ngày", Offset(-7)),
        ("t-1, 14h", Offset(-1, at=time(14))),
        ("T", Offset(0)),
        ("Ngày lễ", Offset(0)),
        ("trước lễ 7 ngày làm việc", Offset(-7, DayUnit.WORKING)),
        ("03 ngày trước ngày lễ", Offset(-3)),
        ("Sau buổi lễ 5 ngày, 15 giờ", Offset(5, at=time(15))),
    ],
)
def test_other_ways_to_write_an_offset_are_understood(words: str, offset: Offset) -> None:
    assert read_offset(words) == offset


@pytest.mark.parametrize(
    "words", ["", "20/3/2023", "T7", "T-", "T-7 tuần", "T-1, chiều", "trước lễ", "thường xuyên"]
)
def test_what_is_no_offset_is_not_taken_for_one(words: str) -> None:
    assert read_offset(words) is None


@given(COUNTS, UNITS, st.none() | MINUTES)
def test_what_is_written_is_read_back(count: int, unit: DayUnit, at: time | None) -> None:
    offset = Offset(count, unit if count else DayUnit.CALENDAR, at)
    assert read_offset(spoken_offset(offset)) == offset


@given(st.text(alphabet="tT+-\u2212 0123456789,ngàylễviệcướs()h:", max_size=30))
def test_no_text_breaks_the_reader_of_offsets(words: str) -> None:
    offset = read_offset(words)
    assert offset is None or read_offset(spoken_offset(offset)) is not None
