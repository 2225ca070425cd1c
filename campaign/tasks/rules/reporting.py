"""What may be said of a task, by whom, and where it stands afterwards: one table of steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from campaign.errors import Problem
from campaign.glossary import TaskStatus, UpdateKind
from campaign.tasks import phrases
from campaign.tasks.rules import evidence
from campaign.tasks.rules.evidence import EvidenceDraft


class Side(Enum):
    """Who speaks of a task: the unit that leads it, a unit that helps, the office that drafts, its leader."""

    LEAD = auto()
    HELPER = auto()
    OFFICE = auto()
    LEADER = auto()


@dataclass(frozen=True)
class UpdateDraft:
    """An update as typed. `key` is drawn with the form, so that sending it twice says it once."""

    kind: UpdateKind
    key: str
    text: str = ""
    percent: int | None = None  # of the work done, 0 to 100
    until: date | None = None  # the day asked for or granted
    files: Sequence[EvidenceDraft] = ()


@dataclass(frozen=True)
class Standing:
    """What the steps look at: status, deadline, and the day asked for while an extension is open."""

    status: TaskStatus
    deadline: date | None
    asked_until: date | None


@dataclass(frozen=True)
class Step:
    """One row of the table: who may say it, from which status, the status after it (None: as before)."""

    sides: frozenset[Side]
    since: frozenset[TaskStatus]
    status: TaskStatus | None


S = TaskStatus
_UNIT = frozenset({Side.LEAD, Side.OFFICE})  # the office enters for a unit that told it otherwise
_ABOVE = frozenset({Side.OFFICE, Side.LEADER})
_RUNNING = frozenset({S.OPEN, S.ACCEPTED, S.DOING})

STEPS: dict[UpdateKind, Step] = {
    UpdateKind.ACCEPT: Step(_UNIT, frozenset({S.OPEN}), S.ACCEPTED),
    UpdateKind.PROGRESS: Step(_UNIT, _RUNNING | {S.REPORTED}, S.DOING),
    UpdateKind.REPORT: Step(_UNIT, _RUNNING, S.REPORTED),
    UpdateKind.CONFIRM: Step(_ABOVE, frozenset({S.REPORTED}), S.DONE),
    UpdateKind.RETURN: Step(_ABOVE, frozenset({S.REPORTED, S.DONE}), S.DOING),
    UpdateKind.ASK: Step(_UNIT, _RUNNING, None),
    UpdateKind.GRANT: Step(_ABOVE, _RUNNING, None),
    UpdateKind.REFUSE: Step(_ABOVE, _RUNNING, None),
    UpdateKind.PAUSE: Step(_ABOVE, _RUNNING, S.PAUSED),
    UpdateKind.RESUME: Step(_ABOVE, frozenset({S.PAUSED, S.DROPPED}), S.DOING),
    UpdateKind.DROP: Step(_ABOVE, _RUNNING | {S.PAUSED}, S.DROPPED),
    UpdateKind.COMMENT: Step(frozenset(Side), frozenset(S), None),
}
OF_THE_UNIT = frozenset({UpdateKind.ACCEPT, UpdateKind.PROGRESS, UpdateKind.REPORT, UpdateKind.ASK})
_ANSWERS = frozenset({UpdateKind.GRANT, UpdateKind.REFUSE})
_NEED_WORDS = frozenset(
    {UpdateKind.RETURN, UpdateKind.ASK, UpdateKind.REFUSE, UpdateKind.PAUSE, UpdateKind.DROP, UpdateKind.COMMENT}
)  # fmt: skip


def open_to(side: Side | None, task: Standing) -> list[UpdateKind]:
    """What that side may say of the task now, in the order buttons stand; nothing for somebody who only reads."""
    return [kind for kind in STEPS if side is not None and _may(kind, side, task)]


def status_after(kind: UpdateKind, status: TaskStatus) -> TaskStatus:
    """Where the task stands when that was said."""
    return STEPS[kind].status or status


def on_behalf(kind: UpdateKind, side: Side) -> bool:
    """Does the office say what is the unit's to say?"""
    return side is Side.OFFICE and kind in OF_THE_UNIT


def until_of(draft: UpdateDraft, task: Standing) -> date | None:
    """The day asked for or granted; who grants without a day grants the one that was asked for."""
    return draft.until or (task.asked_until if draft.kind is UpdateKind.GRANT else None)


def check(draft: UpdateDraft, side: Side, task: Standing, today: date) -> list[Problem]:
    """Problems of an update: out of turn, without the words it needs, a day or percentage that cannot be."""
    if not _may(draft.kind, side, task):
        return [
            Problem(
                "kind",
                phrases.OUT_OF_TURN.format(kind=draft.kind.label.lower(), status=task.status.label.lower()),
            )
        ]
    problems = evidence.check(draft.files)
    if draft.kind in _NEED_WORDS and not draft.text:
        problems.append(Problem("text", phrases.NEEDS_WORDS[draft.kind]))
    if draft.kind is UpdateKind.PROGRESS and not (draft.text or draft.files) and draft.percent is None:
        problems.append(Problem("text", phrases.EMPTY_PROGRESS))
    if draft.percent is not None and not 0 <= draft.percent <= 100:
        problems.append(Problem("percent", phrases.BAD_PERCENT))
    return problems + _day_problems(draft, task, today)


def _may(kind: UpdateKind, side: Side, task: Standing) -> bool:
    step = STEPS[kind]
    asked = task.asked_until is not None
    return (
        side in step.sides
        and task.status in step.since
        and (kind not in _ANSWERS or asked)
        and (kind is not UpdateKind.ASK or (task.deadline is not None and not asked))
    )


def _day_problems(draft: UpdateDraft, task: Standing, today: date) -> list[Problem]:
    if draft.kind not in {UpdateKind.ASK, UpdateKind.GRANT}:
        return []
    until = until_of(draft, task)
    if until is None:
        return [Problem("until", phrases.UNTIL_WHEN)]
    if task.deadline is not None and until <= task.deadline:
        return [Problem("until", phrases.UNTIL_EARLIER)]
    return [Problem("until", phrases.UNTIL_PAST)] if until < today else []
