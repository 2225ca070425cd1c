"""What stands in the calendars."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from campaign.schedule.rules import Kind, lines, series

WEDNESDAY = 2
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def test_a_weekly_series_begins_on_its_own_weekday() -> None:
    found = series(WEDNESDAY, date(2023, 10, 15), None, time(7, 30), time(15))
    assert found is not None
    assert (found.start, found.end) == (datetime(2023, 10, 18, 7, 30), datetime(2023, 10, 18, 15))  # noqa: DTZ001


@given(
    st.integers(0, 6), DAYS, st.none() | st.integers(0, 30), st.none() | st.times(), st.none() | st.times()
)
def test_every_series_lies_on_its_rule_and_inside_its_span(
    weekday: int, starts: date, length: int | None, opens: time | None, closes: time | None
) -> None:
    ends = None if length is None else starts + timedelta(days=length)
    found = series(weekday, starts, ends, opens, closes)
    if found is None:
        assert length is not None
        assert length < 6
        return
    assert found.start.weekday() == weekday
    first = found.start.date() if isinstance(found.start, datetime) else found.start
    assert starts <= first < starts + timedelta(days=7)
    assert ends is None or first <= ends
    assert isinstance(found.start, datetime) is (opens is not None)
    assert found.end is None or (isinstance(found.start, datetime) and found.end > found.start)


def test_words_without_a_weekday_make_no_series() -> None:
    assert series(None, date(2026, 1, 1), None, None, None) is None


def test_a_series_that_ends_before_its_first_day_is_none() -> None:
    assert series(WEDNESDAY, date(2026, 11, 26), date(2026, 11, 30), None, None) is None


def test_an_hour_of_closing_alone_leaves_whole_days() -> None:
    found = series(WEDNESDAY, date(2026, 11, 23), None, None, time(15))
    assert found is not None
    assert (found.start, found.end) == (date(2026, 11, 25), None)


def test_unknown_facts_leave_no_line() -> None:
    assert (
        lines(("Chủ trì: {text}", None), ("Trang phục: {text}", "áo dài"), ("{text}", ""))
        == "Trang phục: áo dài"
    )


def test_braces_in_a_text_stay_as_they_are() -> None:
    assert lines(("Ghi chú: {text}", "phòng {A}")) == "Ghi chú: phòng {A}"


def test_file_names_are_vietnamese_and_name_the_campaign() -> None:
    assert Kind.TASKS.file_name("ngay-khong-hen") == "Lịch hạn nhiệm vụ ngay-khong-hen.ics"
    assert len({kind.file_name("x") for kind in Kind}) == len(Kind)
