"""Rules of an office's own days off and worked days, and how they overrule the public calendar. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from campaign.errors import Problem
from campaign.glossary import DayOffKind, DayOffShift
from campaign.people import phrases
from campaign.vietnamese import short_date
from campaign.workdays import DaysOff

LONGEST = 31  # days of one entry


@dataclass(frozen=True)
class DayOffDraft:
    """What an office says of a day, as typed; `source` is the paper that says so."""

    day: date
    kind: DayOffKind
    name: str
    source: str | None = None


@dataclass(frozen=True)
class DaysOffDraft(DayOffDraft):
    """The same of each day from `day` to `last_day`, or of `day` alone."""

    last_day: date | None = None

    @property
    def each(self) -> list[DayOffDraft]:
        """One draft for every day; none when the last lies before the first."""
        count = ((self.last_day or self.day) - self.day).days + 1
        days = (self.day + timedelta(days=n) for n in range(count))
        return [DayOffDraft(day, self.kind, self.name, self.source) for day in days]


@dataclass(frozen=True)
class ConfirmationDraft:
    """The paper that confirms the public calendar of a year."""

    source: str


@dataclass(frozen=True)
class ShiftDraft:
    """Where an office's due days go that fall on a day off."""

    due_shift: DayOffShift


class Ruling(Protocol):
    """What an office says of one day."""

    @property
    def day(self) -> date: ...
    @property
    def kind(self) -> DayOffKind: ...
    @property
    def name(self) -> str: ...


def check(draft: DayOffDraft, taken: Collection[date]) -> list[Problem]:
    """Problems of one day among the others the office has said something of."""
    told = phrases.DAY_TAKEN.format(days=short_date(draft.day))
    return [Problem("day", told)] if draft.day in taken else []


def check_span(draft: DaysOffDraft, taken: Collection[date]) -> list[Problem]:
    """Problems of several days among those the office has said something of."""
    days = [each.day for each in draft.each]
    if not days:
        return [Problem("last_day", phrases.LAST_DAY_FIRST.format(day=short_date(draft.day)))]
    if len(days) > LONGEST:
        return [Problem("last_day", phrases.TOO_MANY_DAYS.format(count=len(days), most=LONGEST))]
    double = ", ".join(short_date(day) for day in days if day in taken)
    return [Problem("day", phrases.DAY_TAKEN.format(days=double))] if double else []


def merge(seed: DaysOff, rulings: Iterable[Ruling]) -> DaysOff:
    """The public calendar with the office's rulings, which count where the two differ."""
    holidays, worked = dict(seed.holidays), set(seed.worked)
    for ruling in rulings:
        if ruling.kind is DayOffKind.WORKED:
            holidays.pop(ruling.day, None)
            worked.add(ruling.day)
        else:
            holidays[ruling.day] = ruling.name
            worked.discard(ruling.day)
    return DaysOff(holidays, frozenset(worked))


def unconfirmed(seed: DaysOff, year: int, taken: Collection[date]) -> list[DayOffDraft]:
    """The public calendar of a year as drafts, by day, without the days the office has said something of."""
    found = [DayOffDraft(day, _kind(name), name) for day, name in seed.holidays.items()]
    found += [DayOffDraft(day, DayOffKind.WORKED, phrases.WORKED_NAME) for day in seed.worked]
    return sorted(
        (draft for draft in found if draft.day.year == year and draft.day not in taken),
        key=lambda draft: draft.day,
    )


def _kind(name: str) -> DayOffKind:
    """Compensatory days are told by the names the public calendar gives them."""
    return DayOffKind.COMPENSATORY if any(sign in name for sign in phrases.COMPENSATORY) else DayOffKind.OFF
