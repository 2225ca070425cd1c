"""Due dates in words, as plans and tables of tasks give them: "trước ngày 20/3/2023", "quý II/2023", "thường xuyên".

Texts are read without case and marks (`fold`), so words typed in haste count too ("hàng năm", "Qúy 2/2024").
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from campaign.vietnamese.search import fold

Texts = Sequence[str | None]
Span = tuple[date, date]

_RECURRING = re.compile(
    r"\b(?:thuong xuyen|lien tuc|dinh ky|tro di|tiep theo|(?:hang|moi) (?:ngay|tuan|thang|qu[iy]|nam)"
    r"|[0-9]+ ?lan(?:/| moi | tren | trong | )(?:1 |mot )?(?:ngay|tuan|thang|qu[iy]|nam))\b"
)
# What a plan follows or quotes has dates of its own: "theo …" up to a comma, "824/KH-UBND ngày 29/12/2022".
_QUOTED = re.compile(
    r"\btheo [^,;]*|[0-9/.-]{0,20}/[a-z]\S*(?: ngay [0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})?"
)
# What may stand before a time: "từ", "sau" make it a beginning, "trước" leaves it out. "thứ Tư" folds to "thu tu".
_BEGINS = re.compile(r"(?:\b(?<!thu )tu|\bsau) $")
_EXCLUDES = re.compile(r"\btruoc (?:thoi diem )?$")
# A bare "năm 2024" says when only after these words; it says what in "Đại hội năm 2024".
_SAYS_WHEN = re.compile(
    r"(?:^|[,;:(-] ?|\b(?:trong|den|het|truoc|tu|va|vao|la|han|nhat|xong|thanh|hien|qua) )$"
)

_PARTS = {"dau": 1, "giua": 2, "cuoi": 3, "thuong tuan": 1, "trung tuan": 2, "ha tuan": 3}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBERS = {"ba": 3, "sau": 6, "chin": 9}
_END_OF_PART = (10, 20)  # of a month in three: thượng tuần, trung tuần, hạ tuần


@dataclass(frozen=True)
class _Form:
    """A way to name a time: its pattern, whose last group is the year, and the first and last day it stands for."""

    pattern: re.Pattern[str]
    read: Callable[[Texts, int], Span]


@dataclass(frozen=True)
class _Found:
    """A time named in a text, with what stands before it; without a year of its own until one is known."""

    form: _Form
    texts: Texts
    lead: str
    year: int | None


def recurring(words: str) -> bool:
    """Is it done again and again, or without end ("thường xuyên", "hằng quý", "định kỳ", "02 lần/tuần", "trở đi")?"""
    return bool(_RECURRING.search(fold(words)))


def latest_day(words: str, year_hint: int | None) -> date | None:
    """The last day the words allow; None when they name none ("thường xuyên", "hằng quý", "theo Kế hoạch").

    "trước" leaves out what it names ("trước ngày 20/3" allows the 19th), but not a day with an hour ("trước 15 giờ
    ngày 20/3"). Of several times the latest counts; "từ", "sau" only begin. A time without a year has that of a time
    beside it, else `year_hint`, but never the hint's when it recurs ("tháng 12 hằng năm").
    """
    plain = fold(words)
    times = list(_times(_QUOTED.sub(";", plain)))
    hint = None if _RECURRING.search(plain) else year_hint
    days = [day for place, time in enumerate(times) if (day := _last_day(time, _year(times, place, hint)))]
    return max(days, default=None)


# ---------------------------------------------------------------- the forms


def _day(texts: Texts, year: int) -> Span:
    day = date(year, int(texts[1] or 0), int(texts[0] or 0))
    return day, day


def _months(texts: Texts, year: int) -> Span:
    """From the first to the last of "tháng 11, 12"; of a part such as "giữa tháng 4" its end, of "cuối" only the last day."""
    part, numbers = texts[0], re.findall("[0-9]+", texts[1] or "")
    first, last = _span(year, int(numbers[0]), int(numbers[-1]))
    if not part:
        return first, last
    third = _PARTS[part]
    return (last, last) if third == 3 else (first, last.replace(day=_END_OF_PART[third - 1]))


def _week(texts: Texts, year: int) -> Span:
    week, month = int(texts[0] or 0), int(texts[1] or 0)
    return date(year, month, 7 * week - 6), date(year, month, 7 * week)


def _quarters(texts: Texts, year: int) -> Span:
    """From the first to the last of "quý I, II"; "đầu quý" ends with its first month, "giữa quý" with its second."""
    numbers = [_QUARTERS.get(text) or int(text) for text in re.findall("[0-9]+|i[iv]*", texts[1] or "")]
    last_month = 3 * numbers[-1] - 3 + _PARTS.get(texts[0] or "cuoi", 3)
    return _span(year, 3 * numbers[0] - 2, last_month)


def _months_of_year(texts: Texts, year: int) -> Span:
    count = _NUMBERS.get(texts[0] or "") or int(texts[0] or 0)
    return _span(year, 1, count) if texts[1] == "dau" else _span(year, 13 - count, 12)


def _part_of_year(texts: Texts, year: int) -> Span:
    """The first quarter for "đầu năm", the first half for "giữa năm"."""
    return _span(year, 1, {1: 3, 2: 6, 3: 12}[_PARTS[texts[0] or ""]])


def _whole_year(_texts: Texts, year: int) -> Span:
    return _span(year, 1, 12)


def _span(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _several(noun: str, number: str) -> str:
    """Numbers after one noun: "thang 9, 10", "quy i va quy ii"."""
    return rf"{noun}({number}(?:(?:, ?| va |-)(?:{noun})?{number})*)"


_WEEKDAY = r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat),? )?(?:ngay )?(?<![0-9/.])"
_YEAR = r"([0-9]{4})(?![0-9])"
_OF_YEAR = rf"(?:(?:/|-|,? nam ){_YEAR})?"
_PART = r"(?:(dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)(?: cua)? )?"
_MONTH = r"(?:1[0-2]|0?[1-9])(?![0-9]|/[0-9]{1,2}(?![0-9]))"
_QUARTER = r"(?:iv|i{1,3}|[1-4])(?![0-9a-z])"
_SINGLE_YEAR = _Form(re.compile(rf"nam (?:[0-9]{{4}}-(?:nam )?)?{_YEAR}"), _whole_year)
_PATTERNS = (
    (rf"{_WEEKDAY}([0-9]{{1,2}})[/.-]([0-9]{{1,2}})[/.-]{_YEAR}", _day),  # 20/3/2023
    (rf"{_WEEKDAY}([0-9]{{1,2}})/([0-9]{{1,2}})()(?![/.]?[0-9])", _day),  # 15/4
    (rf"{_WEEKDAY}([0-9]{{1,2}}) thang ([0-9]{{1,2}})(?![/.]?[0-9]{{1,2}}(?![0-9])){_OF_YEAR}", _day),  # ngày 20 tháng 3 năm 2023
    (rf"\b([0-9]{{1,2}}|ba|sau|chin) thang (dau|cuoi) nam(?: {_YEAR})?", _months_of_year),  # 06 tháng đầu năm 2024
    (rf"tuan (?:thu )?([1-4])(?: cua|,)? thang ({_MONTH}){_OF_YEAR}", _week),  # tuần 2 tháng 3/2023
    (rf"{_PART}{_several('thang ', _MONTH)}{_OF_YEAR}", _months),  # cuối tháng 4/2023; tháng 11, 12/2013
    (rf"()(?<![0-9/.q])(1[0-2]|0?[1-9])/{_YEAR}", _months),  # 12/2013
    (rf"{_PART}\b{_several('(?:qu[iy] |q[.]? ?)', _QUARTER)}{_OF_YEAR}", _quarters),  # quý II/2023; Q2/2023
    (rf"(dau|giua|cuoi) nam(?! hoc)(?: {_YEAR})?", _part_of_year),  # cuối năm 2023
    (rf"giai doan (?:nam )?[0-9]{{4}}-(?:nam )?{_YEAR}", _whole_year),  # giai đoạn 2021-2025
    (r"(?:trong|het) nam(?! hoc| [0-9])()|\bnam nay()", _whole_year),
)  # fmt: skip
_FORMS = (*(_Form(re.compile(pattern), read) for pattern, read in _PATTERNS), _SINGLE_YEAR)
_ANY = re.compile("|".join(f"(?:{form.pattern.pattern})" for form in _FORMS))

# ---------------------------------------------------------------- reading


def _times(plain: str) -> Iterator[_Found]:
    """The times a folded text names, from left to right."""
    for match in _ANY.finditer(plain):
        lead = plain[: match.start()]
        form, texts = next(
            (form, found.groups())
            for form in _FORMS
            if (found := form.pattern.fullmatch(plain, *match.span()))
        )
        if form is _SINGLE_YEAR and not _SAYS_WHEN.search(lead):
            continue
        yield _Found(form, texts, lead, int(texts[-1]) if texts[-1] else None)


def _year(times: Sequence[_Found], place: int, hint: int | None) -> int | None:
    """The year of a time: its own, that of the next or else the last before that has one, else the hint."""
    nearest = [*times[place:], *reversed(times[:place])]
    return next((time.year for time in nearest if time.year), hint)


def _last_day(time: _Found, year: int | None) -> date | None:
    if year is None or _BEGINS.search(time.lead):
        return None
    try:
        first, last = time.form.read(time.texts, year)
        return first - timedelta(days=1) if _EXCLUDES.search(time.lead) else last
    except (ValueError, OverflowError):  # a day the calendar does not have
        return None
