"""The picture of a campaign's tasks: one band per unit, a bar per task, the ceremony's line. Pure geometry in SVG units."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from textwrap import shorten

from campaign.glossary import TaskStatus
from campaign.overview.rules.attention import Duty, late
from campaign.overview.rules.timeline_arrows import Afar, Arrow, arrows, from_afar
from campaign.overview.rules.timeline_lanes import OVERVIEW, Bar, Look, Placed, in_lanes
from campaign.tasks.rules.standing import is_finished
from campaign.workdays import DaysOff

RIGHT = 16
PADDING = 8  # above and below the lanes of a unit
SHORTEST = timedelta(days=2)  # of a bar, so that it can be seen
MARGIN = timedelta(days=4)  # after the last day shown
LONGEST = 400  # days; what began earlier starts at the edge
_DAY = timedelta(days=1)
_IDLE = {TaskStatus.OPEN, TaskStatus.PAUSED}


@dataclass(frozen=True)
class Calendar:
    """The days a picture is drawn by: today, the ceremonies, and which days the office is off."""

    today: date
    ceremonies: Sequence[date] = ()
    days_off: DaysOff = field(default_factory=DaysOff)


@dataclass(frozen=True)
class Band:
    """A unit with its bars, from `y` on; `again`: its other bars stand on the picture before."""

    name: str
    y: float
    height: float
    bars: Sequence[Bar]
    again: bool = False


@dataclass(frozen=True)
class Mark:
    """A day on the axis."""

    day: date
    x: float


@dataclass(frozen=True)
class Rest:
    """Days off in a row, from `x` on."""

    x: float
    width: float


@dataclass(frozen=True)
class Timeline:
    """A whole picture."""

    look: Look
    height: float
    bands: Sequence[Band]
    arrows: Sequence[Arrow]
    afar: Sequence[Afar]
    weeks: Sequence[Mark]
    days_off: Sequence[Rest]
    today: Mark
    ceremonies: Sequence[Mark]


@dataclass(frozen=True)
class _Axis:
    """Days on the horizontal: `first` is a Monday."""

    look: Look
    first: date
    days: int

    def x(self, day: date) -> float:
        place = min(max((day - self.first).days, 0), self.days)
        return round(self.look.left + place * self.scale, 1)

    @property
    def scale(self) -> float:
        return (self.look.width - self.look.left - RIGHT) / self.days


@dataclass(frozen=True)
class _Strip:
    """Lanes of one unit that stand together on a picture."""

    unit: str
    lanes: Sequence[Sequence[Placed]]
    again: bool


def draw(duties: Iterable[Duty], calendar: Calendar, look: Look = OVERVIEW) -> list[Timeline]:
    """The pictures of the tasks that have a day, units in the order given; none when no task has one.

    One picture, or as many as keep each under the look's height; all have the same axis.
    """
    dated = [duty for duty in duties if duty.deadline and duty.status is not TaskStatus.DROPPED]
    if not dated:
        return []
    spans = _spans(dated, calendar.today)
    axis = _axis(
        look, [day for span in spans.values() for day in span] + [*calendar.ceremonies, calendar.today]
    )
    strips = []
    for unit_id in dict.fromkeys(duty.unit_id for duty in dated):
        own = [duty for duty in dated if duty.unit_id == unit_id]
        placed = [
            Placed(duty, state(duty, calendar.today), axis.x(spans[duty.id][0]), axis.x(spans[duty.id][1]))
            for duty in own
        ]
        strips.append(_Strip(own[0].unit, in_lanes(placed, look, look.width - RIGHT), again=False))
    numbers = {duty.id: duty.number for duty in dated}
    return [_picture(sheet, axis, calendar, numbers) for sheet in _sheets(strips, look)]


def state(duty: Duty, today: date) -> str:
    """done, late, doing or idle: how a task's bar is coloured and what its title says."""
    if is_finished(duty.status):
        return "done"
    if late(duty, today):
        return "late"
    return "idle" if duty.status in _IDLE else "doing"


def _spans(duties: Sequence[Duty], today: date) -> dict[int, tuple[date, date]]:
    """First day of each task and the day after its last, by id: from the day it was given, or the one it could begin.

    Done work ends when it was done, late work reaches today; what must wait for another task begins after that one.
    """
    by_id = {duty.id: duty for duty in duties}

    def end(duty: Duty) -> date:
        if is_finished(duty.status) and duty.done_on:
            return duty.done_on
        return today if late(duty, today) else duty.deadline or today

    def span(duty: Duty) -> tuple[date, date]:
        due, begins = end(duty), duty.given_on
        if duty.after_id in by_id:
            begins = max(begins, end(by_id[duty.after_id]) + _DAY)
        return min(begins, due - SHORTEST), due + _DAY

    return {duty.id: span(duty) for duty in duties}


def _axis(look: Look, days: Sequence[date]) -> _Axis:
    last = max(days) + MARGIN
    first = max(min(days), last - timedelta(days=LONGEST))
    first -= timedelta(days=first.weekday())
    return _Axis(look, first, (last - first).days)


def _sheets(strips: Iterable[_Strip], look: Look) -> Iterator[list[_Strip]]:
    """Strips of lanes, a list for each picture; a unit with more lanes than are left goes on on the next one."""
    sheet: list[_Strip] = []
    room = look.most - look.top - PADDING
    for strip in strips:
        lanes = list(strip.lanes)
        again = False
        while lanes:
            fit = int((room - 2 * PADDING) // look.lane)
            enough = fit >= min(len(lanes), 2)
            if not enough and sheet:
                yield sheet
                sheet, room = [], look.most - look.top - PADDING
                continue
            taken, lanes = lanes[: max(fit, 1)], lanes[max(fit, 1) :]
            sheet.append(_Strip(strip.unit, taken, again))
            room -= 2 * PADDING + len(taken) * look.lane
            again = True
    if sheet:
        yield sheet


def _picture(
    strips: Sequence[_Strip], axis: _Axis, calendar: Calendar, numbers: Mapping[int, int]
) -> Timeline:
    look, bands, y = axis.look, [], float(axis.look.top)
    for strip in strips:
        band = _band(strip, look, y)
        bands.append(band)
        y += band.height
    bars = {bar.duty.id: bar for band in bands for bar in band.bars}
    return Timeline(
        look=look,
        height=y + PADDING,
        bands=bands,
        arrows=list(arrows(bars)),
        afar=list(from_afar(bars, numbers)),
        weeks=_weeks(axis),
        days_off=_rests(axis, calendar.days_off),
        today=Mark(calendar.today, axis.x(calendar.today)),
        ceremonies=[Mark(day, axis.x(day)) for day in sorted(set(calendar.ceremonies))],
    )


def _band(strip: _Strip, look: Look, y: float) -> Band:
    bars = [
        placed.bar(look, y + PADDING + lane * look.lane + (look.lane - look.bar) / 2)
        for lane, held in enumerate(strip.lanes)
        for placed in held
    ]
    name = shorten(strip.unit, look.name_limit, placeholder="…")
    return Band(name, y, 2 * PADDING + len(strip.lanes) * look.lane, bars, strip.again)


def _weeks(axis: _Axis) -> list[Mark]:
    """Mondays far enough apart for their dates to be read."""
    step = max(1, -(-axis.look.week // int(7 * axis.scale + 1)))
    mondays = [axis.first + timedelta(days=days) for days in range(0, axis.days, 7)]
    marks = [Mark(day, axis.x(day)) for day in mondays[::step]]
    return [mark for mark in marks if mark.x + axis.look.week <= axis.look.width] or marks[:1]


def _rests(axis: _Axis, days_off: DaysOff) -> list[Rest]:
    """Days the office does not work, in rows; a Saturday worked in exchange is none."""
    days = [axis.first + timedelta(days=count) for count in range(axis.days)]
    found = []
    for works, run in groupby(days, key=days_off.is_working_day):
        if not works:
            held = list(run)
            found.append(Rest(axis.x(held[0]), round(len(held) * axis.scale, 1)))
    return found
