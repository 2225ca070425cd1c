"""The working calendar: weekends, public holidays and the Saturdays worked for them. Pure; the days are handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

SATURDAY = 5


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
