"""A year of an office's working calendar as its page shows it: what is said of which day, and twelve small months. Pure."""

from calendar import Calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from campaign.glossary import DayOffKind
from campaign.people.rules.days_off import DayOffDraft, unconfirmed
from campaign.workdays import DaysOff


class Look(StrEnum):
    """How a day is drawn in the small months."""

    WORKING = "working"
    WEEKEND = "weekend"
    OFF = "off"
    WORKED = "worked"


@dataclass(frozen=True)
class Line:
    """One day of the list; without `own_id` it is of the public calendar, which says `otherwise` of the office's own days."""

    said: DayOffDraft
    own_id: int | None = None
    otherwise: str | None = None


@dataclass(frozen=True)
class Month:
    """A small month: its number and its weeks from Monday; a day of another month is None."""

    number: int
    weeks: Sequence[Sequence[tuple[date, Look] | None]]


def lines(seed: DaysOff, own: Mapping[int, DayOffDraft], year: int) -> list[Line]:
    """The public calendar of a year with the office's own days (by their ids) in the place of those they overrule."""
    of_office = [Line(draft, own_id, _otherwise(seed, draft)) for own_id, draft in own.items()]
    public = [Line(draft) for draft in unconfirmed(seed, year, {draft.day for draft in own.values()})]
    return sorted([*of_office, *public], key=lambda line: line.said.day)


def months(days_off: DaysOff, year: int) -> list[Month]:
    """The twelve months of a year, each day with its look."""
    calendar = Calendar()
    return [
        Month(month, [_week(week, month, days_off) for week in calendar.monthdatescalendar(year, month)])
        for month in range(1, 13)
    ]


def working_days(shown: Iterable[Month]) -> int:
    """How many days of those months are worked."""
    days = (cell for month in shown for week in month.weeks for cell in week if cell)
    return sum(look in (Look.WORKING, Look.WORKED) for _, look in days)


def _week(week: Iterable[date], month: int, days_off: DaysOff) -> list[tuple[date, Look] | None]:
    return [(day, _look(day, days_off)) if day.month == month else None for day in week]


def _look(day: date, days_off: DaysOff) -> Look:
    usual = DaysOff().is_working_day(day)
    if days_off.is_working_day(day):
        return Look.WORKING if usual else Look.WORKED
    return Look.OFF if usual or days_off.reason(day) else Look.WEEKEND


def _otherwise(seed: DaysOff, draft: DayOffDraft) -> str | None:
    """What the public calendar calls a day the office works, or the Saturday it rests though it is worked elsewhere."""
    public = unconfirmed(seed, draft.day.year, ())
    said = next((other for other in public if other.day == draft.day), None)
    differs = said and (said.kind is DayOffKind.WORKED) != (draft.kind is DayOffKind.WORKED)
    return said.name if said and differs else None
