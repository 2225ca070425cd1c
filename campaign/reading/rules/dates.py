"""Moments, deadlines, periods and recurrences in running text, in every form offices write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from campaign.reading import phrases
from campaign.reading.rules.text import plain, squeeze
from campaign.vietnamese import capitalise_first

_FORMS = tuple(
    re.compile(form)
    for form in (phrases.DAY, phrases.DAY_WORDS, phrases.DAY_SHORT)
)  # fmt: skip
_ANY_DAY = re.compile(f"(?<![\\d/])(?:{_FORMS[0].pattern.replace('?P<', '?P<a_')}|{_FORMS[1].pattern.replace('?P<', '?P<b_')}|{_FORMS[2].pattern.replace('?P<', '?P<c_')})")  # fmt: skip
_BESIDE = 40  # letters between a day and its time
_NEAR = 24  # how far before a day its preposition may stand
_REPORT_NEAR = 80  # how far from a monthly day what is reported may stand
_BEFORE_DAY = re.compile(phrases.BEFORE_DAY)
_UNTIL_DAY = re.compile(phrases.UNTIL + phrases.BARE_DAY)
_UNTIL_WORD = re.compile(phrases.UNTIL_WORD)
_MONTHLY, _REPORTS = re.compile(phrases.REPORTED_MONTHLY), re.compile(phrases.REPORTS)
_FROM, _FROM_DAY, _TO_DAY = re.compile(phrases.FROM), re.compile(phrases.FROM_DAY), re.compile(phrases.TO_DAY)
_FROM_MONTH = re.compile(phrases.FROM_MONTH)
_AFTERNOON = re.compile(phrases.AFTERNOON)
_CLOCK = re.compile(phrases.CLOCK)
_TIME = re.compile(r"(?<![\d/.,])" + phrases.TIME)
_ALWAYS = re.compile(phrases.ALWAYS)
_IN_WORDS = tuple(re.compile(pattern) for pattern in phrases.DUES_IN_WORDS)
_SHORT_ALONE = re.compile(phrases.SHORT_DAY_ALONE)
_REPORT_WEEKDAY = re.compile(phrases.REPORT_WEEKDAY)
_REPORT_DAY = re.compile(phrases.REPORT_DAY)
_CODE = re.compile(phrases.TTHC_CODE)
_WEEK_OR_MONTH = re.compile(phrases.WEEK_OR_MONTH)
_RECURRING = re.compile(phrases.RECURRING)
_ARTICLE = re.compile(phrases.RECURRING_ARTICLE)


@dataclass(frozen=True)
class Day:
    """A day found in a text; `start` and `end` are its place; `guessed` when the year was not written."""

    day: date
    start: int
    end: int
    guessed: bool = False


def days_in(text: str, year: int | None = None) -> tuple[Day, ...]:
    """Every real day of a text in order; days without year take `year`, and are left out without it."""
    return _days_of(text, year)


@lru_cache(maxsize=4096)  # every recogniser asks for the same lines
def _days_of(text: str, year: int | None) -> tuple[Day, ...]:
    return tuple(_each_day(text, year))


def _each_day(text: str, year: int | None) -> Iterator[Day]:
    small = plain(text)
    for found in _ANY_DAY.finditer(small):
        form = next(letter for letter in "abc" if found[f"{letter}_day"])
        written = found.groupdict().get(f"{form}_year")
        if not written and (year is None or not _is_day(small, found.start())):
            continue
        try:
            day = date(int(written or year or 0), int(found[f"{form}_month"]), int(found[f"{form}_day"]))
        except ValueError:
            continue
        yield Day(day, found.start(), found.end(), guessed=not written)


def _is_day(small: str, start: int) -> bool:
    """Whether "15/4" at this place is a day: after ngày, trước, đến …, not a fraction or half of a number."""
    return bool(_BEFORE_DAY.search(small, max(0, start - _NEAR), start))


def due_of(text: str, year: int | None = None) -> str:
    """The deadline of a duty: an ISO day ("trước ngày 20/3/2023"), else words ("Hằng năm", "Quý II/2023"), else ""."""
    small = plain(text)
    days = list(dues_in(text, year))
    monthly = _REPORT_DAY.search(small)
    reported = monthly and (monthly[0].startswith(phrases.BEFORE) or _REPORTS.search(small))
    if monthly and reported and not (days and days[0].start < monthly.start()):
        return capitalise_first(squeeze(text[monthly.start() : monthly.end()]))
    if days:
        return days[0].day.isoformat()
    if (found := _REPORT_WEEKDAY.search(small)) and _reported(small, found.start()):
        return capitalise_first(squeeze(text[found.start() : found.end()]))
    for pattern in _IN_WORDS:
        if found := pattern.search(small):
            return capitalise_first(_trimmed(text[found.start("words") : found.end("words")]))
    return ""


def dues_in(text: str, year: int | None = None) -> Iterator[Day]:
    """The days of a text that are deadlines: after trước, chậm nhất, xong …"""
    small = plain(text)
    for day in days_in(text, year):
        if _UNTIL_DAY.search(small, max(0, day.start - 200), day.start):
            yield day


def due_in_words(text: str, year: int | None = None) -> str:
    """What a label or a cell says of time: one day alone as ISO, else the words as written."""
    days = list(days_in(text, year))
    small = plain(text)
    if year and (found := _SHORT_ALONE.fullmatch(small)):
        text = phrases.DAY_OF_YEAR.format(day=found["day"], month=found["month"], year=year)
        days = list(days_in(text, year))
    if len(days) == 1 and not _ALWAYS.search(small) and not _FROM.search(small):
        return days[0].day.isoformat()
    return capitalise_first(_trimmed(text))


def _trimmed(text: str) -> str:
    return squeeze(text).strip(" .;,:()")


def moment_in(text: str, year: int | None = None) -> str:
    """The first moment of a text, "2023-03-24T07:30", or its first day alone; "" without a day."""
    days = days_in(text, year)
    if not days:
        return ""
    times = [
        found
        for found in _TIME.finditer(plain(text))
        if int(found["hour"]) < 24 and int(found["minute"] or 0) < 60
    ]
    pairs = ((day, found) for day in days for found in times if -90 < found.start() - day.start < 140)
    day, time = min(pairs, key=lambda pair: not _beside(text, *pair), default=(days[0], None))
    if not time:
        return day.day.isoformat()
    hour = int(time["hour"])
    before = plain(text)[max(0, time.start() - 12) : time.end() + 12]
    if hour < 8 and _AFTERNOON.search(before):
        hour += 12
    return f"{day.day.isoformat()}T{hour:02}:{int(time['minute'] or 0):02}"


def _beside(text: str, day: Day, time: re.Match[str]) -> bool:
    """Whether a day and a time stand together, no clause between them."""
    between = text[min(day.end, time.end()) : max(day.start, time.start())]
    return len(between) <= _BESIDE and not re.search(r"[;.]\s", between)


def clock_at_start(text: str) -> tuple[str, str]:
    """A time a programme item begins with, and the rest: "7h30 - 8h00: Đón tiếp" gives ("07:30", "Đón tiếp")."""
    small = plain(text)
    found = _CLOCK.match(small)
    if not found or int(found["hour"]) > 23:
        return "", text
    return f"{int(found['hour']):02}:{int(found['minute'] or 0):02}", text[found.end() :].strip()


def period_in(text: str, year: int | None = None) -> tuple[str, str]:
    """Start and end of the first period "từ ngày … đến ngày …" of a text, ISO; the end "" when open; ("", "") without."""
    small = plain(text)
    days = list(days_in(text, year))
    for place, day in enumerate(days):
        if not _FROM_DAY.search(small, max(0, day.start - _NEAR), day.start):
            continue
        following = days[place + 1] if place + 1 < len(days) else None
        if following and _TO_DAY.fullmatch(small, day.end, following.start):
            return day.day.isoformat(), following.day.isoformat()
        return day.day.isoformat(), ""
    return _months_in(small)


def _months_in(small: str) -> tuple[str, str]:
    found = _FROM_MONTH.search(small)
    if not found:
        return "", ""
    year = found["year"] or found["end"]
    end = f"{found['end']}-{int(found['last']):02}" if found["last"] else ""
    return f"{year}-{int(found['month']):02}", end


def recurring_in(text: str) -> list[str]:
    """The recurring days of a text as written: "thứ Tư hàng tuần", "1-2 ngày thứ Bảy trong tháng"."""
    found_all: list[str] = []
    if not _WEEK_OR_MONTH.search(plain(text)):
        return found_all
    for found in _RECURRING.finditer(plain(text)):
        if _is_report_day(plain(text), found):
            continue
        words = squeeze(text[found.start() : found.end()])
        article = _ARTICLE.match(plain(words))
        found_all.append(words[article.end() :] if article else words)
    return found_all


def _is_report_day(small: str, found: re.Match[str]) -> bool:
    """Whether what recurs is no day of service but a deadline: "trước ngày 20 hằng tháng", "báo cáo … ngày 25 hằng tháng"."""
    if _UNTIL_WORD.search(small, max(0, found.start() - _NEAR), found.start()):
        return True
    monthly = _MONTHLY.match(found[0]) and _REPORTS.search(small, found.end(), found.end() + _REPORT_NEAR)
    return bool(monthly) or _reported(small, found.start())


def _reported(small: str, place: int) -> bool:
    """Whether something is reported or sent in the clause before a place."""
    clause = re.split(r"[;.]\s", small[max(0, place - _REPORT_NEAR) : place])[-1]
    return bool(_REPORTS.search(clause))


def codes_in(text: str) -> list[str]:
    """The procedure codes of a text: "1.011441"."""
    return _CODE.findall(text)
