"""What a leader asks of a campaign: are we on time, which units are stuck, what is new. Pure; the day is handed in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from campaign.glossary import TaskClass
from campaign.overview import phrases
from campaign.overview.rules.attention import SOON, Duty, late
from campaign.tasks.rules.standing import class_of, is_running
from campaign.workdays import DaysOff, working_days_between

SILENT = 5  # working days without a word from a unit that has pressing tasks
SHOWN = 4  # of each kind of news


@dataclass(frozen=True)
class Verdict:
    """Are we on time? A sentence, and how many tasks there are in each official class."""

    on_time: bool
    sentence: str
    classes: Mapping[TaskClass, int]


@dataclass(frozen=True)
class Stuck:
    """A unit with pressing tasks that has said nothing for so many working days, and since when.

    `heard`: it has spoken before; otherwise `since` is the day its tasks were given.
    """

    unit_id: int
    unit: str
    since: date
    days: int
    late: int
    soon: int
    heard: bool


@dataclass(frozen=True)
class Piece:
    """One thing that is new: of what, what happened to it, who did it and when; `task_id` when a task's page tells more."""

    at: datetime
    who: str
    title: str
    words: str
    task_id: int | None = None


@dataclass(frozen=True)
class News:
    """New things of one kind, the newest first, and how many more there are than are shown."""

    heading: str
    pieces: Sequence[Piece]
    more: int


def verdict(duties: Sequence[Duty], today: date) -> Verdict | None:
    """How the tasks that are to be done stand; None when there are none."""
    found = (class_of(duty.deadline, duty.status, duty.done_on, today) for duty in duties)
    classes = Counter(each for each in found if each is not None)
    if not classes:
        return None
    behind = [duty for duty in duties if late(duty, today)]
    running = classes[TaskClass.RUNNING_IN_TIME] + len(behind)
    if behind:
        worst = min(behind, key=lambda duty: duty.deadline or today)
        days = (today - (worst.deadline or today)).days
        sentence = phrases.BEHIND.format(late=len(behind), running=running, days=days, unit=worst.unit)
    elif running:
        sentence = phrases.ON_TIME.format(running=running)
    else:
        sentence = phrases.ALL_DONE.format(done=classes.total())
    return Verdict(not behind, sentence, {kind: classes[kind] for kind in TaskClass})


def stuck(duties: Iterable[Duty], heard: Mapping[int, date], today: date, days_off: DaysOff) -> list[Stuck]:
    """Units with tasks late or due within seven days that have been silent for SILENT working days, the longest first.

    `heard`: the day each unit last said something of the campaign's tasks, by id.
    """
    pressing: dict[int, list[Duty]] = {}
    for duty in duties:
        if is_running(duty.status) and duty.deadline is not None and duty.deadline <= today + SOON:
            pressing.setdefault(duty.unit_id, []).append(duty)
    found = [_silence(own, heard.get(unit_id), today, days_off) for unit_id, own in pressing.items()]
    return sorted((each for each in found if each.days >= SILENT), key=lambda each: (-each.days, each.unit))


def gathered(pieces: Mapping[str, Iterable[Piece]]) -> list[News]:
    """News by heading, the newest first, SHOWN of each; headings without any are left out."""
    listed = {
        heading: sorted(found, key=lambda piece: piece.at, reverse=True) for heading, found in pieces.items()
    }
    return [
        News(heading, found[:SHOWN], max(len(found) - SHOWN, 0)) for heading, found in listed.items() if found
    ]


def _silence(own: Sequence[Duty], heard: date | None, today: date, days_off: DaysOff) -> Stuck:
    """How long the unit that leads those tasks has been silent: since it last spoke, or since it has them."""
    given = min(duty.given_on for duty in own)
    since = max(heard, given) if heard else given
    behind = sum(late(duty, today) for duty in own)
    return Stuck(
        unit_id=own[0].unit_id,
        unit=own[0].unit,
        since=since,
        days=working_days_between(since, today, days_off),
        late=behind,
        soon=len(own) - behind,
        heard=heard is not None and heard >= given,
    )
