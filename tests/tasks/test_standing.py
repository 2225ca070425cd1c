"""In time or late is computed: from the last day, the status and the day it was reported done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import TaskClass, TaskStatus
from campaign.tasks.rules.standing import class_of, is_finished, is_late, is_running, planned_late

TODAY = date(2026, 11, 23)
DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("due", "status", "done", "expected"),
    [
        (0, TaskStatus.DOING, None, TaskClass.RUNNING_IN_TIME),
        (-1, TaskStatus.OPEN, None, TaskClass.RUNNING_LATE),
        (-9, TaskStatus.REPORTED, -9, TaskClass.DONE_IN_TIME),
        (-9, TaskStatus.DONE, -8, TaskClass.DONE_LATE),
        (None, TaskStatus.DONE, -8, TaskClass.DONE_IN_TIME),
        (-9, TaskStatus.PAUSED, None, None),
        (-9, TaskStatus.DROPPED, None, None),
    ],
)
def test_the_four_official_classes(
    due: int | None, status: TaskStatus, done: int | None, expected: TaskClass | None
) -> None:
    day = lambda days: None if days is None else TODAY + timedelta(days=days)  # noqa: E731
    assert class_of(day(due), status, day(done), TODAY) is expected


@given(st.none() | DAYS, st.sampled_from(TaskStatus), st.none() | DAYS)
def test_a_task_is_finished_running_or_aside_and_late_only_while_running(
    deadline: date | None, status: TaskStatus, done_on: date | None
) -> None:
    assert not (is_finished(status) and is_running(status))
    found = class_of(deadline, status, done_on, TODAY)
    assert (found is None) == (not is_finished(status) and not is_running(status))
    assert is_late(deadline, status, TODAY) == (found is TaskClass.RUNNING_LATE)
    assert not is_late(deadline, status, deadline or TODAY)


@given(st.none() | DAYS, DAYS)
def test_a_plan_is_late_that_leaves_no_day_after_the_one_it_is_made_on(
    deadline: date | None, planned_on: date
) -> None:
    assert bool(planned_late(deadline, planned_on)) == (deadline is not None and deadline <= planned_on)
