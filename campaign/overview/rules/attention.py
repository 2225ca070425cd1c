"""What needs somebody: late and coming tasks, papers to sign or number, ceremonies ahead. Pure; the day is handed in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from campaign.glossary import DocumentKind, DocumentStatus, TaskStatus
from campaign.overview import phrases
from campaign.tasks.rules.standing import is_finished, is_late, is_running
from campaign.vietnamese import spoken_date, spoken_time

SOON = timedelta(days=7)
AHEAD = timedelta(days=14)
_UNDER_WAY = {TaskStatus.ACCEPTED, TaskStatus.DOING}


@dataclass(frozen=True)
class Duty:
    """A task with the names that go with it; `campaign` is the campaign's code."""

    id: int
    campaign: str
    text: str
    unit_id: int
    unit: str
    due_on: date | None
    due_words: str | None
    deadline: date | None
    status: TaskStatus
    asked_until: date | None
    done_on: date | None
    given_on: date
    number: int = 0  # in the campaign's list
    after_id: int | None = None  # the task that must be done first


@dataclass(frozen=True)
class Paper:
    """A document on its way; `campaign` is the campaign's code."""

    id: int
    campaign: str
    kind: DocumentKind
    title: str
    status: DocumentStatus


@dataclass(frozen=True)
class Event:
    """A ceremony; `campaign` is the campaign's code."""

    id: int
    campaign: str
    title: str
    starts_at: datetime
    venue: str


class Kind(Enum):
    """Why something needs attention, the most pressing first."""

    APPROVE = 1
    ISSUE = 2
    EXTEND = 3
    CONFIRM = 4
    LATE = 5
    CEREMONY = 6
    SOON = 7


@dataclass(frozen=True)
class Need:
    """One thing that waits: what, of which record and campaign, and by when when that is known."""

    kind: Kind
    campaign: str
    record_id: int
    title: str
    note: str
    day: date | None = None


@dataclass(frozen=True)
class Progress:
    """How far the tasks are; `doing` are taken on and not late, `total` counts every task that is to be done."""

    done: int
    doing: int
    late: int
    total: int


def duty_needs(duties: Iterable[Duty], today: date) -> list[Need]:
    """Tasks that are late, then those due within seven days, each by day."""
    return _sorted(_duty_needs(duties, today))


def answer_needs(duties: Iterable[Duty]) -> list[Need]:
    """What units wait to hear: extensions asked for, then work reported done and not yet confirmed."""
    found = []
    for duty in duties:
        if duty.asked_until is not None:
            note = phrases.ASKS_UNTIL.format(unit=duty.unit, day=spoken_date(duty.asked_until))
            found.append(Need(Kind.EXTEND, duty.campaign, duty.id, duty.text, note, duty.deadline))
        if duty.status is TaskStatus.REPORTED:
            note = phrases.REPORTED_DONE.format(
                unit=duty.unit, day=spoken_date(duty.done_on or duty.given_on)
            )
            found.append(Need(Kind.CONFIRM, duty.campaign, duty.id, duty.text, note, duty.done_on))
    return _sorted(found)


def paper_needs(papers: Iterable[Paper], *, approves: bool, issues: bool) -> list[Need]:
    """Drafts for whoever approves them, approved papers for whoever numbers them."""
    return _sorted(
        Need(kind, paper.campaign, paper.id, f"{paper.kind.label}: {paper.title}", note)
        for paper in papers
        for status, kind, wanted, note in (
            (DocumentStatus.DRAFT, Kind.APPROVE, approves, phrases.WAITS_FOR_APPROVAL),
            (DocumentStatus.APPROVED, Kind.ISSUE, issues, phrases.WAITS_FOR_NUMBER),
        )
        if wanted and paper.status is status
    )


def event_needs(events: Iterable[Event], today: date) -> list[Need]:
    """Ceremonies of today and the next fourteen days."""
    return _sorted(
        Need(Kind.CEREMONY, event.campaign, event.id, event.title, _when(event), event.starts_at.date())
        for event in events
        if today <= event.starts_at.date() <= today + AHEAD
    )


def merged(*lists: Sequence[Need]) -> list[Need]:
    """All needs in one list, the most pressing first."""
    return _sorted(need for needs in lists for need in needs)


def due_in(duties: Iterable[Duty], first: date, last: date) -> list[Duty]:
    """Tasks due from `first` to `last`, by day."""
    found = [duty for duty in duties if duty.deadline is not None and first <= duty.deadline <= last]
    return sorted(found, key=lambda duty: (duty.deadline or last, duty.id))


def late(duty: Duty, today: date) -> bool:
    """Has its day passed without its being done?"""
    return is_late(duty.deadline, duty.status, today)


def progress(duties: Iterable[Duty], today: date) -> Progress:
    """How far those tasks are today."""
    done = doing = behind = total = 0
    for duty in duties:
        total += duty.status is not TaskStatus.DROPPED
        if is_finished(duty.status):
            done += 1
        elif late(duty, today):
            behind += 1
        elif duty.status in _UNDER_WAY:
            doing += 1
    return Progress(done, doing, behind, total)


def by_unit(duties: Iterable[Duty], today: date) -> list[tuple[str, Progress]]:
    """How far each unit is, in the order the tasks name them."""
    of_unit: dict[tuple[int, str], list[Duty]] = {}
    for duty in duties:
        of_unit.setdefault((duty.unit_id, duty.unit), []).append(duty)
    return [(name, progress(own, today)) for (_, name), own in of_unit.items()]


def undone(duties: Iterable[Duty]) -> list[Duty]:
    """Tasks somebody still has to work on, by last day; those without one last."""
    left = [duty for duty in duties if is_running(duty.status)]
    return sorted(left, key=lambda duty: (duty.deadline is None, duty.deadline or date.max, duty.id))


def _duty_needs(duties: Iterable[Duty], today: date) -> Iterator[Need]:
    for duty in duties:
        day = duty.deadline
        if day is None or not is_running(duty.status) or day > today + SOON:
            continue
        kind = Kind.LATE if day < today else Kind.SOON
        note = phrases.DUE_NOTE.format(unit=duty.unit, day=spoken_date(day), status=duty.status.label.lower())
        yield Need(kind, duty.campaign, duty.id, duty.text, note, day)


def _when(event: Event) -> str:
    return f"{spoken_time(event.starts_at.time())}, {spoken_date(event.starts_at.date())} · {event.venue}"


def _sorted(needs: Iterable[Need]) -> list[Need]:
    return sorted(needs, key=lambda need: (need.kind.value, need.day or date.min, need.record_id))
