"""How long links live, what units have to do, what is sent with a link."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.packets import rules
from campaign.packets.phrases import PacketState
from campaign.packets.rules import Duty, Load
from campaign.tasks.rules.reporting import Side

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("ends_on", "ceremonies", "last"),
    [
        (date(2026, 12, 20), [date(2026, 12, 14)], date(2027, 1, 19)),
        (date(2026, 12, 1), [date(2026, 12, 14), date(2026, 12, 7)], date(2027, 1, 13)),
        (None, [date(2026, 12, 14)], date(2027, 1, 13)),
        (date(2026, 10, 24), [], date(2026, 11, 23)),
        (None, [], date(2027, 2, 21)),
        (date(2026, 10, 23), [], date(2027, 2, 21)),
    ],
    ids=["end", "last ceremony", "no end", "thirtieth day", "nothing known", "long gone"],
)
def test_a_link_lives_thirty_days_longer_than_the_campaign(
    ends_on: date | None, ceremonies: list[date], last: date
) -> None:
    assert rules.expiry(ends_on, ceremonies, TODAY) == last


@given(st.none() | DAYS, st.lists(DAYS, max_size=4), DAYS)
def test_a_new_link_opens_today_and_to_the_last_day_it_can(
    ends_on: date | None, ceremonies: list[date], today: date
) -> None:
    last = rules.expiry(ends_on, ceremonies, today)
    assert rules.state_of(last, None, today) is PacketState.ACTIVE
    assert rules.state_of(last, None, last + timedelta(days=1)) is PacketState.EXPIRED
    known = [day for day in (ends_on, *ceremonies) if day]
    assert last in ([max(known) + timedelta(days=30)] if known else []) + [today + timedelta(days=90)]


def test_a_link_taken_back_opens_on_no_day() -> None:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    for day in (date(2026, 10, 1), TODAY, date(2028, 1, 1)):
        assert rules.state_of(date(2027, 1, 1), at, day) is PacketState.REVOKED


def test_one_letter_makes_another_hash() -> None:
    token = "abcdefghijklmnopqrstuw"
    assert rules.hash_of(token) != rules.hash_of(token[:-1] + "x")
    assert token not in rules.hash_of(token)


def test_opening_again_is_news_after_ten_minutes() -> None:
    at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert rules.is_news(None, at)
    assert not rules.is_news(at, at + timedelta(minutes=9, seconds=59))
    assert rules.is_news(at, at + timedelta(minutes=10))


def test_what_units_have_to_do() -> None:
    near, far = date(2026, 12, 1), date(2026, 12, 9)
    duties = [
        Duty(1, [2], far, running=True),
        Duty(1, [], near, running=True),
        Duty(1, [2], date(2026, 11, 1), running=False),
        Duty(3, [], None, running=True),
    ]
    assert rules.loads(duties) == {1: Load(3, 2, near), 2: Load(2, 1, far), 3: Load(1, 1, None)}


def test_the_lead_reports_and_a_helper_helps() -> None:
    assert rules.side_of(1, 1) is Side.LEAD
    assert rules.side_of(2, 1) is Side.HELPER
    author = rules.author_of("Đoàn xã")
    assert (author.id, author.full_name) == (None, "Đoàn xã (qua đường dẫn)")


def test_the_text_of_a_link_says_what_by_when_and_where() -> None:
    span = TODAY, date(2027, 1, 13)
    text = rules.message(
        "Đoàn xã", "Ngày không hẹn", Load(4, 3, date(2026, 12, 1)), "https://xa.example/u/abc", span
    )
    lines = text.splitlines()
    assert lines[0] == "Kính gửi Đoàn xã,"
    assert "3 nhiệm vụ" in lines[1]
    assert "“Ngày không hẹn”" in lines[1]
    assert lines[2] == "Hạn gần nhất: thứ Ba, 01/12/2026."
    assert "https://xa.example/u/abc" in lines
    assert "đến hết thứ Tư, 13/01/2027" in lines[-1]


def test_the_text_is_true_when_late_and_when_nothing_is_left() -> None:
    span = TODAY, date(2027, 1, 13)
    assert "đã quá hạn" in rules.message("Đoàn xã", "Lễ", Load(1, 1, date(2026, 11, 22)), "x", span)
    idle = rules.message("Đoàn xã", "Lễ", Load(2, 0, None), "x", span)
    assert "không còn nhiệm vụ nào" in idle
    assert "Hạn gần nhất" not in idle
