"""Rules of tasks."""

from dataclasses import replace
from datetime import date, time

import pytest

from campaign.glossary import DayUnit, TaskStatus
from campaign.tasks import rules
from campaign.tasks.rules import Known, Sibling, TaskDraft, Wanted

UNITS = {1: "Văn phòng", 2: "Phòng Văn hóa - Xã hội"}
TODAY = date(2026, 11, 23)


def fields(draft: TaskDraft, *siblings: Sibling) -> list[str]:
    return [problem.field for problem in rules.check(draft, Known(UNITS, {7}, {1: None}), siblings)]


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
    [problem] = rules.check(TaskDraft("THAM MUU GIAY MOI", 1), Known(UNITS), [sibling])
    assert "số 4" in problem.sentence
    assert "Văn phòng" in problem.sentence
    assert fields(TaskDraft("Tham mưu giấy mời", 2), sibling) == []


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (TaskDraft("x", 1, due_on=TODAY, offset_count=-7, offset_unit=DayUnit.WORKING), "due_words"),
        (TaskDraft("x", 1, ceremony_id=8, offset_count=-7, offset_unit=DayUnit.WORKING), "ceremony_id"),
        (TaskDraft("x", 1, ceremony_id=7, offset_count=-7), "offset_count"),
        (TaskDraft("x", 1, ceremony_id=7, offset_count=-900, offset_unit=DayUnit.WORKING), "offset_count"),
        (TaskDraft("x", 1, due_words="thường xuyên", due_time=time(14)), "due_time"),
        (TaskDraft("x", 1, after_task_id=99), "after_task_id"),
    ],
)
def test_a_due_day_is_said_in_one_way_that_can_be_computed(draft: TaskDraft, field: str) -> None:
    assert fields(draft) == [field]


def test_a_day_counted_from_a_ceremony_may_carry_an_hour() -> None:
    counted = TaskDraft("x", 1, ceremony_id=7, offset_count=-1, offset_unit=DayUnit.CALENDAR)
    assert fields(replace(counted, due_time=time(14))) == []


@pytest.mark.parametrize(
    ("own", "first", "allowed"), [(1, 2, False), (3, 1, True), (1, 1, False), (None, 2, True)]
)
def test_no_two_tasks_wait_for_each_other(own: int | None, first: int, allowed: bool) -> None:
    known = Known(UNITS, after={1: None, 2: 1, 3: None})
    problems = rules.check(TaskDraft("x", 1, after_task_id=first), known, [], own)
    assert [problem.field for problem in problems] == ([] if allowed else ["after_task_id"])


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
