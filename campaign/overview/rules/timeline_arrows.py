"""Arrows of the timeline: from a task to the one that waits for it, as elbows that leave words alone. Pure geometry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from campaign.overview.rules.timeline_lanes import Bar

_STEP = 9  # how far from a bar's end a line leaves it, and how long an arrow's last stretch is
_HEAD = 6  # length of an arrow's head; half as wide


@dataclass(frozen=True)
class Arrow:
    """The line and the head of an arrow, as paths."""

    line: str
    head: str


@dataclass(frozen=True)
class Afar:
    """A head at a bar whose earlier task stands on another picture, with that task's number ending at `x`."""

    number: int
    x: float
    y: float
    head: str


def from_afar(bars: Mapping[int, Bar], numbers: Mapping[int, int]) -> Iterator[Afar]:
    """A head for each bar that waits for a task of another picture; `numbers` are those of all tasks drawn, by id."""
    for bar in bars.values():
        before = bar.duty.after_id
        if before is not None and before in numbers and before not in bars:
            head = f"M{bar.x:g} {bar.middle:g}l{-_HEAD} {-_HEAD / 2:g}v{_HEAD}z"
            yield Afar(numbers[before], round(bar.x - _HEAD - 1, 1), bar.middle, head)


def arrows(bars: Mapping[int, Bar]) -> Iterator[Arrow]:
    """An arrow for each bar whose earlier task is among the bars (by task id)."""
    for bar in bars.values():
        before = None if bar.duty.after_id is None else bars.get(bar.duty.after_id)
        if before is not None:
            yield _arrow(before, bar)


def _arrow(before: Bar, after: Bar) -> Arrow:
    """Down (or up) from the end of the earlier bar, then right into the beginning of the later one.

    Where the later one begins too early for that, straight into it from above or below.
    """
    is_below = after.middle > before.middle
    start = before.y + before.height if is_below else before.y
    x = min(before.right, after.x) - _STEP
    if x >= before.x:
        line = f"M{x:g} {start:g}V{after.middle:g}H{after.x - _HEAD:g}"
        return Arrow(line, f"M{after.x:g} {after.middle:g}l{-_HEAD} {-_HEAD / 2:g}v{_HEAD}z")
    x = min(max(before.right - _STEP, after.x + _STEP), after.right)
    edge, back = (after.y, -_HEAD) if is_below else (after.y + after.height, _HEAD)
    out = before.right - before.x < x - before.x
    line = f"M{before.right:g} {before.middle:g}H{x:g}" if out else f"M{x:g} {start:g}"
    return Arrow(f"{line}V{edge + back:g}", f"M{x:g} {edge:g}l{-_HEAD / 2:g} {back}h{_HEAD}z")
