"""The days of the demo of today."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from campaign.files.holidays_vn import days_off
from campaign.workdays import DaysOff

_WEDNESDAY = 2


@dataclass(frozen=True)
class Days:
    """Days counted from `today`: the ceremony is on the first working day three weeks on."""

    today: date

    @cached_property
    def ceremony(self) -> date:
        """Day of the ceremony."""
        return self._working(self.today + timedelta(weeks=3), 1)

    @cached_property
    def service(self) -> date:
        """The first Wednesday after the ceremony, when the model begins."""
        return self.ceremony + timedelta(days=(_WEDNESDAY - self.ceremony.weekday() - 1) % 7 + 1)

    def before(self, days: int) -> date:
        """T minus `days`; on a day off, the working day before it, but never today or past. Negative: after the ceremony."""
        tomorrow = self._working(self.today + timedelta(days=1), 1)
        return max(tomorrow, self._working(self.ceremony - timedelta(days=days), -1))

    def ago(self, days: int) -> date:
        """The working day at least `days` before today."""
        return self._working(self.today - timedelta(days=days), -1)

    @cached_property
    def _off(self) -> DaysOff:
        return days_off((self.today.year - 1, self.today.year, self.today.year + 1))

    def _working(self, day: date, step: int) -> date:
        while not self._off.is_working_day(day):
            day += timedelta(days=step)
        return day
