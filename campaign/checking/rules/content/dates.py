"""Dates that contradict the calendar, the day of issue or each other."""

import re
from collections.abc import Iterator
from datetime import date

from campaign.checking.phrases import RESPONSIBILITY, Part, Severity
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.content import phrases
from campaign.checking.rules.content.texts import texts
from campaign.checking.rules.findings import Fault, Rule
from campaign.checking.rules.phrases import NARRATING_KINDS
from campaign.checking.rules.pieces import Piece
from campaign.vietnamese import short_date, weekday_name

_ANY_CASE = re.IGNORECASE
_DAY = re.compile(phrases.DAY)
_DAYS = (_DAY, re.compile(phrases.LONG_DAY, _ANY_CASE))
_WITH_WEEKDAY = tuple(
    re.compile(pattern, _ANY_CASE)
    for day in (phrases.DAY, phrases.LONG_DAY, phrases.SHORT_DAY)
    for pattern in (
        phrases.WEEKDAY + phrases.BETWEEN_WEEKDAY_AND_DAY + day,
        day + phrases.BETWEEN_DAY_AND_WEEKDAY + phrases.WEEKDAY,
    )
)
_EVENT = re.compile(phrases.EVENT, _ANY_CASE)
_PILOT = re.compile(phrases.PILOT + phrases.DAY, _ANY_CASE)
_DEADLINE = re.compile(phrases.DEADLINE + phrases.DAY, _ANY_CASE)
_NAMED_DAY = re.compile(r"\?P<(\w+)>")
_RANGE = re.compile(
    phrases.RANGE.format(
        first=_NAMED_DAY.sub(r"?P<from_\1>", phrases.DAY),
        last=_NAMED_DAY.sub(r"?P<to_\1>", phrases.DAY),
        weekday=phrases.RANGE_WEEKDAY,
    ),
    _ANY_CASE,
)


def _date(found: re.Match[str], prefix: str = "") -> date | None:
    return _day(*(found[f"{prefix}{name}"] for name in ("year", "month", "day")))


def _day(*numbers: str | int) -> date | None:
    try:
        return date(*map(int, numbers))
    except ValueError:
        return None


def _weekdays(anatomy: Anatomy) -> Iterator[Fault]:
    for piece in texts(anatomy):
        for pattern in _WITH_WEEKDAY:
            for found in pattern.finditer(piece.text):
                day, said = _date_or_nearest(found, anatomy), found["weekday"].lower()
                said = phrases.DIGIT_WEEKDAYS.get(said[-1], said)
                if day and weekday_name(day).lower() != said:
                    asked = phrases.WEEKDAY_ASKED.format(day=short_date(day), weekday=weekday_name(day))
                    yield Fault(f"“{found[0]}”", piece, asked)


def _date_or_nearest(found: re.Match[str], anatomy: Anatomy) -> date | None:
    """The day that is written; without a year the one nearest to the day of issue."""
    if "year" in found.groupdict():
        return _date(found)
    issued = earliest_issue(anatomy)
    if issued is None:
        return None
    days = [_day(year, found["month"], found["day"]) for year in range(issued.year - 1, issued.year + 2)]
    return min((day for day in days if day), key=lambda day: abs(day - issued), default=None)


def _unreal(anatomy: Anatomy) -> Iterator[Fault]:
    for piece in texts(anatomy):
        for pattern in _DAYS:
            for found in pattern.finditer(piece.text):
                if ("/" in found[0] or pattern is not _DAY) and _date(found) is None:
                    yield Fault(f"“{found[0]}”", piece)


def earliest_issue(anatomy: Anatomy) -> date | None:
    """The first day the document can have been issued on: what its head leaves blank is taken as early as can be."""
    piece = anatomy.first(Part.DATE)
    numbers = re.findall(r"\d+", piece.text.partition(",")[2]) if piece else []
    if not numbers or len(numbers[-1]) != 4:
        return None
    year, *known = reversed(numbers)
    return _day(year, *[*known, 1, 1][:2])


def _events(anatomy: Anatomy) -> Iterator[tuple[Piece, date]]:
    for piece in texts(anatomy):
        if _EVENT.match(piece.numbered):
            days = [
                day for pattern in _DAYS for found in pattern.finditer(piece.text) if (day := _date(found))
            ]
            yield from ((piece, day) for day in days[:1])


def _before_issue(anatomy: Anatomy) -> Iterator[Fault]:
    """Not of papers that tell what has been; a task about the paper itself may well be done before it is issued."""
    issued = earliest_issue(anatomy)
    if issued is None or anatomy.kind in NARRATING_KINDS:
        return
    told = [(phrases.WHAT_EVENT, piece, day) for piece, day in _events(anatomy)]
    for piece in texts(anatomy):
        for sentence in re.split(r"(?<=[.;])\s", piece.text):
            if not phrases.PAST.search(sentence):
                told += [
                    (phrases.WHAT_PILOT, piece, day)
                    for found in _PILOT.finditer(sentence)
                    if (day := _date(found))
                ]
            if not phrases.OWN_PAPER.search(sentence):
                told += [
                    (phrases.WHAT_DEADLINE, piece, day)
                    for found in _DEADLINE.finditer(sentence)
                    if (day := _date(found))
                ]
    for what, piece, day in told:
        if day < issued:
            yield Fault(
                phrases.BEFORE_ISSUE.format(what=what, day=short_date(day), issued=short_date(issued)), piece
            )


def _ranges(anatomy: Anatomy) -> Iterator[Fault]:
    for piece in texts(anatomy):
        for found in _RANGE.finditer(piece.text):
            first, last = _date(found, "from_"), _date(found, "to_")
            if first and last and last < first:
                yield Fault(
                    phrases.RANGE_TURNED.format(first=short_date(first), last=short_date(last)), piece
                )


def _days_off(anatomy: Anatomy) -> Iterator[Fault]:
    if anatomy.kind in NARRATING_KINDS:
        return
    told = [(phrases.WHAT_EVENT, piece, day) for piece, day in _events(anatomy)]
    told += [
        (phrases.WHAT_DEADLINE, piece, day)
        for piece in texts(anatomy)
        for found in _DEADLINE.finditer(piece.text)
        if not phrases.BOUNDARY.match(found[0]) and (day := _date(found))
    ]
    for what, piece, day in told:
        if not anatomy.days.is_working_day(day):
            reason = anatomy.days.reason(day) or weekday_name(day)
            yield Fault(phrases.OFF.format(what=what, reason=reason, day=short_date(day)), piece)


RULES = (
    Rule("words.weekday", Part.WORDS, RESPONSIBILITY, phrases.WEEKDAY_ASKED, _weekdays),
    Rule("words.unreal_day", Part.WORDS, RESPONSIBILITY, phrases.REAL_DAY_ASKED, _unreal),
    Rule(
        "words.before_issue",
        Part.WORDS,
        RESPONSIBILITY,
        phrases.AFTER_ISSUE_ASKED,
        _before_issue,
        Severity.MEND,
    ),
    Rule("words.range", Part.WORDS, RESPONSIBILITY, phrases.RANGE_ASKED, _ranges),
    Rule("words.day_off", Part.WORDS, RESPONSIBILITY, phrases.WORKDAY_ASKED, _days_off, Severity.NOTE),
)
