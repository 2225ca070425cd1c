"""Rules of ceremonies: what a draft must keep to, when each step starts, what is worth a warning. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

from campaign.ceremonies import phrases
from campaign.errors import Problem
from campaign.vietnamese import capitalise_first, short_date, spoken_date, spoken_time
from campaign.workdays import DaysOff

SHORTEST, LONGEST = 1, 600  # minutes of one step


@dataclass(frozen=True)
class CeremonyDraft:
    """A ceremony as typed: office time (Asia/Ho_Chi_Minh), within one day; without `ends` its programme says when it ends."""

    title: str
    day: date
    starts: time
    venue: str
    ends: time | None = None
    chair: str | None = None
    dress: str | None = None
    arrive_early: int = 15
    contact: str | None = None
    note: str | None = None

    @property
    def starts_at(self) -> datetime:
        """Day and hour of the announced start."""
        return datetime.combine(self.day, self.starts)

    @property
    def ends_at(self) -> datetime | None:
        """Day and hour of the announced end, when there is one."""
        return datetime.combine(self.day, self.ends) if self.ends else None


@dataclass(frozen=True)
class ItemDraft:
    """A step of the programme as typed; its start is never typed."""

    title: str
    minutes: int
    before_start: bool = False
    performer: str | None = None
    unit_id: int | None = None
    script: str | None = None
    cue: str | None = None
    note: str | None = None


class Step(Protocol):
    """What the clock needs of a step."""

    @property
    def minutes(self) -> int: ...
    @property
    def before_start(self) -> bool: ...


class Dated(Protocol):
    """Anything that starts at a moment."""

    @property
    def starts_at(self) -> datetime: ...


AnyDated = TypeVar("AnyDated", bound=Dated)


@dataclass(frozen=True)
class Span:
    """From when to when, office time."""

    starts_at: datetime
    ends_at: datetime


USUAL_PROGRAMME = tuple(
    ItemDraft(title, minutes, before, performer, script=script, cue=cue)
    for title, minutes, before, performer, script, cue in phrases.USUAL_PROGRAMME
)


def main_ceremony(ceremonies: Iterable[AnyDated], today: date) -> AnyDated | None:
    """The one to look forward to: the next from today on, else the last that was; None of none."""
    in_order = sorted(ceremonies, key=lambda ceremony: ceremony.starts_at)
    coming = [ceremony for ceremony in in_order if ceremony.starts_at.date() >= today]
    return next(iter(coming or in_order[-1:]), None)


def check(draft: CeremonyDraft) -> list[Problem]:
    """Problems of a ceremony's draft."""
    if draft.ends and draft.ends <= draft.starts:
        hours = {"ends": spoken_time(draft.ends), "starts": spoken_time(draft.starts)}
        return [Problem("ends", phrases.ENDS_BEFORE_START.format(**hours))]
    return []


def check_day(draft: CeremonyDraft, day: date) -> list[Problem]:
    """A ceremony that stands on `day` is not moved to another by editing: what counts from its day would be left behind."""
    return [] if draft.day == day else [Problem("day", phrases.DAY_IS_MOVED)]


def check_item(draft: ItemDraft, unit_ids: Collection[int], announced: Span | None) -> list[Problem]:
    """Problems of a step, among the agency's units and within the ceremony's announced span, if it has an end."""
    problems = []
    if not SHORTEST <= draft.minutes <= LONGEST:
        problems.append(Problem("minutes", phrases.MINUTES_RANGE.format(low=SHORTEST, high=LONGEST)))
    elif announced and not draft.before_start and draft.minutes > (total := _minutes(announced)):
        numbers = {"minutes": draft.minutes, "total": total}
        problems.append(Problem("minutes", phrases.LONGER_THAN_CEREMONY.format(**numbers)))
    if draft.unit_id is not None and draft.unit_id not in unit_ids:
        problems.append(Problem("unit_id", phrases.UNKNOWN_UNIT))
    return problems


def announced(starts_at: datetime, ends_at: datetime | None) -> Span | None:
    """The span a ceremony announces; None while its end is left to the programme."""
    return Span(starts_at, ends_at) if ends_at else None


def total_minutes(steps: Sequence[Step]) -> int:
    """Minutes from the announced start to the last step's end; reception before it does not count."""
    return sum(step.minutes for step in steps if not step.before_start)


def run(starts_at: datetime, steps: Sequence[Step]) -> list[Span]:
    """When each step begins and ends, in the order given.

    Steps before the announced hour are laid backwards so that the last of them ends then; the others follow it.
    """
    early = sum(step.minutes for step in steps if step.before_start)
    clocks = {True: starts_at - timedelta(minutes=early), False: starts_at}
    spans = []
    for step in steps:
        begins = clocks[step.before_start]
        clocks[step.before_start] = begins + timedelta(minutes=step.minutes)
        spans.append(Span(begins, clocks[step.before_start]))
    return spans


def end_of(starts_at: datetime, ends_at: datetime | None, steps: Sequence[Step]) -> datetime | None:
    """The announced end, else the programme's; None when there is neither."""
    minutes = total_minutes(steps)
    return ends_at or (starts_at + timedelta(minutes=minutes) if minutes else None)


def overrun(starts_at: datetime, ends_at: datetime | None, steps: Sequence[Step]) -> int:
    """Minutes by which the programme is longer than announced; 0 when it fits or nothing is announced."""
    span = announced(starts_at, ends_at)
    return max(0, total_minutes(steps) - _minutes(span)) if span else 0


def warnings(
    starts_at: datetime, ends_at: datetime | None, steps: Sequence[Step], days_off: DaysOff, today: date
) -> list[str]:
    """Sentences about what is allowed but worth a second look: a day off, a past day, a programme too long."""
    day = starts_at.date()
    said = []
    if name := days_off.reason(day):
        said.append(phrases.DAY_OFF.format(day=capitalise_first(spoken_date(day)), name=name))
    elif not days_off.is_working_day(day):
        said.append(phrases.WEEKEND.format(day=capitalise_first(spoken_date(day))))
    if day < today:
        said.append(phrases.PAST.format(day=short_date(day)))
    if minutes := overrun(starts_at, ends_at, steps):
        said.append(phrases.OVERRUN.format(minutes=minutes))
    return said


def changed(before: Mapping[int, Span], after: Mapping[int, Span]) -> set[int]:
    """Keys of the steps both hold whose time has moved: their calendar copies are out of date (RFC 5546 2.1.4)."""
    return {key for key, span in after.items() if key in before and before[key] != span}


def _minutes(span: Span) -> int:
    return int((span.ends_at - span.starts_at).total_seconds()) // 60
