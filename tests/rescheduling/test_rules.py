"""Where things move when a ceremony moves."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import DayOffShift, DayUnit
from campaign.rescheduling import phrases, rules
from campaign.rescheduling.rules import Dated, Frame, Kind
from campaign.workdays import DaysOff, Offset, due_day

OFF = DaysOff({date(2026, 12, 24): "Ngày nghỉ thử"})
MONDAY = datetime(2026, 12, 14, 7, 30)  # noqa: DTZ001 - office time
TODAY = date(2026, 11, 23)


def frame(after: datetime, shift: DayOffShift = DayOffShift.EARLIER) -> Frame:
    return Frame(MONDAY, after, OFF, shift, TODAY)


def task(day: date, **more: object) -> Dated:
    return replace(Dated(Kind.TASK, 1, "Gửi giấy mời", "Văn phòng", day), **more)  # type: ignore[arg-type]


def later(days: int) -> datetime:
    return MONDAY + timedelta(days=days)


def test_a_task_keeps_its_offset_across_a_holiday() -> None:
    seven = Offset(-7, DayUnit.WORKING)
    day = due_day(MONDAY.date(), seven, OFF)
    move = rules.moved(task(day, offset=seven), frame(datetime(2026, 12, 28, 7, 30)))  # noqa: DTZ001
    assert (day, move.day) == (date(2026, 12, 3), date(2026, 12, 16))  # the 24th is off


def test_a_plain_day_keeps_its_working_days_from_the_ceremony() -> None:
    move = rules.moved(task(date(2026, 12, 11)), frame(later(7)))
    assert move.day == date(2026, 12, 18)


def test_publicity_moves_by_as_many_days_as_the_ceremony_and_keeps_its_length() -> None:
    banner = Dated(Kind.PUBLICITY, 1, "Băng rôn", "", date(2026, 12, 1), date(2026, 12, 14))
    move = rules.moved(banner, frame(later(3)))
    assert (move.day, move.ends_on) == (date(2026, 12, 4), date(2026, 12, 17))


def test_what_stays_is_named_with_its_reason() -> None:
    pinned = task(date(2026, 12, 10), stays=phrases.PINNED)
    found = rules.outlook([pinned, task(date(2026, 12, 11), id=2)], frame(later(7)))
    assert [(dated.id, why) for dated, why in found.stays] == [(1, phrases.PINNED)]
    assert [move.dated.id for move in found.moves] == [2]


def test_a_day_in_the_past_and_a_ceremony_on_a_day_off_are_warned_of() -> None:
    found = rules.outlook([task(date(2026, 11, 27))], frame(datetime(2026, 12, 5, 7, 30)))  # noqa: DTZ001
    assert found.warnings == [phrases.WEEKEND]
    assert found.moves[0].warnings == [phrases.IN_THE_PAST]
    on_holiday = rules.outlook([], frame(datetime(2026, 12, 24, 7, 30)))  # noqa: DTZ001
    assert on_holiday.warnings == [phrases.HOLIDAY.format(name="Ngày nghỉ thử")]


@pytest.mark.parametrize(("after", "refused"), [(0, True), (-30, True), (1, False)])
def test_the_same_and_a_past_start_are_refused(after: int, refused: bool) -> None:
    assert bool(rules.check_start(MONDAY, later(after), TODAY)) is refused


@given(st.integers(1, 60), st.integers(-30, 30).filter(bool))
def test_moving_there_and_back_gives_every_working_day_back(by: int, away: int) -> None:
    day = due_day(MONDAY.date(), Offset(away, DayUnit.WORKING), OFF)
    there = rules.moved(task(day), frame(later(by)))
    back = rules.moved(task(there.day), Frame(later(by), MONDAY, OFF, DayOffShift.EARLIER, TODAY))
    assert back.day == day


@given(st.lists(st.integers(-30, 30), min_size=2, max_size=12), st.integers(-14, 60))
def test_the_order_of_days_is_kept_and_none_falls_on_a_day_off(aways: list[int], by: int) -> None:
    days = sorted(due_day(MONDAY.date(), Offset(away, DayUnit.WORKING), OFF) for away in aways)
    moved = [rules.moved(task(day), frame(later(by))).day for day in days]
    assert moved == sorted(moved)
    new_day = later(by).date()
    assert all(day == new_day or OFF.is_working_day(day) for day in moved)


@pytest.mark.parametrize(
    ("before", "after", "refused"),
    [(0, 7, False), (0, 0, True), (0, -30, True), (-60, -30, False), (-60, 7, False)],
)
def test_a_coming_ceremony_is_not_moved_into_the_past_but_a_past_one_is_put_right(
    before: int, after: int, refused: bool
) -> None:
    assert bool(rules.check_start(later(before), later(after), TODAY)) is refused
