"""What needs attention, and how far the tasks are."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import DocumentKind, DocumentStatus, TaskStatus
from campaign.overview.rules import attention
from campaign.overview.rules.attention import Duty, Event, Kind, Paper, Progress
from campaign.tasks.rules.weeks import week_of

TODAY = date(2026, 11, 23)  # a Monday
TASK = Duty(1, "le", "Việc", 7, "Văn phòng", TODAY, None, TODAY, TaskStatus.OPEN, None, None, TODAY)
PAPER = Paper(1, "le", DocumentKind.PLAN, "Tổ chức lễ", DocumentStatus.DRAFT)
LONG_DAYS = st.none() | st.integers(-60, 60).map(lambda days: TODAY + timedelta(days=days))
DUTIES = st.lists(
    st.builds(replace, st.just(TASK), deadline=LONG_DAYS, status=st.sampled_from(TaskStatus)), max_size=12
)


def due(days: int | None, status: TaskStatus = TaskStatus.OPEN) -> Duty:
    return replace(TASK, deadline=None if days is None else TODAY + timedelta(days=days), status=status)


@pytest.mark.parametrize(
    ("duty", "kinds"),
    [
        (due(-1), [Kind.LATE]),
        (due(0), [Kind.SOON]),
        (due(7), [Kind.SOON]),
        (due(8), []),
        (due(None), []),
        (due(-1, TaskStatus.DOING), [Kind.LATE]),
        (due(-1, TaskStatus.DONE), []),
    ],
)
def test_late_and_coming_tasks_need_attention(duty: Duty, kinds: list[Kind]) -> None:
    assert [need.kind for need in attention.duty_needs([duty], TODAY)] == kinds


def test_a_need_tells_unit_day_and_what_the_unit_said() -> None:
    (need,) = attention.duty_needs([due(-2, TaskStatus.ACCEPTED)], TODAY)
    assert need.note == "Văn phòng · hạn thứ Bảy, 21/11/2026 · đã tiếp nhận"


@pytest.mark.parametrize(
    ("status", "approves", "issues", "kinds"),
    [
        (DocumentStatus.DRAFT, True, False, [Kind.APPROVE]),
        (DocumentStatus.DRAFT, False, True, []),
        (DocumentStatus.APPROVED, False, True, [Kind.ISSUE]),
        (DocumentStatus.APPROVED, True, False, []),
        (DocumentStatus.ISSUED, True, True, []),
    ],
)
def test_papers_wait_for_whoever_may_act(
    status: DocumentStatus, approves: bool, issues: bool, kinds: list[Kind]
) -> None:
    needs = attention.paper_needs([replace(PAPER, status=status)], approves=approves, issues=issues)
    assert [need.kind for need in needs] == kinds


@pytest.mark.parametrize(("days", "wanted"), [(-1, False), (0, True), (14, True), (15, False)])
def test_a_ceremony_needs_attention_from_fourteen_days_before(days: int, wanted: bool) -> None:
    at = datetime(2026, 11, 23, 7, 30) + timedelta(days=days)  # noqa: DTZ001
    assert bool(attention.event_needs([Event(1, "le", "Lễ", at, "Sân")], TODAY)) is wanted


def test_what_only_i_can_do_comes_first_then_the_oldest_delay() -> None:
    papers = attention.paper_needs([PAPER], approves=True, issues=False)
    duties = attention.duty_needs([due(3), due(-1), due(-9)], TODAY)
    found = [(need.kind, need.day) for need in attention.merged(duties, papers)]
    assert found == [
        (Kind.APPROVE, None),
        (Kind.LATE, date(2026, 11, 14)),
        (Kind.LATE, date(2026, 11, 22)),
        (Kind.SOON, date(2026, 11, 26)),
    ]


@given(DUTIES)
def test_no_task_is_counted_twice(duties: list[Duty]) -> None:
    sums = attention.progress(duties, TODAY)
    assert sums.total == sum(duty.status is not TaskStatus.DROPPED for duty in duties)
    assert sums.done + sums.doing + sums.late <= sums.total
    assert sums.late == len([need for need in attention.duty_needs(duties, TODAY) if need.kind is Kind.LATE])


def test_progress_by_unit_keeps_the_order_of_the_tasks() -> None:
    duties = [due(1, TaskStatus.DONE), replace(due(-1), unit_id=3, unit="Công an"), due(2, TaskStatus.DOING)]
    assert attention.by_unit(duties, TODAY) == [
        ("Văn phòng", Progress(done=1, doing=1, late=0, total=2)),
        ("Công an", Progress(done=0, doing=0, late=1, total=1)),
    ]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_week_goes_from_monday_to_sunday(day: date) -> None:
    monday, sunday = week_of(day)
    assert (monday.weekday(), sunday.weekday()) == (0, 6)
    assert monday <= day <= sunday
    assert sunday - monday == timedelta(days=6)


def test_the_week_lists_done_tasks_too() -> None:
    duties = [due(2, TaskStatus.DONE), due(7), due(-1), due(0)]
    assert attention.due_in(duties, *week_of(TODAY)) == [duties[3], duties[0]]


def test_what_is_left_to_do_comes_by_day_with_open_ends_last() -> None:
    duties = [due(None), due(5), due(-1, TaskStatus.DONE), due(1)]
    assert attention.undone(duties) == [duties[3], duties[1], duties[0]]
