"""The list in groups."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import TaskStatus
from campaign.tasks import phrases
from campaign.tasks.rules.grouping import Grouping, grouped

TODAY = date(2026, 11, 25)  # a Wednesday
UNITS = {3: "Văn phòng", 1: "Công an xã"}


@dataclass(frozen=True)
class Task:
    lead_unit_id: int = 3
    deadline: date | None = None
    status: TaskStatus = TaskStatus.OPEN


def headings(tasks: list[Task], by: Grouping) -> list[str]:
    return [group.heading for group in grouped(tasks, by, UNITS, TODAY)]


@pytest.mark.parametrize(
    ("days", "heading"),
    [
        (-1, phrases.WHEN_LATE),
        (0, phrases.WHEN_TODAY),
        (4, phrases.WHEN_THIS_WEEK),
        (5, phrases.WHEN_NEXT_WEEK),
        (11, phrases.WHEN_NEXT_WEEK),
        (12, phrases.WHEN_LATER),
    ],
)
def test_days_fall_into_stretches_people_speak_of(days: int, heading: str) -> None:
    assert headings([Task(deadline=TODAY + timedelta(days=days))], Grouping.DATE) == [heading]


def test_finished_and_undated_tasks_stand_apart() -> None:
    done = Task(deadline=TODAY, status=TaskStatus.REPORTED)
    assert headings([done, Task()], Grouping.DATE) == [phrases.WHEN_UNDATED, phrases.WHEN_OVER]


def test_units_keep_the_order_of_plans_and_tell_how_far_they_are() -> None:
    tasks = [Task(1, status=TaskStatus.DONE), Task(1), Task(3)]
    found = grouped(tasks, Grouping.UNIT, UNITS, TODAY)
    assert [(group.heading, group.done, len(group.tasks)) for group in found] == [
        ("Văn phòng", 0, 1),
        ("Công an xã", 1, 2),
    ]


@given(
    st.lists(
        st.builds(
            Task,
            st.sampled_from([1, 3]),
            st.none() | st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days)),
            st.sampled_from(TaskStatus),
        )
    ),
    st.sampled_from(Grouping),
)
def test_every_task_stands_in_exactly_one_group(tasks: list[Task], by: Grouping) -> None:
    found = grouped(tasks, by, UNITS, TODAY)
    assert sorted(map(id, tasks)) == sorted(id(task) for group in found for task in group.tasks)
    assert all(group.tasks for group in found)
