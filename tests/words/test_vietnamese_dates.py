import unicodedata
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import (
    countdown,
    deadline_countdown,
    legal_date,
    moment,
    parse_date,
    parse_time,
    short_date,
    spoken_date,
    spoken_time,
    weekday_name,
)

LAUNCH = date(2023, 3, 24)
times = st.times().map(lambda at: time(at.hour, at.minute))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2023, 3, 24), "24/3/2023"),
        (date(2023, 3, 1), "01/3/2023"),
        (date(2023, 1, 5), "05/01/2023"),
        (date(2022, 2, 28), "28/02/2022"),
        (date(2022, 12, 29), "29/12/2022"),
    ],
)
def test_days_under_ten_and_the_first_two_months_get_a_zero(day: date, written: str):
    assert short_date(day) == written


def test_weekdays_carry_the_capitals_of_the_decree():
    monday = date(2023, 3, 20)
    names = [weekday_name(monday + timedelta(days=days)) for days in range(7)]
    assert names == ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]


def test_a_date_is_spoken_with_its_weekday():
    assert spoken_date(LAUNCH) == "thứ Sáu, 24/3/2023"
    assert spoken_date(date(2023, 10, 15)) == "Chủ nhật, 15/10/2023"


def test_the_head_of_a_document_carries_the_full_date():
    assert legal_date(date(2026, 1, 5)) == "ngày 05 tháng 01 năm 2026"
    assert legal_date(LAUNCH) == "ngày 24 tháng 3 năm 2023"


def test_a_draft_leaves_room_for_the_day_and_an_unknown_month():
    assert legal_date(None, 2023) == "ngày      tháng      năm 2023"
    assert legal_date(None, 2023, 9) == "ngày      tháng 9 năm 2023"
    assert legal_date(None, 2024, 1) == "ngày      tháng 01 năm 2024"


def test_a_draft_without_a_year_is_refused():
    with pytest.raises(ValueError, match="year"):
        legal_date(None)


@pytest.mark.parametrize(
    ("at", "spoken"),
    [(time(7, 30), "7 giờ 30 phút"), (time(15), "15 giờ"), (time(9, 5), "9 giờ 05 phút"), (time(0), "0 giờ")],
)
def test_times_are_spoken_on_the_long_clock(at: time, spoken: str):
    assert spoken_time(at) == spoken


def test_an_invitation_gives_time_weekday_and_date():
    assert moment(datetime.combine(LAUNCH, time(7, 30))) == "7 giờ 30 phút, thứ Sáu, ngày 24/3/2023"


@pytest.mark.parametrize(
    ("days", "event", "deadline"),
    [
        (12, "còn 12 ngày", "còn 12 ngày"),
        (2, "còn 2 ngày", "còn 2 ngày"),
        (1, "ngày mai", "đến hạn ngày mai"),
        (0, "hôm nay", "đến hạn hôm nay"),
        (-1, "đã diễn ra hôm qua", "quá hạn 1 ngày"),
        (-3, "đã diễn ra 3 ngày trước", "quá hạn 3 ngày"),
    ],
)
def test_the_days_left_are_said_in_plain_words(days: int, event: str, deadline: str):
    today = date(2024, 2, 28)
    assert countdown(today, today + timedelta(days=days)) == event
    assert deadline_countdown(today, today + timedelta(days=days)) == deadline


@given(st.dates())
def test_every_written_date_is_read_back(day: date):
    assert parse_date(short_date(day)) == day
    assert parse_date(spoken_date(day)) == day
    assert parse_date(legal_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day}-{day.month}-{day.year:04}") == day
    assert parse_date(f"{day.day:02}.{day.month:02}.{day.year:04}") == day


@given(st.datetimes())
def test_the_date_in_a_moment_is_read_back(when: datetime):
    assert parse_date(moment(when).partition(", ")[2]) == when.date()


@pytest.mark.parametrize(
    "text",
    [
        " 24/3/2023 ",
        "24 / 3 / 2023",
        "Ngày 24/3/2023",
        "Thứ Sáu, ngày 24/3/2023",
        "thứ sáu ngày 24 tháng 03 năm 2023",
    ],
)
def test_a_date_is_read_as_people_type_it(text: str):
    assert parse_date(text) == LAUNCH
    assert parse_date(unicodedata.normalize("NFD", text)) == LAUNCH


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3/24/2023",
        "29/02/2023",
        "31/4/2023",
        "0/3/2023",
        "24/3/23",
        "24/3-2023",
        "24/3",
        "2023/03/24",
        "2023-3-24",
        "2023-24-03",
        "24/3/0000",
        "thứ Bảy, 24/3/2023",
        "24 tháng 3",
        "ngày mai",
        "24/3/2023 hoặc 25/3/2023",
        "٢٤/٣/٢٠٢٣",
    ],
)
def test_what_is_not_a_vietnamese_date_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the calendar's own refusals count as well
        parse_date(text)


@given(times)
def test_every_written_time_is_read_back(at: time):
    assert parse_time(spoken_time(at)) == at
    assert parse_time(at.isoformat("minutes")) == at
    assert parse_time(at.isoformat("seconds")) == at
    assert parse_time(f"{at.hour}h{at.minute:02}") == at


@pytest.mark.parametrize(
    "text", ["7h30", "07:30", "7:30", "7g30", "7 h 30", "7H30", "7 giờ 30 phút", "7 giờ 30", "07 Giờ 30 Phút"]
)
def test_a_time_is_read_as_people_type_it(text: str):
    assert parse_time(text) == time(7, 30)
    assert parse_time(unicodedata.normalize("NFD", text)) == time(7, 30)


@pytest.mark.parametrize("text", ["15h", "15 giờ", "15:00"])
def test_a_full_hour_needs_no_minutes(text: str):
    assert parse_time(text) == time(15)


@pytest.mark.parametrize(
    "text", ["", "25h", "24:00", "7:60", "7h5", "7", "730", "7 giờ chiều", "07:30:15", "-7h"]
)
def test_what_is_not_a_time_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the clock's own refusals count as well
        parse_time(text)
