"""Bars of the timeline in lanes: as few as keep bars and their words apart. Pure geometry in SVG units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from campaign.overview.rules.attention import Duty

GAP = 8  # between a bar and its words, and between neighbours in a lane
ROOM = 22  # between a bar that an arrow comes to and the words before it
_LETTER = 0.56  # width of a letter, of the font's size: wide enough for the words of a plan
_FEWEST = 12  # letters; a bar whose words have less room has none


@dataclass(frozen=True)
class Look:
    """The sizes of a picture; words are written at the bars when `font` is not 0."""

    width: int = 1130
    left: int = 232  # room for the units' names
    top: int = 52  # room for dates and for the words on the lines
    lane: int = 16  # one bar with the gap under it
    bar: int = 10
    font: float = 0
    week: int = 46  # width that a date needs
    name_limit: int = 30  # letters of a unit's name
    most: int = 1_000_000  # height of one picture


OVERVIEW = Look()
# On a projector and on A4 that lies: a letter is 2 % of the height of the screen, 8 points on paper.
WALL = Look(width=1400, left=214, top=58, lane=27, bar=21, font=15, week=52, name_limit=26, most=690)


@dataclass(frozen=True)
class Words:
    """A task's words: where they begin (or, `ends`, where they end), and whether they stand in the bar."""

    text: str
    x: float
    ends: bool = False
    inside: bool = False


@dataclass(frozen=True)
class Bar:
    """A task's bar; `state` is done, doing, late or idle."""

    duty: Duty
    state: str
    x: float
    y: float
    width: float
    height: float
    words: Words | None = None

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Its height's middle."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Placed:
    """A bar from `x` to `end` that has no height yet, and its words."""

    duty: Duty
    state: str
    x: float
    end: float
    words: Words | None = None
    taken: tuple[float, float] = (0, 0)  # with its words

    def bar(self, look: Look, y: float) -> Bar:
        """The bar at that height."""
        return Bar(self.duty, self.state, self.x, y, round(self.end - self.x, 1), look.bar, self.words)


def in_lanes(bars: Iterable[Placed], look: Look, right: float) -> list[list[Placed]]:
    """The bars of one unit in lanes, what is due first on top; nothing reaches past `right`.

    A task does not stand in the lane of the one it waits for: the arrow between them would cross its words.
    """
    lanes: list[list[Placed]] = []
    for bar in sorted(bars, key=lambda bar: (bar.duty.deadline, bar.duty.number)):
        placed = _worded(replace(bar, end=max(bar.end, bar.x + look.bar / 2)), look, right)
        free = (lane for lane in lanes if _fits(placed, lane))
        lane = next(free, None)
        if lane is None:
            lanes.append([placed])
        else:
            lane.append(placed)
    return lanes


def _fits(placed: Placed, lane: Sequence[Placed]) -> bool:
    begins, ends = placed.taken
    return all(
        (other.taken[1] <= begins or ends <= other.taken[0]) and placed.duty.after_id != other.duty.id
        for other in lane
    )


def _worded(placed: Placed, look: Look, right: float) -> Placed:
    """The bar with its words: in it where they fit, else after it, else before it, else cut to the widest of these."""
    if not look.font:
        return replace(placed, taken=(placed.x, placed.end))
    letter = look.font * _LETTER
    text = f"{placed.duty.number}. {placed.duty.text}"
    gap = ROOM if placed.duty.after_id else GAP
    rooms = (placed.end - placed.x - 2 * GAP, right - placed.end - GAP, placed.x - look.left - GAP - gap)
    need = len(text) * letter
    place = next((place for place, room in enumerate(rooms) if room >= need), rooms.index(max(rooms)))
    if rooms[place] < min(need, _FEWEST * letter):
        return replace(placed, taken=(placed.x, placed.end))
    text = shorten(text, int(rooms[place] / letter), placeholder="…")
    length = len(text) * letter
    words, taken = (
        (Words(text, placed.x + GAP, inside=True), (placed.x, placed.end)),
        (Words(text, placed.end + GAP), (placed.x, placed.end + 2 * GAP + length)),
        (Words(text, placed.x - gap, ends=True), (placed.x - gap - GAP - length, placed.end)),
    )[place]
    return replace(placed, words=words, taken=taken)
