"""Rules of ceremonies and the clock of a programme."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.ceremonies import rules
from campaign.ceremonies.rules import CeremonyDraft, ItemDraft, Span
from campaign.workdays import DaysOff

START = datetime(2026, 12, 14, 7, 30)  # noqa: DTZ001 - office time, a Monday
STEPS = st.lists(st.builds(ItemDraft, st.just("x"), st.integers(1, 600), st.booleans()), max_size=20)


@dataclass(frozen=True)
class Dated:
    starts_at: datetime


def test_reception_ends_when_the_ceremony_begins() -> None:
    steps = [ItemDraft("Đón tiếp", 30, True), ItemDraft("Ổn định", 5), ItemDraft("Chào cờ", 4)]
    hours = [
        (span.starts_at.strftime("%H:%M"), span.ends_at.strftime("%H:%M")) for span in rules.run(START, steps)
    ]
    assert hours == [("07:00", "07:30"), ("07:30", "07:35"), ("07:35", "07:39")]
    assert rules.total_minutes(steps) == 9


def test_two_receptions_follow_each_other_up_to_the_announced_hour() -> None:
    steps = [ItemDraft("Đón khách xa", 30, True), ItemDraft("Ký danh sách", 15, True)]
    assert [span.ends_at for span in rules.run(START, steps)] == [START - timedelta(minutes=15), START]


@given(STEPS)
def test_steps_neither_overlap_nor_leave_gaps(steps: list[ItemDraft]) -> None:
    spans = rules.run(START, steps)
    for part in (True, False):
        own = [span for span, step in zip(spans, steps, strict=True) if step.before_start is part]
        assert all(one.ends_at == other.starts_at for one, other in pairwise(own))
        if own:
            assert (own[-1].ends_at if part else own[0].starts_at) == START
    lengths = [(span.ends_at - span.starts_at).total_seconds() / 60 for span in spans]
    assert lengths == [step.minutes for step in steps]


@given(STEPS)
def test_the_programme_ends_when_its_last_step_does(steps: list[ItemDraft]) -> None:
    formal = [
        span for span, step in zip(rules.run(START, steps), steps, strict=True) if not step.before_start
    ]
    assert rules.end_of(START, None, steps) == (formal[-1].ends_at if formal else None)


def test_the_announced_end_wins_over_the_programme() -> None:
    end = START + timedelta(hours=1)
    assert rules.end_of(START, end, [ItemDraft("Dài", 90)]) == end
    assert rules.overrun(START, end, [ItemDraft("Dài", 90)]) == 30


@pytest.mark.parametrize(
    ("ends", "broken"), [(time(7, 0), True), (time(7, 30), True), (time(8, 0), False), (None, False)]
)
def test_a_ceremony_ends_after_it_starts(ends: time | None, broken: bool) -> None:
    draft = CeremonyDraft("Lễ", date(2026, 12, 14), time(7, 30), "Sân", ends)
    assert [problem.field for problem in rules.check(draft)] == (["ends"] if broken else [])


@pytest.mark.parametrize(
    ("minutes", "broken"), [(0, True), (-5, True), (1, False), (600, False), (601, True)]
)
def test_a_step_takes_one_to_six_hundred_minutes(minutes: int, broken: bool) -> None:
    problems = rules.check_item(ItemDraft("Mục", minutes), set(), None)
    assert [problem.field for problem in problems] == (["minutes"] if broken else [])


def test_a_step_is_not_longer_than_the_announced_ceremony() -> None:
    hour = rules.announced(START, START + timedelta(hours=1))
    assert rules.check_item(ItemDraft("Diễn văn", 61), set(), hour)
    assert not rules.check_item(ItemDraft("Diễn văn", 60), set(), hour)
    assert not rules.check_item(ItemDraft("Đón tiếp", 90, before_start=True), set(), hour)


def test_a_step_is_given_to_a_unit_of_the_agency() -> None:
    assert [problem.field for problem in rules.check_item(ItemDraft("Mục", 5, unit_id=9), {1, 2}, None)] == [
        "unit_id"
    ]


def test_days_off_past_days_and_a_long_programme_are_warned_of() -> None:
    day_off = DaysOff({date(2026, 9, 2): "Quốc khánh"})
    at = datetime(2026, 9, 2, 8)  # noqa: DTZ001
    said = rules.warnings(at, at + timedelta(minutes=30), [ItemDraft("Dài", 45)], day_off, date(2026, 9, 3))
    assert ["Quốc khánh" in said[0], "đã qua" in said[1], "15 phút" in said[2]] == [True] * 3


def test_an_ordinary_weekend_is_warned_of_and_a_worked_saturday_is_not() -> None:
    saturday = datetime(2026, 8, 22, 8)  # noqa: DTZ001
    assert len(rules.warnings(saturday, None, [], DaysOff(), date(2026, 8, 1))) == 1
    worked = DaysOff(worked=frozenset({date(2026, 8, 22)}))
    assert rules.warnings(saturday, None, [], worked, date(2026, 8, 1)) == []


def test_the_ceremony_to_look_forward_to_is_the_next_one() -> None:
    days = [Dated(datetime(2026, 12, day, 8)) for day in (20, 1, 14)]  # noqa: DTZ001
    assert rules.main_ceremony(days, date(2026, 12, 14)) is days[2]
    assert rules.main_ceremony(days, date(2026, 12, 15)) is days[0]
    assert rules.main_ceremony(days, date(2027, 1, 1)) is days[0]
    assert rules.main_ceremony([], date(2027, 1, 1)) is None


def test_only_what_moved_is_out_of_date() -> None:
    span, later = (
        Span(START, START + timedelta(minutes=5)),
        Span(START + timedelta(minutes=1), START + timedelta(minutes=6)),
    )
    assert rules.changed({1: span, 2: span}, {1: span, 2: later, 3: later}) == {2}


def test_the_usual_programme_keeps_the_order_of_a_ceremony() -> None:
    steps = rules.USUAL_PROGRAMME
    assert steps[0].before_start
    assert not any(step.before_start for step in steps[1:])
    assert 60 <= rules.total_minutes(steps) <= 90
    assert all(not rules.check_item(step, set(), None) for step in steps)


def test_the_flag_is_saluted_by_three_commands() -> None:
    (script,) = [step.script for step in rules.USUAL_PROGRAMME if "Chào cờ" in step.title]
    assert script is not None
    places = [script.index(command) for command in ("Nghiêm!", "Chào cờ, chào!", "(Hát Quốc ca)", "Thôi!")]
    assert places == sorted(places)
    assert script.rindex("!") == script.index("Thôi!") + len("Thôi")
