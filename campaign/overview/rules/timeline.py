"""The picture of a campaign's tasks: one band per unit, a bar per task, the ceremony's line. Pure geometry in SVG units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import shorten

from campaign.glossary import TaskStatus
from campaign.overview.rules.attention import Duty, late
from campaign.tasks.rules.standing import is_finished

WIDTH = 1130
LEFT = 232  # room for the units' names
RIGHT = 16
TOP = 52  # room for dates and for the words on the lines
LANE = 16  # one bar with the gap under it
BAR = 10
PADDING = 8  # above and below the lanes of a unit
SHORTEST = timedelta(days=2)  # of a bar, so that it can be seen
MARGIN = timedelta(days=4)  # after the last day shown
LONGEST = 400  # days; what began earlier starts at the edge
WEEK_NEEDS = 46  # units of width that a date needs
NAME_LIMIT = 30
_IDLE = {TaskStatus.OPEN, TaskStatus.PAUSED}


@dataclass(frozen=True)
class Bar:
    """A task's bar; `state` is done, doing, late or idle."""

    duty: Duty
    state: str
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Band:
    """A unit with its bars, from `y` on."""

    name: str
    y: float
    height: float
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Mark:
    """A day on the axis."""

    day: date
    x: float


@dataclass(frozen=True)
class Timeline:
    """The whole picture; `weekends` are the left edges of Saturdays, `weekend_width` covers both days."""

    height: float
    bands: Sequence[Band]
    weeks: Sequence[Mark]
    weekends: Sequence[float]
    weekend_width: float
    today: Mark
    ceremonies: Sequence[Mark]


@dataclass(frozen=True)
class _Axis:
    """Days on the horizontal: `first` is a Monday."""

    first: date
    days: int

    def x(self, day: date) -> float:
        place = min(max((day - self.first).days, 0), self.days)
        return round(LEFT + place * self.scale, 1)

    @property
    def scale(self) -> float:
        return (WIDTH - LEFT - RIGHT) / self.days


def draw(duties: Iterable[Duty], ceremony_days: Sequence[date], today: date) -> Timeline | None:
    """The timeline of the tasks that have a day, units in the order given; None when no task has one."""
    dated = [duty for duty in duties if duty.deadline and duty.status is not TaskStatus.DROPPED]
    if not dated:
        return None
    spans = {duty.id: _span(duty, today) for duty in dated}
    axis = _axis([day for span in spans.values() for day in span] + [*ceremony_days, today])
    bands, y = [], float(TOP)
    for unit_id in dict.fromkeys(duty.unit_id for duty in dated):
        band = _band([duty for duty in dated if duty.unit_id == unit_id], spans, axis, y, today)
        bands.append(band)
        y += band.height
    step = 7 * max(1, -(-WEEK_NEEDS // int(7 * axis.scale + 1)))
    mondays = [axis.first + timedelta(days=days) for days in range(0, axis.days, 7)]
    return Timeline(
        height=y + PADDING,
        bands=bands,
        weeks=[Mark(day, axis.x(day)) for day in mondays[:: step // 7]],
        weekends=[axis.x(monday + timedelta(days=5)) for monday in mondays],
        weekend_width=round(2 * axis.scale, 1),
        today=Mark(today, axis.x(today)),
        ceremonies=[Mark(day, axis.x(day)) for day in sorted(set(ceremony_days))],
    )


def state(duty: Duty, today: date) -> str:
    """done, late, doing or idle: how a task's bar is coloured and what its title says."""
    if is_finished(duty.status):
        return "done"
    if late(duty, today):
        return "late"
    return "idle" if duty.status in _IDLE else "doing"


def _span(duty: Duty, today: date) -> tuple[date, date]:
    """From the day the task was given to its due day; done work ends when it was done, late work reaches today."""
    due = duty.deadline or today
    if is_finished(duty.status):
        due = duty.done_on or due
    elif late(duty, today):
        due = today
    return min(duty.given_on, due - SHORTEST), due + timedelta(days=1)


def _axis(days: Sequence[date]) -> _Axis:
    last = max(days) + MARGIN
    first = max(min(days), last - timedelta(days=LONGEST))
    first -= timedelta(days=first.weekday())
    return _Axis(first, (last - first).days)


def _band(
    duties: Sequence[Duty], spans: dict[int, tuple[date, date]], axis: _Axis, y: float, today: date
) -> Band:
    """Bars in as few lanes as keep them apart."""
    lanes: list[date] = []  # the day each lane is free again
    bars = []
    for duty in sorted(duties, key=lambda duty: (spans[duty.id], duty.id)):
        begins, ends = spans[duty.id]
        lane = next((place for place, free in enumerate(lanes) if free <= begins), len(lanes))
        lanes[lane : lane + 1] = [ends]
        x = axis.x(begins)
        top = y + PADDING + lane * LANE + (LANE - BAR) / 2
        bars.append(Bar(duty, state(duty, today), x, top, round(max(axis.x(ends) - x, BAR / 2), 1)))
    name = shorten(duties[0].unit, NAME_LIMIT, placeholder="…")
    return Band(name, y, 2 * PADDING + len(lanes) * LANE, bars)
