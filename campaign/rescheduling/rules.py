"""What moves when a ceremony moves, where to, what stays and why. Pure; days off and today are handed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from campaign.errors import Problem
from campaign.glossary import DayOffShift, DayUnit
from campaign.rescheduling import phrases
from campaign.workdays import DaysOff, Offset, due_day, offset_of


class Kind(Enum):
    """What is dated beside the ceremony itself."""

    TASK = "task"
    PUBLICITY = "publicity"


@dataclass(frozen=True)
class Dated:
    """A task or publicity activity with its day; `offset` when it is counted from this ceremony, `ends_on` for a span.

    `stays` names why it may not move: done, pinned, counted from another ceremony.
    """

    kind: Kind
    id: int
    title: str
    unit: str
    day: date
    ends_on: date | None = None
    offset: Offset | None = None
    stays: str | None = None


@dataclass(frozen=True)
class Move:
    """A dated thing with the day it would get, and what is odd about that day."""

    dated: Dated
    day: date
    ends_on: date | None
    warnings: Sequence[str]


@dataclass(frozen=True)
class Outlook:
    """The whole preview: what moves, what stays with its reason, and what is odd about the new day itself."""

    moves: Sequence[Move]
    stays: Sequence[tuple[Dated, str]]
    warnings: Sequence[str]


@dataclass(frozen=True)
class Frame:
    """From when to when the ceremony moves, and the calendar it moves on."""

    before: datetime
    after: datetime
    days_off: DaysOff
    shift: DayOffShift
    today: date


@dataclass(frozen=True)
class MoveDraft:
    """A move as chosen: the new start (office time), why, what shall stay though it could move, and whether to draft the notice."""

    starts_at: datetime
    reason: str | None = None
    keep_tasks: Sequence[int] = ()
    keep_publicity: Sequence[int] = ()
    draft_notice: bool = True


def check_start(before: datetime, after: datetime, today: date) -> list[Problem]:
    """Problems of a new start: the same as before, or past; where a ceremony already past was is put right freely."""
    if after == before:
        return [Problem("day", phrases.SAME_START)]
    return [Problem("day", phrases.PAST)] if after.date() < today <= before.date() else []


def outlook(things: Iterable[Dated], frame: Frame) -> Outlook:
    """What would move and what would stay, each in order of its present day."""
    moves: list[Move] = []
    stays: list[tuple[Dated, str]] = []
    for dated in sorted(things, key=lambda dated: (dated.day, dated.kind.value, dated.id)):
        if dated.stays:
            stays.append((dated, dated.stays))
            continue
        move = moved(dated, frame)
        if (move.day, move.ends_on) == (dated.day, dated.ends_on):
            stays.append((dated, phrases.SAME_DAY))
        else:
            moves.append(move)
    return Outlook(moves, stays, _oddities(frame.after.date(), frame))


def moved(dated: Dated, frame: Frame) -> Move:
    """Where one thing moves: by its own offset, else by as many working days as it lies from the ceremony now."""
    before, after = frame.before.date(), frame.after.date()
    if dated.kind is Kind.PUBLICITY:
        by = after - before
        day, ends_on = dated.day + by, dated.ends_on + by if dated.ends_on else None
        return Move(dated, day, ends_on, _past(day, frame))
    offset = dated.offset or offset_of(before, dated.day, DayUnit.WORKING, frame.days_off)
    day = due_day(after, offset, frame.days_off, frame.shift)
    return Move(dated, day, None, _oddities(day, frame))


def _oddities(day: date, frame: Frame) -> list[str]:
    odd = _past(day, frame)
    if not frame.days_off.is_working_day(day):
        name = frame.days_off.reason(day)
        odd.append(phrases.HOLIDAY.format(name=name) if name else phrases.WEEKEND)
    return odd


def _past(day: date, frame: Frame) -> list[str]:
    return [phrases.IN_THE_PAST] if day < frame.today else []
