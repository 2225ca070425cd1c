"""Weekends, public holidays, the Saturdays worked for them, and counting the days between. The days are handed in.

Every search ends: where a year holds no working day, which only a mistake in the calendar can bring about, the days
are counted as they come. Past the ends of the calendar date arithmetic raises OverflowError.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

SATURDAY = 5
_FURTHEST = 366  # days without a working day, before the calendar is taken for a mistake


@dataclass(frozen=True)
class DaysOff:
    """Public holidays with compensatory days (day -> name), and weekend days worked in exchange."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()

    def reason(self, day: date) -> str | None:
        """The name of the holiday on that day; None for a working day and for an ordinary weekend."""
        return self.holidays.get(day)

    def is_working_day(self, day: date) -> bool:
        """Does the office work on that day?"""
        return day in self.worked or (day.weekday() < SATURDAY and day not in self.holidays)


def next_working_day(day: date, days_off: DaysOff) -> date:
    """The first working day after `day`."""
    return _beyond(day, 1, days_off)


def previous_working_day(day: date, days_off: DaysOff) -> date:
    """The last working day before `day`."""
    return _beyond(day, -1, days_off)


def add_working_days(day: date, count: int, days_off: DaysOff) -> date:
    """The count-th working day after `day`, before it when negative; `day` itself, worked or not, for 0."""
    for _ in range(abs(count)):
        day = _beyond(day, 1 if count > 0 else -1, days_off)
    return day


def working_days_between(start: date, end: date, days_off: DaysOff) -> int:
    """How many working days one counts from `start` to `end`: start left out, end counted; negative when end is earlier.

    It undoes `add_working_days`. An end on a day off counts as the working day beside it that is nearer to start.
    """
    step = 1 if end > start else -1
    away = (start + timedelta(days=step * n) for n in range(1, abs((end - start).days) + 1))
    return step * sum(map(days_off.is_working_day, away))


def _beyond(day: date, step: int, days_off: DaysOff) -> date:
    for distance in range(1, _FURTHEST + 1):
        found = day + timedelta(days=step * distance)
        if days_off.is_working_day(found):
            return found
    return day + timedelta(days=step)
