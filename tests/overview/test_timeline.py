"""The picture of the tasks by unit."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import TaskStatus
from campaign.overview.rules import timeline
from campaign.overview.rules.attention import Duty
from campaign.overview.rules.timeline import Calendar, Timeline
from campaign.overview.rules.timeline_lanes import GAP, OVERVIEW, WALL, Bar, Look
from campaign.workdays import DaysOff

TODAY = date(2026, 11, 23)
ROUNDED = 0.01  # paths are written with six figures
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
            text="Việc " * draw(st.integers(1, 20)),
            number=number + 1,
            after_id=draw(st.none() | st.integers(0, number - 1)) if number else None,
        )
        for number in range(count)
    ]


def drawn_whole(duties: list[Duty], ceremonies: list[date], look: Look = OVERVIEW) -> list[Timeline]:
    drawn = timeline.draw(duties, Calendar(TODAY, ceremonies), look)
    assert drawn
    return drawn


def only(duties: list[Duty]) -> Timeline:
    (drawn,) = drawn_whole(duties, [])
    return drawn


def bars_of(drawn: list[Timeline]) -> list[Bar]:
    return [bar for picture in drawn for band in picture.bands for bar in band.bars]


@given(plans(), st.lists(days(200), max_size=3), st.sampled_from([OVERVIEW, WALL]))
def test_every_task_has_a_bar_inside_a_picture_and_none_covers_another(
    duties: list[Duty], ceremonies: list[date], look: Look
) -> None:
    drawn = drawn_whole(duties, ceremonies, look)
    shown = [duty.id for duty in duties if duty.status is not TaskStatus.DROPPED]
    assert sorted(bar.duty.id for bar in bars_of(drawn)) == shown
    for picture in drawn:
        assert picture.height <= look.most
        for band in picture.bands:
            for bar in band.bars:
                assert bar.x >= look.left
                assert bar.right <= look.width
                assert band.y <= bar.y
                assert bar.y + look.bar <= band.y + band.height <= picture.height
        lanes: dict[float, list[Bar]] = {}
        for bar in bars_of([picture]):
            lanes.setdefault(bar.y, []).append(bar)
        for lane in lanes.values():
            in_order = sorted(lane, key=lambda bar: bar.x)
            assert all(one.right <= other.x + 0.1 for one, other in pairwise(in_order))  # rounded apart


@given(plans())
def test_words_stay_on_the_picture_and_touch_no_other_bar_of_their_lane(duties: list[Duty]) -> None:
    for picture in drawn_whole(duties, [], WALL):
        bars = bars_of([picture])
        for bar in bars:
            if bar.words is None or bar.words.inside:
                continue
            length = len(bar.words.text) * WALL.font * 0.5
            begins = bar.words.x - length if bar.words.ends else bar.words.x
            assert WALL.left <= begins
            assert begins + length <= WALL.width
            others = [other for other in bars if other.y == bar.y and other is not bar]
            assert all(other.right <= begins or begins + length <= other.x for other in others)


@given(plans(), st.lists(days(200), max_size=3))
def test_lines_and_dates_stand_in_order_on_the_axis(duties: list[Duty], ceremonies: list[date]) -> None:
    (drawn,) = drawn_whole(duties, ceremonies)
    marks = [*drawn.weeks, *drawn.ceremonies, drawn.today]
    in_order = sorted(marks, key=lambda mark: mark.day)
    assert [mark.x for mark in in_order] == sorted(mark.x for mark in marks)
    assert all(mark.day.weekday() == 0 for mark in drawn.weeks)
    gaps = [other.x - one.x for one, other in pairwise(drawn.weeks)]
    assert all(gap >= 40 for gap in gaps)


def test_days_off_are_shaded_and_a_saturday_worked_in_exchange_is_not() -> None:
    saturday, holiday = TODAY + timedelta(days=5), TODAY + timedelta(days=2)
    days_off = DaysOff({holiday: "Nghỉ bù"}, frozenset({saturday}))
    far = replace(TASK, deadline=TODAY + timedelta(days=20))
    plain, own = (timeline.draw([far], Calendar(TODAY, (), each))[0] for each in (DaysOff(), days_off))
    day = plain.days_off[0].width / 2
    usual = {(round(rest.x), round(rest.width / day)) for rest in plain.days_off}
    changed = {(round(rest.x), round(rest.width / day)) for rest in own.days_off}
    monday = own.today.x
    assert usual - changed == {(round(monday + 5 * day), 2)}
    assert changed - usual == {(round(monday + 2 * day), 1), (round(monday + 6 * day), 1)}


def test_what_waits_for_another_task_begins_after_it_and_an_arrow_leads_there() -> None:
    first = replace(TASK, given_on=TODAY - timedelta(days=9))
    then = replace(first, id=2, unit_id=8, deadline=TODAY + timedelta(days=9), after_id=1)
    drawn = only([first, then])
    one, other = bars_of([drawn])
    assert one.right == other.x
    (arrow,) = drawn.arrows
    assert arrow.line.startswith(f"M{one.right - 9:g} {one.y + one.height:g}V{other.middle:g}H")
    assert arrow.head.startswith(f"M{other.x:g} {other.middle:g}")


@given(plans())
def test_an_arrow_ends_at_the_bar_that_waits(duties: list[Duty]) -> None:
    for picture in drawn_whole(duties, [], WALL):
        bars = bars_of([picture])
        waiting = [bar for bar in bars if bar.duty.after_id in {each.duty.id for each in bars}]
        assert len(picture.arrows) == len(waiting)
        for arrow in picture.arrows:
            x, y = (float(number) for number in arrow.head[1:].partition("l")[0].split())
            ends = [(bar.x - ROUNDED, bar.right + ROUNDED, bar.y, bar.y + bar.height) for bar in waiting]
            assert any(left <= x <= right and top <= y <= bottom for left, right, top, bottom in ends)


def test_many_tasks_fill_several_pictures_and_a_unit_goes_on_on_the_next() -> None:
    duties = [replace(TASK, id=number, number=number) for number in range(1, 61)]
    drawn = drawn_whole(duties, [], WALL)
    assert len(drawn) > 1
    assert [band.again for picture in drawn for band in picture.bands] == [False, *[True] * (len(drawn) - 1)]
    assert len({tuple(mark.x for mark in picture.weeks) for picture in drawn}) == 1


def test_a_task_that_waits_for_one_on_another_picture_names_its_number() -> None:
    duties = [replace(TASK, id=number, number=number) for number in range(1, 61)]
    duties[-1] = replace(duties[-1], after_id=1)
    drawn = drawn_whole(duties, [], WALL)
    assert [each.number for picture in drawn for each in picture.afar] == [1]
    assert [arrow for picture in drawn for arrow in picture.arrows] == []
    (each,), (bar,) = drawn[-1].afar, [bar for bar in bars_of(drawn[-1:]) if bar.duty.after_id]
    assert each.x < bar.x
    assert each.head.startswith(f"M{bar.x:g} {bar.middle:g}")


@pytest.mark.parametrize(("length", "inside"), [(1, True), (12, False)])
def test_words_stand_in_the_bar_where_they_fit_and_beside_it_otherwise(length: int, inside: bool) -> None:
    task = replace(TASK, text="Việc " * length, number=3, given_on=TODAY - timedelta(days=2))
    far = replace(TASK, id=2, deadline=TODAY + timedelta(days=30))
    bar = next(bar for bar in bars_of(drawn_whole([task, far], [], WALL)) if bar.duty is task)
    assert bar.words is not None
    assert bar.words.text.startswith("3. Việc")
    assert bar.words.inside is inside
    assert inside or bar.words.x == bar.right + GAP


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
    drawn = only([late, done])
    ends = {bar.duty.id: bar.x + bar.width for bar in drawn.bands[0].bars}
    assert ends[1] > drawn.today.x > ends[2]


def test_tasks_without_a_day_draw_nothing() -> None:
    assert timeline.draw([replace(TASK, deadline=None)], Calendar(TODAY, [TODAY])) == []


def test_a_long_name_is_cut_at_a_word() -> None:
    drawn = only([replace(TASK, unit="Trung tâm Văn hóa, Thể thao và Truyền thông xã")])
    assert drawn.bands[0].name == "Trung tâm Văn hóa, Thể thao…"
