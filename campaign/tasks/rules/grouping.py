"""The list of tasks in groups: by unit, by when they are due, by where they stand. Pure; the day is handed in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

from campaign.glossary import Labelled, TaskStatus
from campaign.tasks import phrases
from campaign.tasks.rules.standing import is_finished, is_late, is_running

_WEEK = timedelta(days=7)
_WHENS = (
    phrases.WHEN_LATE,
    phrases.WHEN_TODAY,
    phrases.WHEN_THIS_WEEK,
    phrases.WHEN_NEXT_WEEK,
    phrases.WHEN_LATER,
    phrases.WHEN_UNDATED,
    phrases.WHEN_OVER,
)


class Grouping(Labelled):
    """How the list is grouped; in the plan's order it is not."""

    PLAN = "plan", phrases.BY_PLAN
    UNIT = "unit", phrases.BY_UNIT
    DATE = "date", phrases.BY_DATE
    STATUS = "status", phrases.BY_STATUS


class Grouped(Protocol):
    """What grouping needs of a task."""

    @property
    def lead_unit_id(self) -> int: ...
    @property
    def deadline(self) -> date | None: ...
    @property
    def status(self) -> TaskStatus: ...


AnyTask = TypeVar("AnyTask", bound=Grouped)


@dataclass(frozen=True)
class Group(Generic[AnyTask]):
    """Tasks under one heading ("" in the plan's order), with how many of them are finished."""

    heading: str
    tasks: Sequence[AnyTask]
    done: int


def grouped(
    tasks: Iterable[AnyTask], by: Grouping, unit_names: Mapping[int, str], today: date
) -> list[Group[AnyTask]]:
    """The tasks in groups, empty ones left out: units in the order of `unit_names`, days from late to undated."""
    headings: dict[Grouping, Callable[[AnyTask], str]] = {
        Grouping.PLAN: lambda task: "",
        Grouping.UNIT: lambda task: unit_names[task.lead_unit_id],
        Grouping.DATE: lambda task: _when(task, today),
        Grouping.STATUS: lambda task: task.status.label,
    }
    order = {
        Grouping.PLAN: [""],
        Grouping.UNIT: list(unit_names.values()),
        Grouping.DATE: list(_WHENS),
        Grouping.STATUS: [status.label for status in TaskStatus],
    }[by]
    found: dict[str, list[AnyTask]] = {heading: [] for heading in order}
    for task in tasks:
        found[headings[by](task)].append(task)
    if by is Grouping.DATE:
        for under in found.values():
            under.sort(key=lambda task: task.deadline or date.max)
    return [
        Group(heading, under, sum(is_finished(task.status) for task in under))
        for heading, under in found.items()
        if under
    ]


def _when(task: Grouped, today: date) -> str:
    """Which stretch of time a task is due in."""
    if not is_running(task.status):
        return phrases.WHEN_OVER
    if task.deadline is None:
        return phrases.WHEN_UNDATED
    if is_late(task.deadline, task.status, today):
        return phrases.WHEN_LATE
    sunday = today + timedelta(days=6 - today.weekday())
    ends = (
        (today, phrases.WHEN_TODAY),
        (sunday, phrases.WHEN_THIS_WEEK),
        (sunday + _WEEK, phrases.WHEN_NEXT_WEEK),
    )
    return next((words for end, words in ends if task.deadline <= end), phrases.WHEN_LATER)
