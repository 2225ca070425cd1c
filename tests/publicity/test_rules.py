"""Rules of publicity activities."""

from dataclasses import replace
from datetime import date

import pytest

from campaign.glossary import Channel
from campaign.publicity import rules
from campaign.publicity.rules import ActivityDraft

NEWS = ActivityDraft(Channel.PRESS, "Đưa tin lễ phát động", unit_id=1)


def fields(draft: ActivityDraft) -> list[str]:
    return [problem.field for problem in rules.check(draft, {1, 2})]


def test_who_and_when_may_be_open() -> None:
    assert fields(NEWS) == []
    assert fields(ActivityDraft(Channel.BANNER, "Treo băng rôn")) == []


def test_one_day_is_a_span() -> None:
    assert fields(replace(NEWS, starts_on=date(2026, 12, 14), ends_on=date(2026, 12, 14))) == []


def test_contradictions_are_refused_at_their_field() -> None:
    assert fields(replace(NEWS, starts_on=date(2026, 12, 14), ends_on=date(2026, 12, 13))) == ["ends_on"]
    assert fields(replace(NEWS, unit_id=9)) == ["unit_id"]


@pytest.mark.parametrize(
    ("starts", "ends", "spoken"),
    [
        (
            date(2026, 12, 1),
            date(2026, 12, 14),
            "từ\N{NO-BREAK SPACE}01/12/2026 đến\N{NO-BREAK SPACE}14/12/2026",
        ),
        (date(2026, 12, 1), date(2026, 12, 1), "thứ Ba, 01/12/2026"),
        (date(2026, 12, 1), None, "từ thứ Ba, 01/12/2026"),
        (None, date(2026, 12, 14), "đến thứ Hai, 14/12/2026"),
        (None, None, ""),
    ],
)
def test_the_days_are_spoken(starts: date | None, ends: date | None, spoken: str) -> None:
    assert rules.spoken_period(starts, ends) == spoken
