"""How a task stands against its deadline: computed from what was reported, never typed."""

from datetime import date

from campaign.glossary import TaskClass, TaskStatus
from campaign.tasks import phrases
from campaign.vietnamese import short_date, spoken_date

FINISHED = frozenset({TaskStatus.REPORTED, TaskStatus.DONE})
ASIDE = frozenset({TaskStatus.PAUSED, TaskStatus.DROPPED})


def is_finished(status: TaskStatus) -> bool:
    """Has the unit said that it is done? The office may still have to confirm."""
    return status in FINISHED


def is_running(status: TaskStatus) -> bool:
    """Does somebody still have to do something for it? Not when finished, paused or dropped."""
    return status not in FINISHED | ASIDE


def is_late(deadline: date | None, status: TaskStatus, today: date) -> bool:
    """A running task is late when its last day has passed; words that name no day are never late."""
    return deadline is not None and deadline < today and is_running(status)


def finished_late(deadline: date | None, done_on: date | None) -> bool:
    """Was what is finished reported after its last day?"""
    return deadline is not None and done_on is not None and done_on > deadline


def class_of(
    deadline: date | None, status: TaskStatus, done_on: date | None, today: date
) -> TaskClass | None:
    """The official class; finished counts from the day it was reported. None when paused or dropped."""
    if status in ASIDE:
        return None
    if is_finished(status):
        return TaskClass.DONE_LATE if finished_late(deadline, done_on) else TaskClass.DONE_IN_TIME
    return TaskClass.RUNNING_LATE if is_late(deadline, status, today) else TaskClass.RUNNING_IN_TIME


def planned_late(deadline: date | None, planned_on: date) -> str:
    """What to say of a plan that leaves no day for the work: its last day is not after the day it was planned; else ""."""
    if deadline is None or deadline > planned_on:
        return ""
    said = phrases.PLANNED_LATE if deadline < planned_on else phrases.PLANNED_ON_LAST_DAY
    return said.format(day=spoken_date(deadline), planned=short_date(planned_on))


def planned_late_mark(deadline: date | None, planned_on: date) -> str:
    """The same in three or four words, for a row of a list."""
    if deadline is None or deadline > planned_on:
        return ""
    return phrases.PLANNED_LATE_SHORT if deadline < planned_on else phrases.PLANNED_ON_LAST_DAY_SHORT
