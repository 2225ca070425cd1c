"""Who hears of which task on a day, and in which words. Pure; tasks, changes and the day are handed in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from textwrap import shorten

from campaign.glossary import TaskStatus, UpdateKind
from campaign.reminders import phrases
from campaign.tasks.rules.standing import ASIDE, is_running
from campaign.vietnamese import spoken_date

AHEAD = frozenset({-3, -1})  # days from its last day on which a task is called to mind
BEHIND = frozenset({1, 3, 7})  # days after it
TO_LEADER = frozenset(
    range(8, 400, 7)
)  # days after it on which the leader hears of it: the eighth, then once a week
SAID_AT_MOST = 200  # letters of what a unit said


class Why(Enum):
    """Why a task stands in a digest, the most pressing first."""

    LATE = 1
    TODAY = 2
    SOON = 3
    GIVEN = 4
    CHANGED = 5
    HELPED = 6  # led by another unit, which said something of it, or it changed


@dataclass(frozen=True)
class Duty:
    """A task with the names that go with it."""

    id: int
    text: str
    campaign: str
    unit_id: int
    unit: str
    deadline: date | None
    due_words: str | None
    status: TaskStatus
    helpers: Collection[int] = ()


@dataclass(frozen=True)
class Mine:
    """A unit's name, the tasks it leads and those it coordinates in."""

    unit: str
    led: Sequence[Duty]
    helped: Sequence[Duty] = ()


@dataclass(frozen=True)
class Span:
    """The days one digest speaks for: after the last working day, up to today. What falls on a day off is told after it."""

    since: date
    today: date

    def holds(self, deadline: date, days_after: Collection[int]) -> bool:
        """Does one of those days after the deadline (negative: before it) fall into the span?"""
        return any(self.since < deadline + timedelta(days=days) <= self.today for days in days_after)


@dataclass(frozen=True)
class News:
    """What happened since the unit last heard: ids of tasks given, of tasks changed by others, and a leading unit's words by task id."""

    given: Collection[int] = ()
    changed: Collection[int] = ()
    told: Mapping[int, str] = field(default_factory=dict)

    def tells_of(self, task_id: int) -> bool:
        """Did anything happen to the task?"""
        return task_id in self.told or task_id in self.given or task_id in self.changed


@dataclass(frozen=True)
class Letter:
    """Subject and plain text of a message."""

    subject: str
    body: str


_COUNTS = {
    Why.LATE: phrases.LATE,
    Why.TODAY: phrases.TODAY,
    Why.SOON: phrases.SOON,
    Why.GIVEN: phrases.GIVEN,
    Why.CHANGED: phrases.CHANGED,
    Why.HELPED: phrases.HELPED,
}
_SECTIONS = {
    Why.LATE: phrases.SECTION_LATE,
    Why.TODAY: phrases.SECTION_TODAY,
    Why.SOON: phrases.SECTION_SOON,
    Why.GIVEN: phrases.SECTION_GIVEN,
    Why.CHANGED: phrases.SECTION_CHANGED,
    Why.HELPED: phrases.SECTION_HELPED,
}


def why(duty: Duty, news: News, span: Span) -> Why | None:
    """Why the unit that leads the task hears of it today; None when it does not.

    Of what is finished nothing is said; of what was paused or dropped, that it was.
    """
    if duty.status in ASIDE and duty.id in news.changed:
        return Why.CHANGED
    if not is_running(duty.status):
        return None
    if duty.deadline is not None and (reason := _by_day(duty.deadline, span)):
        return reason
    if duty.id in news.given:
        return Why.GIVEN
    return Why.CHANGED if duty.id in news.changed else None


def _by_day(deadline: date, span: Span) -> Why | None:
    if deadline == span.today:
        return Why.TODAY
    if deadline < span.today:
        return Why.LATE if span.holds(deadline, BEHIND) else None
    return Why.SOON if span.holds(deadline, AHEAD) else None


def digest(mine: Mine, news: News, agency: str, span: Span) -> Letter | None:
    """The digest of one unit; None on a day without anything to say."""
    said: dict[Why, list[Duty]] = {reason: [] for reason in Why}
    for duty in mine.led:
        reason = why(duty, news, span)
        if reason is not None:
            said[reason].append(duty)
    said[Why.HELPED] = [duty for duty in mine.helped if news.tells_of(duty.id)]
    told = {reason: found for reason, found in said.items() if found}
    if not told:
        return None
    parts = ", ".join(_COUNTS[reason].format(count=len(found)) for reason, found in told.items())
    sections = [
        "\n".join([_SECTIONS[reason], *(_lines(duty, reason, news, span.today) for duty in found)])
        for reason, found in told.items()
    ]
    body = [phrases.GREETING.format(unit=mine.unit), *sections, phrases.CLOSING.format(agency=agency), agency]
    return Letter(phrases.SUBJECT.format(unit=mine.unit, parts=parts), "\n\n".join(body) + "\n")


def said(kind: UpdateKind, percent: int | None, text: str) -> str:
    """What a unit said, on one line: "báo cáo tiến độ 60%: “đã treo 12 băng rôn”"."""
    more = phrases.SAID_PERCENT.format(percent=percent) if percent is not None else ""
    words = shorten(text, SAID_AT_MOST, placeholder="…")
    more += phrases.SAID_TEXT.format(text=words) if words else ""
    return phrases.SAID.format(kind=kind.label.lower(), more=more)


def for_the_leader(duties: Iterable[Duty], agency: str, span: Span) -> Letter | None:
    """What the leader hears of: tasks late beyond the units' reminders, on that day and once a week after it."""
    late = [
        duty
        for duty in duties
        if duty.deadline and is_running(duty.status) and span.holds(duty.deadline, TO_LEADER)
    ]
    if not late:
        return None
    lines = [
        phrases.LEADER_LINE.format(unit=duty.unit, text=duty.text, campaign=duty.campaign)
        + "\n"
        + _due(duty, span.today)
        for duty in late
    ]
    body = [
        phrases.LEADER_GREETING.format(agency=agency),
        "\n".join([phrases.LEADER_OPENING, *lines]),
    ]
    return Letter(phrases.LEADER_SUBJECT.format(count=len(late)), "\n\n".join(body) + "\n")


def _lines(duty: Duty, reason: Why, news: News, today: date) -> str:
    """The task with its day; for a unit that coordinates, also who leads it and what that unit said."""
    lines = [phrases.LINE.format(text=duty.text, campaign=duty.campaign), _due(duty, today)]
    if reason is Why.HELPED:
        words = news.told.get(duty.id)
        lead = phrases.LED_BY if words is None else phrases.LEAD_SAID
        lines.append(lead.format(unit=duty.unit, words=words))
    return "\n".join(lines)


def _due(duty: Duty, today: date) -> str:
    status = duty.status.label.lower()
    if duty.due_words:
        return phrases.LINE_WORDS.format(words=duty.due_words, status=status)
    if duty.deadline is None:
        return phrases.LINE_NO_DUE.format(status=status)
    late = (today - duty.deadline).days if is_running(duty.status) else 0
    by = phrases.LATE_BY.format(days=late) if late > 0 else ""
    return phrases.LINE_DUE.format(day=spoken_date(duty.deadline), late=by, status=status)
