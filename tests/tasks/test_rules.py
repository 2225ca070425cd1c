"""Rules of tasks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import TaskStatus
from campaign.tasks import rules
from campaign.tasks.rules import Sibling, TaskDraft, Wanted

UNITS = {1: "Văn phòng", 2: "Phòng Văn hóa - Xã hội"}
TODAY = date(2026, 11, 23)


def fields(draft: TaskDraft, *siblings: Sibling) -> list[str]:
    return [problem.field for problem in rules.check(draft, UNITS, siblings)]


def test_a_plain_task_has_no_problem() -> None:
    assert fields(TaskDraft("Tham mưu giấy mời", 1, (2,), due_on=TODAY)) == []


def test_the_lead_does_not_also_coordinate() -> None:
    assert fields(TaskDraft("Tham mưu giấy mời", 1, (2, 1))) == ["coordinating"]


@pytest.mark.parametrize("draft", [TaskDraft("x", 9), TaskDraft("x", 1, (9,))])
def test_units_of_other_offices_are_unknown(draft: TaskDraft) -> None:
    assert fields(draft) == ["lead_unit_id"]


def test_a_day_and_words_contradict_each_other() -> None:
    assert fields(TaskDraft("x", 1, due_on=TODAY, due_words="thường xuyên")) == ["due_words"]


def test_the_same_duty_of_the_same_unit_is_a_double_whatever_its_marks() -> None:
    sibling = Sibling(4, 1, "Tham mưu giấy mời")
    [problem] = rules.check(TaskDraft("THAM MUU GIAY MOI", 1), UNITS, [sibling])
    assert "số 4" in problem.sentence
    assert "Văn phòng" in problem.sentence
    assert fields(TaskDraft("Tham mưu giấy mời", 2), sibling) == []


@given(st.integers(-400, 400), st.sampled_from(TaskStatus))
def test_late_means_the_day_has_passed_and_it_is_not_done(days: int, status: TaskStatus) -> None:
    due = TODAY + timedelta(days=days)
    assert rules.is_late(due, status, TODAY) == (days < 0 and status is not TaskStatus.DONE)


def test_words_and_no_date_are_never_late() -> None:
    assert not rules.is_late(None, TaskStatus.OPEN, TODAY)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Wanted(), True),
        (Wanted(words="giay moi"), True),
        (Wanted(words="băng rôn"), False),
        (Wanted(unit_id=2), True),
        (Wanted(unit_id=3), False),
        (Wanted(status=TaskStatus.DOING), True),
        (Wanted(status=TaskStatus.DONE), False),
        (Wanted(late=True), False),
    ],
)
def test_a_list_is_narrowed_by_words_units_status_and_lateness(wanted: Wanted, kept: bool) -> None:
    assert wanted.keeps("Tham mưu giấy mời", (1, 2), TaskStatus.DOING, late=False) is kept


def test_a_status_is_followed_by_the_next_until_done() -> None:
    assert [rules.next_status(status) for status in TaskStatus] == [
        TaskStatus.ACCEPTED,
        TaskStatus.DOING,
        TaskStatus.DONE,
        None,
    ]
