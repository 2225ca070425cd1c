"""Due days counted from the ceremony, T: seven working days before it, two in the afternoon the day before.

The ceremony's own day is T and stays where it is, since whoever serves the ceremony works on its day.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from campaign.glossary import DayOffShift, DayUnit
from campaign.vietnamese import fold, parse_time, spoken_time
from campaign.workdays import phrases
from campaign.workdays.calendar import (
    DaysOff,
    add_working_days,
    next_working_day,
    previous_working_day,
    working_days_between,
)

_ON_THE_DAY = re.compile(phrases.ON_THE_DAY)
_SIGNED = re.compile(phrases.SIGNED)
_SPOKEN = tuple(map(re.compile, phrases.SPOKEN))


@dataclass(frozen=True)
class Offset:
    """A day counted from the ceremony: negative before it, 0 the day itself; `at` is an hour of that day, office time."""

    count: int
    unit: DayUnit = DayUnit.CALENDAR
    at: time | None = None


def due_day(
    ceremony_day: date, offset: Offset, days_off: DaysOff, shift: DayOffShift = DayOffShift.EARLIER
) -> date:
    """The day an offset falls on for a ceremony on that day.

    A day off is left by `shift`, but never past the ceremony: what must be ready before it stays before, what
    comes after it stays after, and goes the other way instead. Unless kept, the day is a working day or T itself.
    """
    if offset.unit is DayUnit.WORKING:
        return add_working_days(ceremony_day, offset.count, days_off)
    day = ceremony_day + timedelta(days=offset.count)
    if shift is DayOffShift.KEEP or day == ceremony_day or days_off.is_working_day(day):
        return day
    earlier, later = previous_working_day(day, days_off), next_working_day(day, days_off)
    if shift is DayOffShift.EARLIER:
        return later if earlier <= ceremony_day < day else earlier
    return earlier if day < ceremony_day <= later else later


def offset_of(ceremony_day: date, day: date, unit: DayUnit, days_off: DaysOff) -> Offset:
    """The offset that names `day`: what `due_day` undoes when nothing is shifted.

    In working days a day off cannot be named; its offset is that of the working day beside it, nearer to the ceremony.
    """
    if unit is DayUnit.WORKING:
        return Offset(working_days_between(ceremony_day, day, days_off), unit)
    return Offset((day - ceremony_day).days, unit)


def years_around(days: Iterable[date]) -> range:
    """The years whose days off matter for counting from those days: theirs, the one before and the one after."""
    years = [day.year for day in days]
    return range(min(years) - 1, max(years) + 2) if years else range(0)


def spoken_offset(offset: Offset) -> str:
    """The offset as offices write it: "T-7 ngày làm việc", "T-1, 14 giờ", "T+5", "ngày lễ (T)"."""
    if not offset.count:
        day = phrases.CEREMONY_DAY
    elif offset.unit is DayUnit.WORKING:
        day = phrases.COUNTED_IN.format(count=offset.count, unit=offset.unit.label)
    else:
        day = phrases.COUNTED.format(count=offset.count)
    return day if offset.at is None else phrases.AT.format(day=day, time=spoken_time(offset.at))


def read_offset(text: str) -> Offset | None:
    """The offset of "T-7 ngày làm việc", "T - 1, 14 giờ", "trước lễ 3 ngày", "ngày lễ"; None for anything else."""
    day, comma, hour = text.partition(",")
    try:
        at = parse_time(hour) if comma else None
    except ValueError:
        return None
    folded = fold(day)
    if _ON_THE_DAY.fullmatch(folded):
        return Offset(0, at=at)
    matches = (pattern.fullmatch(folded) for pattern in (_SIGNED, *_SPOKEN))
    found = next((match for match in matches if match), None)
    return _counted(found.groupdict(), at) if found else None


def _counted(found: dict[str, str | None], at: time | None) -> Offset:
    before = found.get("sign") == "-" or found.get("side") == phrases.BEFORE
    count = int(found["count"] or 0)
    unit = DayUnit.WORKING if found["unit"] == phrases.WORKING_UNIT else DayUnit.CALENDAR
    return Offset(-count if before else count, unit, at)
