"""Rules of service days and procedures."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.service_days import rules
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft, Sibling

ROLL_OUT = ServiceDayDraft("Ngày không viết", date(2023, 10, 15), weekday=2)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def fields(draft: ServiceDayDraft) -> list[str]:
    return [problem.field for problem in rules.check(draft)]


def test_a_series_from_a_sunday_on_wednesdays_begins_on_the_first_wednesday() -> None:
    assert rules.first_day(date(2023, 10, 15), 2) == date(2023, 10, 18)
    assert rules.spoken_rule(ROLL_OUT) == "từ 15/10/2023, thứ Tư hằng tuần"
    assert rules.spoken_first_day(ROLL_OUT) == "ngày đầu tiên thứ Tư, 18/10/2023"


@given(DAYS, st.integers(0, 6))
def test_the_first_day_is_that_weekday_within_a_week(starts: date, weekday: int) -> None:
    first = rules.first_day(starts, weekday)
    assert first.weekday() == weekday
    assert timedelta(0) <= first - starts < timedelta(days=7)


@given(DAYS, st.integers(0, 6), DAYS, st.one_of(st.none(), DAYS), st.integers(0, 12))
def test_days_are_weekly_within_start_and_end(
    starts: date, weekday: int, since: date, ends: date | None, most: int
) -> None:
    days = rules.days(replace(ROLL_OUT, starts_on=starts, weekday=weekday, ends_on=ends), since, most)
    assert len(days) <= most
    assert all(day.weekday() == weekday and day >= max(starts, since) for day in days)
    assert ends is None or all(day <= ends for day in days)
    assert all(later - day == timedelta(days=7) for day, later in pairwise(days))
    if ends is None:
        assert len(days) == most


def test_words_alone_have_no_days() -> None:
    words = replace(ROLL_OUT, weekday=None, words="1-2 ngày thứ Bảy trong tháng", ends_on=date(2023, 12, 31))
    assert fields(words) == []
    assert rules.days(words, date(2023, 10, 1), 8) == []
    assert rules.spoken_first_day(words) is None
    assert rules.spoken_rule(words) == "từ 15/10/2023 đến 31/12/2023, 1-2 ngày thứ Bảy trong tháng"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"weekday": None}, "weekday"),
        ({"weekday": 7}, "weekday"),
        ({"words": "mỗi tháng hai lần"}, "words"),
        ({"ends_on": date(2023, 10, 14)}, "ends_on"),
        ({"ends_on": date(2023, 10, 17)}, "ends_on"),
        ({"opens_at": time(15), "closes_at": time(7, 30)}, "closes_at"),
        ({"opens_at": time(15), "closes_at": time(15)}, "closes_at"),
    ],
)
def test_contradictions_are_refused_at_their_field(change: dict[str, object], field: str) -> None:
    assert fields(replace(ROLL_OUT, **change)) == [field]  # type: ignore[arg-type]


def test_a_series_that_ends_on_its_first_day_has_one() -> None:
    assert fields(replace(ROLL_OUT, ends_on=date(2023, 10, 18))) == []


def test_a_series_without_any_day_says_which_would_be_the_first() -> None:
    [problem] = rules.check(replace(ROLL_OUT, ends_on=date(2023, 10, 17)))
    assert "thứ Tư" in problem.sentence
    assert "18/10/2023" in problem.sentence


def test_hours_are_spoken() -> None:
    assert rules.spoken_hours(time(7, 30), time(15)) == "từ 7 giờ 30 phút đến 15 giờ"
    assert rules.spoken_hours(None, time(15)) == "đến 15 giờ"
    assert rules.spoken_hours(time(7, 30), None) == "từ 7 giờ 30 phút"
    assert rules.spoken_hours(None, None) == ""


# ---------------------------------------------------------------- procedures


MARRIAGE = Sibling(3, "1.004873", "Xác nhận tình trạng hôn nhân", "Cấp xã")


@pytest.mark.parametrize(
    "code", ["1.00487", "1.0048733", "a.004873", "1,004873", "1.004873\n", "\N{FULLWIDTH DIGIT ONE}.004873"]
)
def test_a_code_is_a_digit_a_dot_and_six_digits(code: str) -> None:
    [problem] = rules.check_procedure(ProcedureDraft("Khác", "Cấp xã", code), [])
    assert problem.field == "code"


def test_a_code_or_name_stands_once_under_a_heading() -> None:
    [problem] = rules.check_procedure(ProcedureDraft("Khác", "CẤP XÃ", "1.004873"), [MARRIAGE])
    assert (problem.field, "số 3" in problem.sentence) == ("code", True)
    [problem] = rules.check_procedure(ProcedureDraft("xac nhan tinh trang hon nhan", "Cấp xã"), [MARRIAGE])
    assert problem.field == "name"


def test_another_heading_or_another_code_is_no_double() -> None:
    for draft in (
        ProcedureDraft(MARRIAGE.name, "Cấp tỉnh", MARRIAGE.code),
        ProcedureDraft(MARRIAGE.name, "Cấp xã", "1.004874"),
    ):
        assert rules.check_procedure(draft, [MARRIAGE]) == []
