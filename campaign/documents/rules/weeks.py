"""A week of a campaign's tasks as its report tells it: what was finished, moved, asked; what is late or comes next. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from campaign.documents.rules.plan import Plan, Task, Unit
from campaign.glossary import TaskStatus, UpdateKind
from campaign.mailing.rules import OFFICE_ZONE
from campaign.tasks.rules.outcome import Said
from campaign.tasks.rules.standing import ASIDE, is_finished, is_late, is_running
from campaign.tasks.rules.weeks import WEEK, week_of

_ANSWERS = frozenset({UpdateKind.GRANT, UpdateKind.REFUSE})


@dataclass(frozen=True)
class Extension:
    """An extension of a task: what was asked, and the answer if there is one."""

    task: Task
    asked: Said
    answer: Said | None = None


@dataclass(frozen=True)
class Week:
    """A week's tasks, as they stood at the end of `until`: the week's last day, or today while it lasts.

    `tasks` holds all that had been given, units in the plan's order; the lists below are parts of it.
    """

    first: date
    last: date
    until: date
    tasks: tuple[Task, ...]
    said: tuple[Said, ...]

    @property
    def next_first(self) -> date:
        """Monday of the week after."""
        return self.first + WEEK

    @property
    def next_last(self) -> date:
        """Sunday of the week after."""
        return self.last + WEEK

    @property
    def done(self) -> list[Task]:
        """Finished in the week."""
        return [task for task in self.tasks if is_finished(task.status) and self.holds(task.done_on)]

    @property
    def late(self) -> list[Task]:
        """Not finished by their last day."""
        return [task for task in self.tasks if is_late(task.deadline, task.status, self.until)]

    @property
    def coming(self) -> list[Task]:
        """Still to be done, due in the week after."""
        return [
            task
            for task in self.tasks
            if task.deadline
            and self.next_first <= task.deadline <= self.next_last
            and is_running(task.status)
        ]

    @property
    def moved(self) -> list[Task]:
        """Under way and reported on in the week, but neither late nor coming."""
        told = {
            each.task_id for each in self.said if each.kind is UpdateKind.PROGRESS and self.holds(each.day)
        }
        told -= {task.id for task in (*self.late, *self.coming)}
        return [task for task in self.tasks if task.id in told and is_running(task.status)]

    @property
    def put_aside(self) -> list[Task]:
        """Paused or dropped in the week, and still so."""
        told = {each.task_id for each in self.said if each.status in ASIDE and self.holds(each.day)}
        return [task for task in self.tasks if task.id in told and task.status in ASIDE]

    @property
    def extensions(self) -> list[Extension]:
        """Asked for or answered in the week."""
        return [
            extension
            for task in self.tasks
            for extension in _extensions(task, self.said)
            if self.holds(extension.asked.day) or (extension.answer and self.holds(extension.answer.day))
        ]

    def holds(self, day: date | None) -> bool:
        """Does that day lie in the week?"""
        return day is not None and self.first <= day <= self.last


def due_as_of(plan: Plan, before: Mapping[int, Mapping[str, Any]]) -> Plan:
    """The plan with what each task's due was `before`, by task id, where that has changed."""
    return replace(plan, tasks=tuple(replace(task, **before.get(task.id, {})) for task in plan.tasks))


def week_told(plan: Plan, said: Iterable[Said], day: date, today: date, unit: Unit | None = None) -> Week:
    """The week of `day` as told on `today`; the tasks one unit leads, or all. `said` comes oldest first.

    Where a task stood then is what was last said of it; `due_as_of` sets back when it was due.
    """
    first, last = week_of(day)
    until = min(last, today)
    by_task: dict[int, list[Said]] = {}
    for each in said:
        by_task.setdefault(each.task_id, []).append(each)
    order = {each.id: place for place, each in enumerate(plan.units)}
    led = sorted(
        (task for task in plan.tasks if unit is None or task.lead.id == unit.id),
        key=lambda task: (order[task.lead.id], task.deadline or date.max),
    )
    told = [each for of_task in by_task.values() for each in of_task if each.day <= until]
    then = [
        as_of(task, by_task.get(task.id, ()), until)
        for task in led
        if _was_given(task, by_task.get(task.id, ()), until)
    ]
    return Week(first, last, until, tuple(then), tuple(told))


def as_of(task: Task, said: Sequence[Said], day: date) -> Task:
    """The task as it stood at the end of that day, by what had been said of it."""
    before = [each for each in said if each.day <= day]
    if len(before) == len(said):
        return task
    status = before[-1].status if before else TaskStatus.OPEN
    reports = [each.day for each in before if each.kind is UpdateKind.REPORT]
    percents = [each.percent for each in before if each.percent is not None]
    return replace(
        task,
        status=status,
        done_on=reports[-1] if reports and is_finished(status) else None,
        percent=percents[-1] if percents else None,
    )


def _was_given(task: Task, said: Sequence[Said], day: date) -> bool:
    """Did the task exist then? What was said of it proves it, whenever it was typed in."""
    return _day_of(task.created_at) <= day or any(each.day <= day for each in said)


def _day_of(moment: datetime | None) -> date:
    return moment.astimezone(OFFICE_ZONE).date() if moment else date.min


def _extensions(task: Task, said: Iterable[Said]) -> list[Extension]:
    found: list[Extension] = []
    for each in said:
        if each.task_id != task.id:
            continue
        if each.kind is UpdateKind.ASK:
            found.append(Extension(task, each))
        elif each.kind in _ANSWERS and found and found[-1].answer is None:
            found[-1] = replace(found[-1], answer=each)
    return found
