"""A week of tasks: as they stood then, whatever day the report is drawn."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from campaign.documents.rules.plan import Agency, Plan, Task, Unit
from campaign.documents.rules.weeks import Week, as_of, due_as_of, week_told
from campaign.glossary import TaskStatus, UpdateKind
from campaign.tasks.rules.outcome import Said

SUNDAY = date(2026, 11, 22)
MONDAY = SUNDAY - timedelta(days=6)
OFFICE, CULTURE = Unit(1, "Văn phòng", "Văn phòng"), Unit(2, "Phòng Văn hóa - Xã hội", "Phòng VH-XH")
AGENCY = Agency("UBND xã Bình An", "UBND xã", ("ỦY BAN NHÂN DÂN", "XÃ BÌNH AN"), "Bình An")
K, S = UpdateKind, TaskStatus
GIVEN = datetime(2026, 11, 1, 3, tzinfo=UTC)


def task(number: int, due: date | None, lead: Unit = OFFICE, **more: object) -> Task:
    made = Task(f"Việc {number}", lead, id=number, due_on=due, deadline=due, created_at=GIVEN)
    return replace(made, **more)  # type: ignore[arg-type]


def said(
    number: int, day: date, kind: UpdateKind, status: TaskStatus, text: str = "", **more: object
) -> Said:
    return replace(Said(number, day, kind, status, text), **more)  # type: ignore[arg-type]


def told(tasks: list[Task], spoken: list[Said], today: date = SUNDAY, **more: object) -> Week:
    plan = Plan(AGENCY, "x", "Lễ", units=(OFFICE, CULTURE), tasks=tuple(tasks))
    return week_told(plan, spoken, MONDAY, today, **more)  # type: ignore[arg-type]


def numbers(tasks: list[Task]) -> list[int]:
    return [each.id for each in tasks]


def test_tasks_fall_into_the_parts_of_the_report() -> None:
    next_monday = SUNDAY + timedelta(days=1)
    week = told(
        [
            task(1, SUNDAY, status=S.REPORTED, done_on=MONDAY),
            task(2, MONDAY - timedelta(days=9), status=S.DOING),
            task(3, next_monday + timedelta(days=6), status=S.OPEN),
            task(4, next_monday + timedelta(days=7), status=S.DOING),
            task(5, None, status=S.PAUSED),
        ],
        [
            said(1, MONDAY, K.REPORT, S.REPORTED),
            said(2, MONDAY, K.PROGRESS, S.DOING),
            said(4, SUNDAY, K.PROGRESS, S.DOING),
            said(5, SUNDAY, K.PAUSE, S.PAUSED, "chờ kinh phí"),
        ],
    )
    assert (numbers(week.done), numbers(week.late), numbers(week.coming)) == ([1], [2], [3])
    assert (numbers(week.moved), numbers(week.put_aside)) == ([4], [5])


def test_units_come_in_the_plan_s_order_and_one_unit_has_only_its_own() -> None:
    tasks = [task(1, SUNDAY, CULTURE), task(2, SUNDAY), task(3, MONDAY)]
    assert numbers(list(told(tasks, []).tasks)) == [3, 2, 1]
    assert numbers(list(told(tasks, [], unit=CULTURE).tasks)) == [1]


def test_a_past_week_is_told_as_it_was() -> None:
    later = SUNDAY + timedelta(days=3)
    spoken = [
        said(1, MONDAY, K.PROGRESS, S.DOING, "nửa chừng", percent=50),
        said(1, later, K.REPORT, S.REPORTED, "xong"),
    ]
    now = task(1, MONDAY, status=S.REPORTED, done_on=later, percent=100)
    week = told([now, task(2, later, created_at=datetime(2026, 11, 24, tzinfo=UTC))], spoken, today=later)
    (then,) = week.tasks
    assert (then.status, then.done_on, then.percent) == (S.DOING, None, 50)
    assert numbers(week.late) == [1]
    assert week.until == SUNDAY


def test_an_extension_is_told_with_its_answer_once_it_is_answered() -> None:
    asked = said(1, MONDAY - timedelta(days=1), K.ASK, S.DOING, "mưa", until=SUNDAY)
    again = said(1, SUNDAY, K.ASK, S.DOING, "mưa nữa", until=SUNDAY + timedelta(days=9))
    granted = said(1, MONDAY, K.GRANT, S.DOING, until=SUNDAY)
    week = told([task(1, SUNDAY, status=S.DOING)], [asked, granted, again])
    assert [(each.asked, each.answer) for each in week.extensions] == [(asked, granted), (again, None)]


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from([K.PROGRESS, K.REPORT, K.RETURN])), max_size=8))
def test_after_the_last_word_a_task_stands_as_it_stands_now(spoken: list[tuple[int, UpdateKind]]) -> None:
    after = {K.PROGRESS: S.DOING, K.REPORT: S.REPORTED, K.RETURN: S.DOING}
    words = [
        said(1, MONDAY + timedelta(days=days), kind, after[kind])
        for days, kind in sorted(spoken, key=lambda x: x[0])
    ]
    now = task(1, SUNDAY, status=words[-1].status if words else S.ACCEPTED)
    assert as_of(now, words, MONDAY + timedelta(days=20)) == now
    before = as_of(now, words, MONDAY - timedelta(days=1))
    assert before.status is (S.OPEN if words else S.ACCEPTED)


def test_a_past_week_keeps_the_due_days_it_had() -> None:
    then = MONDAY + timedelta(days=1)
    extended = task(1, SUNDAY + timedelta(days=20), status=S.DOING)
    plan = due_as_of(
        Plan(AGENCY, "x", "Lễ", units=(OFFICE, CULTURE), tasks=(extended, task(2, None))),
        {1: {"due_on": then, "deadline": then}},
    )
    assert [(each.due_on, each.deadline) for each in plan.tasks] == [(then, then), (None, None)]
    assert numbers(week_told(plan, [], MONDAY, SUNDAY).late) == [1]
