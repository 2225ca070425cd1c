"""Rules of publicity activities: what a draft must keep to, and how its days are spoken. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from campaign.errors import Problem
from campaign.glossary import Channel
from campaign.publicity import phrases
from campaign.vietnamese import short_date, spoken_date


@dataclass(frozen=True)
class ActivityDraft:
    """An activity as typed: what is said on which channel; who, when and where may be open."""

    channel: Channel
    content: str
    unit_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    place: str | None = None
    note: str | None = None


def check(draft: ActivityDraft, units: Collection[int]) -> list[Problem]:
    """Problems of a draft among the agency's unit ids."""
    problems = []
    if draft.unit_id is not None and draft.unit_id not in units:
        problems.append(Problem("unit_id", phrases.UNKNOWN_UNIT))
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        sentence = phrases.ENDS_FIRST.format(
            starts=short_date(draft.starts_on), ends=short_date(draft.ends_on)
        )
        problems.append(Problem("ends_on", sentence))
    return problems


def spoken_period(starts_on: date | None, ends_on: date | None) -> str:
    """The days of an activity: "từ 01/12/2026 đến 14/12/2026", one day with its weekday, a half-open span, or nothing."""
    if starts_on and ends_on:
        if starts_on == ends_on:
            return spoken_date(starts_on)
        return phrases.FROM_TO.format(starts=short_date(starts_on), ends=short_date(ends_on))
    if starts_on:
        return phrases.FROM.format(starts=spoken_date(starts_on))
    return phrases.TO.format(ends=spoken_date(ends_on)) if ends_on else ""
