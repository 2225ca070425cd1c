"""The days of the demo of today."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from campaign.files.holidays_vn import days_off
from campaign.workdays import DaysOff, next_working_day, previous_working_day, years_around

_WEDNESDAY = 2


@dataclass(frozen=True)
class Days:
    """Days counted from `today`: the ceremony is on the first working day three weeks on."""

    today: date

    @cached_property
    def ceremony(self) -> date:
        """Day of the ceremony."""
        return next_working_day(self.today + timedelta(days=20), self._off)

    @cached_property
    def service(self) -> date:
        """The first Wednesday after the ceremony, when the model begins."""
        return self.ceremony + timedelta(days=(_WEDNESDAY - self.ceremony.weekday() - 1) % 7 + 1)

    @cached_property
    def first(self) -> date:
        """Today; on a day off the working day after it."""
        return next_working_day(self.today - timedelta(days=1), self._off)

    def before(self, days: int) -> date:
        """T minus `days`; on a day off, the working day before it, but never today or past. Negative: after the ceremony."""
        return max(next_working_day(self.today, self._off), self._until(self.ceremony - timedelta(days=days)))

    def ago(self, days: int) -> date:
        """The working day at least `days` before today."""
        return self._until(self.today - timedelta(days=days))

    @cached_property
    def _off(self) -> DaysOff:
        return days_off(years_around([self.today]))

    def _until(self, day: date) -> date:
        return day if self._off.is_working_day(day) else previous_working_day(day, self._off)
