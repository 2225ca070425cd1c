"""Are we on time, which units are stuck, what is new."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from campaign.glossary import TaskClass, TaskStatus
from campaign.overview.rules.answers import SHOWN, Piece, gathered, stuck, verdict
from campaign.overview.rules.attention import Duty
from campaign.workdays import DaysOff

TODAY = date(2026, 11, 23)  # a Monday
LONG_AGO = TODAY - timedelta(days=30)
TASK = Duty(1, "le", "Việc", 7, "Văn phòng", TODAY, None, TODAY, TaskStatus.OPEN, None, None, LONG_AGO)


def due(days: int, status: TaskStatus = TaskStatus.DOING, **more: object) -> Duty:
    deadline = TODAY + timedelta(days=days)
    done_on = deadline if status is TaskStatus.DONE else None
    return replace(TASK, deadline=deadline, status=status, done_on=done_on, **more)  # type: ignore[arg-type]


def test_a_campaign_is_late_by_its_worst_task() -> None:
    worst = due(-9, unit="Phòng Kinh tế")
    found = verdict([due(-2), worst, due(3), due(-20, TaskStatus.DONE), due(-40, TaskStatus.DROPPED)], TODAY)
    assert found is not None
    assert not found.on_time
    assert (
        found.sentence
        == "Chậm tiến độ: 2 trong 3 việc đang thực hiện đã quá hạn, lâu nhất 9 ngày (Phòng Kinh tế)."
    )
    assert found.classes == {
        TaskClass.DONE_IN_TIME: 1,
        TaskClass.DONE_LATE: 0,
        TaskClass.RUNNING_IN_TIME: 1,
        TaskClass.RUNNING_LATE: 2,
    }


@pytest.mark.parametrize(
    ("duties", "sentence"),
    [
        ([due(0), due(5)], "Đúng tiến độ: không việc nào quá hạn trong 2 việc đang thực hiện."),
        ([due(-5, TaskStatus.DONE)], "Đã xong cả 1 việc."),
    ],
)
def test_a_campaign_without_late_tasks_is_on_time(duties: list[Duty], sentence: str) -> None:
    found = verdict(duties, TODAY)
    assert found is not None
    assert found.on_time
    assert found.sentence == sentence


def test_nothing_to_do_is_no_answer() -> None:
    assert verdict([due(0, TaskStatus.PAUSED)], TODAY) is None


def test_a_unit_silent_for_a_working_week_with_pressing_tasks_is_stuck() -> None:
    last_monday, last_tuesday = TODAY - timedelta(days=7), TODAY - timedelta(days=6)
    duties = [due(-1), due(7), due(8), due(-1, unit_id=8, unit="Công an xã")]
    (found,) = stuck(duties, {7: last_monday, 8: last_tuesday}, TODAY, DaysOff())
    assert (found.unit, found.since, found.days, found.late, found.soon) == (
        "Văn phòng",
        last_monday,
        5,
        1,
        1,
    )
    assert found.heard


def test_days_off_do_not_count_as_silence() -> None:
    last_monday = TODAY - timedelta(days=7)
    days_off = DaysOff({last_monday + timedelta(days=2): "Nghỉ bù"})
    assert stuck([due(-1)], {7: last_monday}, TODAY, days_off) == []


@pytest.mark.parametrize("duty", [due(8), due(-1, TaskStatus.REPORTED), due(-1, TaskStatus.PAUSED)])
def test_a_silent_unit_with_nothing_pressing_is_left_in_peace(duty: Duty) -> None:
    assert stuck([duty], {}, TODAY, DaysOff()) == []


def test_a_unit_that_never_spoke_is_counted_from_the_day_it_got_its_tasks() -> None:
    given = TODAY - timedelta(days=10)
    (found,) = stuck([due(1, given_on=given)], {}, TODAY, DaysOff())
    assert (found.since, found.heard) == (given, False)
    newly = stuck([due(1, given_on=TODAY - timedelta(days=2))], {7: LONG_AGO}, TODAY, DaysOff())
    assert newly == []  # silent for long, but it has had these tasks for two days only


def test_news_comes_newest_first_and_says_how_much_is_left_out() -> None:
    pieces = [
        Piece(datetime(2026, 11, 23, hour, tzinfo=UTC), "Lan", str(hour), "Mới giao")
        for hour in range(SHOWN + 2)
    ]
    (news,) = gathered({"Nhiệm vụ thêm, bỏ": pieces, "Đổi hạn": []})
    assert [piece.title for piece in news.pieces] == ["5", "4", "3", "2"]
    assert news.more == 2
