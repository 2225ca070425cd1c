"""The picture of the tasks by unit."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import TaskStatus
from campaign.overview.rules import timeline
from campaign.overview.rules.attention import Duty

TODAY = date(2026, 11, 23)
TASK = Duty(
    1,
    "le",
    "Việc",
    7,
    "Văn phòng",
    TODAY + timedelta(days=3),
    None,
    TODAY + timedelta(days=3),
    TaskStatus.OPEN,
    None,
    None,
    TODAY,
)


def days(reach: int) -> st.SearchStrategy[date]:
    return st.integers(-reach, reach).map(lambda count: TODAY + timedelta(days=count))


@st.composite
def plans(draw: st.DrawFn) -> list[Duty]:
    count = draw(st.integers(1, 15))
    return [
        replace(
            TASK,
            id=number,
            unit_id=draw(st.integers(1, 4)),
            deadline=draw(days(900)),
            given_on=draw(days(300)),
            status=draw(st.sampled_from(TaskStatus)) if number else TaskStatus.OPEN,
        )
        for number in range(count)
    ]


@given(plans(), st.lists(days(200), max_size=3))
def test_every_task_has_a_bar_inside_the_picture_and_none_covers_another(
    duties: list[Duty], ceremonies: list[date]
) -> None:
    drawn = timeline.draw(duties, ceremonies, TODAY)
    assert drawn is not None
    bars = [bar for band in drawn.bands for bar in band.bars]
    shown = [duty.id for duty in duties if duty.status is not TaskStatus.DROPPED]
    assert sorted(bar.duty.id for bar in bars) == shown
    for band in drawn.bands:
        for bar in band.bars:
            assert bar.x >= timeline.LEFT
            assert bar.x + bar.width <= timeline.WIDTH
            assert band.y <= bar.y
            assert bar.y + timeline.BAR <= band.y + band.height <= drawn.height
    lanes: dict[float, list[timeline.Bar]] = {}
    for bar in bars:
        lanes.setdefault(bar.y, []).append(bar)
    for lane in lanes.values():
        in_order = sorted(lane, key=lambda bar: bar.x)
        # a bar squeezed at the edge of a very long plan keeps a visible width
        assert all(one.x + one.width <= other.x + timeline.BAR / 2 for one, other in pairwise(in_order))


@given(plans(), st.lists(days(200), max_size=3))
def test_lines_and_dates_stand_in_order_on_the_axis(duties: list[Duty], ceremonies: list[date]) -> None:
    drawn = timeline.draw(duties, ceremonies, TODAY)
    assert drawn is not None
    marks = [*drawn.weeks, *drawn.ceremonies, drawn.today]
    in_order = sorted(marks, key=lambda mark: mark.day)
    assert [mark.x for mark in in_order] == sorted(mark.x for mark in marks)
    assert all(mark.day.weekday() == 0 for mark in drawn.weeks)
    gaps = [other.x - one.x for one, other in pairwise(drawn.weeks)]
    assert all(gap >= 40 for gap in gaps)


def test_the_bar_says_how_the_task_stands() -> None:
    late = replace(TASK, deadline=TODAY - timedelta(days=2))
    states = [
        timeline.state(duty, TODAY)
        for duty in (
            TASK,
            replace(TASK, status=TaskStatus.ACCEPTED),
            late,
            replace(late, status=TaskStatus.DONE),
        )
    ]
    assert states == ["idle", "doing", "late", "done"]


def test_late_work_reaches_today_and_done_work_ends_when_it_was_done() -> None:
    late = replace(TASK, given_on=TODAY - timedelta(days=9), deadline=TODAY - timedelta(days=5))
    done = replace(late, id=2, status=TaskStatus.DONE, done_on=TODAY - timedelta(days=7))
    drawn = timeline.draw([late, done], [], TODAY)
    assert drawn is not None
    ends = {bar.duty.id: bar.x + bar.width for bar in drawn.bands[0].bars}
    assert ends[1] > drawn.today.x > ends[2]


def test_tasks_without_a_day_draw_nothing() -> None:
    assert timeline.draw([replace(TASK, deadline=None)], [TODAY], TODAY) is None


def test_a_long_name_is_cut_at_a_word() -> None:
    drawn = timeline.draw([replace(TASK, unit="Trung tâm Văn hóa, Thể thao và Truyền thông xã")], [], TODAY)
    assert drawn is not None
    assert drawn.bands[0].name == "Trung tâm Văn hóa, Thể thao…"
