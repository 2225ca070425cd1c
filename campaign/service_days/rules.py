"""Rules of service days and procedures: what a draft must keep to, which days a series has. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Protocol

from campaign.errors import Problem
from campaign.service_days import phrases
from campaign.vietnamese import fold, short_date, spoken_date, spoken_time, weekday_name

_CODE = re.compile(r"\d\.\d{6}", re.ASCII)
_A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True)
class ServiceDayDraft:
    """A service day as typed: a weekday (0 Monday … 6 Sunday) or words, never both; the end may be open."""

    name: str
    starts_on: date
    weekday: int | None = None
    words: str | None = None
    ends_on: date | None = None
    opens_at: time | None = None
    closes_at: time | None = None
    place: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ProcedureDraft:
    """A procedure as typed: national code d.dddddd when known, name, heading it is listed under."""

    name: str
    served_at: str
    code: str | None = None


@dataclass(frozen=True)
class Sibling:
    """Another procedure of the campaign, for telling doubles: its number in the list and what it says."""

    number: int
    code: str | None
    name: str
    served_at: str


class Series(Protocol):
    """What a draft and a row share: when the days of the model are."""

    @property
    def weekday(self) -> int | None: ...
    @property
    def words(self) -> str | None: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date | None: ...


def check(draft: ServiceDayDraft) -> list[Problem]:
    """Problems of a service day's draft."""
    problems = []
    if draft.weekday is None and not draft.words:
        problems.append(Problem("weekday", phrases.NO_RULE))
    if draft.weekday is not None and draft.words:
        problems.append(Problem("words", phrases.TWO_RULES))
    if draft.weekday is not None and not 0 <= draft.weekday <= 6:
        return [Problem("weekday", phrases.BAD_WEEKDAY)]
    if draft.opens_at and draft.closes_at and draft.closes_at <= draft.opens_at:
        problems.append(Problem("closes_at", phrases.CLOSES_FIRST))
    return problems + _check_end(draft)


def _check_end(draft: ServiceDayDraft) -> list[Problem]:
    if draft.ends_on is None:
        return []
    starts, ends = short_date(draft.starts_on), short_date(draft.ends_on)
    if draft.ends_on < draft.starts_on:
        return [Problem("ends_on", phrases.ENDS_FIRST.format(starts=starts, ends=ends))]
    if draft.weekday is None or days(draft, draft.starts_on, 1):
        return []
    first = first_day(draft.starts_on, draft.weekday)
    return [
        Problem(
            "ends_on",
            phrases.NO_DAY.format(
                starts=starts, ends=ends, weekday=weekday_name(first), first=short_date(first)
            ),
        )
    ]


def first_day(starts_on: date, weekday: int) -> date:
    """The first such weekday on or after the start (a series from Sunday 15/10/2023, on Wednesdays, begins on the 18th)."""
    return starts_on + timedelta(days=(weekday - starts_on.weekday()) % 7)


def days(series: Series, since: date, most: int) -> list[date]:
    """The first `most` days of the series on or after `since`; none when only words say when."""
    if series.weekday is None:
        return []
    first = first_day(max(series.starts_on, since), series.weekday)
    coming = (first + timedelta(weeks=week) for week in range(most))
    return [day for day in coming if series.ends_on is None or day <= series.ends_on]


def spoken_rule(series: Series) -> str:
    """When the model applies: "từ 15/10/2023, thứ Tư hằng tuần", or the words instead of the weekday."""
    starts, ends = short_date(series.starts_on), series.ends_on
    span = (
        phrases.FROM.format(starts=starts)
        if ends is None
        else phrases.FROM_TO.format(starts=starts, ends=short_date(ends))
    )
    return f"{span}, {spoken_weekday(series.weekday) if series.weekday is not None else series.words}"


def spoken_weekday(weekday: int) -> str:
    """The rule of a weekly series: "thứ Tư hằng tuần"."""
    return phrases.WEEKLY.format(weekday=weekday_name(_A_MONDAY + timedelta(days=weekday)))


def spoken_first_day(series: Series) -> str | None:
    """The first real day, "ngày đầu tiên thứ Tư, 18/10/2023"; None when only words say when."""
    first = days(series, series.starts_on, 1)
    return phrases.FIRST_DAY.format(first=spoken_date(first[0])) if first else None


def spoken_hours(opens_at: time | None, closes_at: time | None) -> str:
    """The hours of a day: "từ 7 giờ 30 phút đến 15 giờ", half of it, or nothing."""
    if opens_at and closes_at:
        return phrases.HOURS.format(opens=spoken_time(opens_at), closes=spoken_time(closes_at))
    if opens_at:
        return phrases.OPENS.format(opens=spoken_time(opens_at))
    return phrases.CLOSES.format(closes=spoken_time(closes_at)) if closes_at else ""


def check_procedure(draft: ProcedureDraft, others: Iterable[Sibling]) -> list[Problem]:
    """Problems of a procedure; one heading lists a code or a name once (another level may list it again)."""
    problems = []
    if draft.code and not _CODE.fullmatch(draft.code):
        problems.append(Problem("code", phrases.BAD_CODE))
    for other in others:
        if fold(other.served_at) != fold(draft.served_at):
            continue
        if draft.code and other.code == draft.code:
            sentence = phrases.SAME_CODE.format(code=draft.code, heading=other.served_at, number=other.number)
            return [*problems, Problem("code", sentence)]
        if fold(other.name) == fold(draft.name) and not (draft.code and other.code):
            sentence = phrases.SAME_NAME.format(heading=other.served_at, number=other.number)
            return [*problems, Problem("name", sentence)]
    return problems
