"""Who hears of what on which day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.glossary import TaskStatus, UpdateKind
from campaign.reminders import rules
from campaign.reminders.rules import Duty, Mine, News, Span, Why

MONDAY = date(2026, 11, 23)
SPAN = Span(date(2026, 11, 20), MONDAY)  # after a weekend
TUESDAY = Span(MONDAY, date(2026, 11, 24))
DUTY = Duty(7, "Gửi giấy mời", "Lễ ra mắt", 1, "Văn phòng", MONDAY, None, TaskStatus.DOING)
QUIET = News()


def due(days: int, span: Span = TUESDAY, **more: object) -> Duty:
    return replace(DUTY, deadline=span.today + timedelta(days=days), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "reason"),
    [(4, None), (3, Why.SOON), (2, None), (1, Why.SOON), (0, Why.TODAY), (-1, Why.LATE), (-2, None), (-3, Why.LATE), (-7, Why.LATE), (-8, None)],
)  # fmt: skip
def test_a_task_is_called_to_mind_on_its_days(days: int, reason: Why | None) -> None:
    assert rules.why(due(days), QUIET, TUESDAY) is reason


def test_what_falls_on_a_weekend_is_told_on_monday() -> None:
    assert rules.why(due(-2, SPAN), QUIET, SPAN) is Why.LATE  # one day late on Sunday
    assert rules.why(due(-4, SPAN), QUIET, SPAN) is Why.LATE  # three days late on Sunday
    assert rules.why(due(-3, SPAN), QUIET, SPAN) is Why.LATE  # one day late on Saturday


@pytest.mark.parametrize("status", [TaskStatus.REPORTED, TaskStatus.DONE])
def test_nothing_is_said_of_what_is_finished(status: TaskStatus) -> None:
    news = News({7}, {7})
    assert rules.why(due(-1, status=status), news, TUESDAY) is None


@pytest.mark.parametrize("status", [TaskStatus.PAUSED, TaskStatus.DROPPED])
def test_of_what_is_put_aside_only_that_is_said(status: TaskStatus) -> None:
    assert rules.why(due(-1, status=status), News({7}), TUESDAY) is None
    assert rules.why(due(-1, status=status), News((), {7}), TUESDAY) is Why.CHANGED


def test_a_coordinating_unit_is_told_what_the_lead_said_and_nothing_on_other_days() -> None:
    helped = due(-9, unit="Công an xã", status=TaskStatus.REPORTED)
    words = rules.said(UpdateKind.REPORT, None, "Đã phân công\n06 đồng chí")
    letter = rules.digest(Mine("Văn phòng", (), [helped]), News(told={7: words}), "UBND", TUESDAY)
    assert letter is not None
    assert letter.subject == "Văn phòng: 1 việc phối hợp có tin mới"
    assert "  Công an xã: báo cáo hoàn thành: “Đã phân công 06 đồng chí”" in letter.body
    assert "quá 9 ngày" not in letter.body  # what is finished grows no later
    assert rules.digest(Mine("Văn phòng", (), [helped]), QUIET, "UBND", TUESDAY) is None


def test_a_coordinating_unit_hears_of_what_it_is_newly_asked_to_help_with() -> None:
    letter = rules.digest(Mine("Đoàn xã", (), [replace(DUTY)]), News({7}), "UBND", TUESDAY)
    assert letter is not None
    assert "VIỆC PHỐI HỢP\n- Gửi giấy mời (Lễ ra mắt)" in letter.body
    assert letter.body.count("  chủ trì: Văn phòng") == 1


def test_what_is_given_or_changed_is_told_once_and_the_more_pressing_reason_wins() -> None:
    assert rules.why(due(20), News({7}, {7}), TUESDAY) is Why.GIVEN
    assert rules.why(due(20), News((), {7}), TUESDAY) is Why.CHANGED
    assert rules.why(due(-1), News({7}), TUESDAY) is Why.LATE


def test_a_digest_counts_in_its_subject_and_says_every_day_in_words() -> None:
    letter = rules.digest(
        Mine("Văn phòng", [due(-1), due(0, id=8, text="Họp"), due(9, id=9)]),
        QUIET,
        "UBND xã Bình An",
        TUESDAY,
    )
    assert letter is not None
    assert letter.subject == "Văn phòng: 1 việc quá hạn, 1 việc đến hạn hôm nay"
    assert "hạn thứ Hai, 23/11/2026, quá 1 ngày; đang thực hiện" in letter.body
    assert letter.body.count("- ") == 2


def test_a_day_without_anything_to_say_has_no_digest() -> None:
    mine = Mine("Văn phòng", [due(9), replace(DUTY, deadline=None)])
    assert rules.digest(mine, QUIET, "UBND", TUESDAY) is None


@pytest.mark.parametrize(("days", "told"), [(-7, False), (-8, True), (-9, False), (-15, True), (-22, True)])
def test_the_leader_hears_of_it_on_the_eighth_day_and_once_a_week(days: int, told: bool) -> None:
    assert (rules.for_the_leader([due(days)], "UBND", TUESDAY) is not None) is told


@given(st.integers(-30, 30), st.lists(st.integers(1, 4), min_size=20, max_size=40))
def test_whatever_days_are_off_each_reminder_is_given_exactly_once(days: int, gaps: list[int]) -> None:
    deadline = MONDAY + timedelta(days=days)
    today, late = MONDAY - timedelta(days=40), 0
    for gap in [*gaps, *[1] * 80]:
        span = Span(today, today + timedelta(days=gap))
        late += sum(span.holds(deadline, [after]) for after in rules.BEHIND)
        today = span.today
    assert late == len(rules.BEHIND)
