"""When messages go and digests are due."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.mailing import rules
from campaign.mailing.rules import CLOSES, OFFICE_ZONE, OPENS, WAITS
from campaign.people.rules.units import DIGEST_HOURS
from campaign.workdays import DaysOff

moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - UTC is added
hours = st.integers(0, 23)
days = st.dates(date(2019, 12, 1), date(2040, 2, 1))
calendars = st.builds(
    DaysOff,
    holidays=st.dictionaries(days, st.just("Tết"), max_size=12),
    worked=st.frozensets(days, max_size=6),
)


def office(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        ("2026-11-23T05:59:59", True),
        ("2026-11-23T06:00", False),
        ("2026-11-23T20:59:59", False),
        ("2026-11-23T21:00", True),
    ],
)
def test_nights_are_quiet(moment: str, quiet: bool) -> None:
    assert rules.is_quiet(office(moment)) is quiet
    assert rules.is_quiet(office(moment).astimezone(UTC)) is quiet


@given(moment=moments)
def test_the_first_open_moment_is_open_and_the_first(moment: datetime) -> None:
    opens = rules.first_open(moment)
    assert opens >= moment
    assert not rules.is_quiet(opens)
    assert opens == moment or (rules.is_quiet(moment) and rules.is_quiet(opens - timedelta(seconds=1)))
    assert opens - moment <= timedelta(hours=9)


def test_every_hour_a_unit_may_choose_is_one_at_which_messages_go() -> None:
    assert all(OPENS <= time(hour) < CLOSES for hour in DIGEST_HOURS)


def test_waits_grow_and_end() -> None:
    waits = [rules.wait_after(attempts) for attempts in range(1, len(WAITS) + 2)]
    assert waits[-1] is None
    assert list(waits[:-1]) == sorted(WAITS)
    assert waits[0] == timedelta(minutes=1)
    assert sum(WAITS, timedelta()) > timedelta(hours=5)


@pytest.mark.parametrize(
    ("due", "now", "overdue"),
    [
        ("2026-11-23T08:00", "2026-11-23T08:10", False),
        ("2026-11-23T08:00", "2026-11-23T08:16", True),
        ("2026-11-22T22:00", "2026-11-23T06:10", False),  # waited for the morning, not for a worker
        ("2026-11-22T22:00", "2026-11-23T06:16", True),
        ("2026-11-22T08:00", "2026-11-22T23:00", False),
        ("2026-11-24T08:00", "2026-11-23T08:00", False),
    ],
)
def test_a_message_is_overdue_when_it_might_have_gone_and_did_not(due: str, now: str, overdue: bool) -> None:
    assert rules.is_overdue(office(due), office(now)) is overdue


def test_without_waiting_messages_nothing_is_overdue() -> None:
    assert not rules.is_overdue(None, office("2026-11-23T08:00"))


# ---------------------------------------------------------------- digests


@given(now=moments, hour=hours, days_off=calendars)
def test_a_digest_is_due_from_its_hour_to_the_end_of_a_working_day(
    now: datetime, hour: int, days_off: DaysOff
) -> None:
    day = now.astimezone(OFFICE_ZONE).date()
    at = datetime.combine(day, time(hour), OFFICE_ZONE)
    due = day if days_off.is_working_day(day) else None
    assert rules.digest_day(at, hour, days_off) == due
    assert rules.digest_day(at - timedelta(seconds=1), hour, days_off) != day
    assert rules.digest_day(at.replace(hour=23, minute=59), hour, days_off) == due


def test_weekends_and_holidays_have_no_digest_and_a_worked_saturday_has() -> None:
    days_off = DaysOff({date(2026, 11, 23): "Nghỉ"}, frozenset({date(2026, 11, 28)}))
    assert rules.digest_day(office("2026-11-23T09:00"), 7, days_off) is None
    assert rules.digest_day(office("2026-11-28T09:00"), 7, days_off) == date(2026, 11, 28)
    assert rules.digest_day(office("2026-11-22T09:00"), 7) is None
