"""Reading dates and times typed by people, found in documents, or sent by HTML date and time inputs."""

import re
from datetime import date, time

from campaign.vietnamese.dates import weekday_name
from campaign.vietnamese.text import clean

_WEEKDAY = r"(?:(?P<weekday>thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) ?,? )?"
_DATES = (
    re.compile(
        _WEEKDAY
        + r"(?:ngày )?(?P<day>[0-9]{1,2}) ?(?P<mark>[/.-]) ?(?P<month>[0-9]{1,2}) ?(?P=mark) ?(?P<year>[0-9]{4})"
    ),
    re.compile(_WEEKDAY + r"ngày (?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}) năm (?P<year>[0-9]{4})"),
    re.compile(r"(?P<weekday>)(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
)
_TIMES = (
    re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::00)?"),
    re.compile(r"(?P<hour>[0-9]{1,2}) ?[hg](?: ?(?P<minute>[0-9]{2}))?"),
    re.compile(r"(?P<hour>[0-9]{1,2}) ?giờ(?: ?(?P<minute>[0-9]{1,2})(?: ?phút)?)?"),
)


def parse_date(text: str) -> date:
    """The date of "24/3/2023", "24-3-2023", "24.3.2023", "ngày 24 tháng 3 năm 2023" or ISO "2023-03-24".

    The day always comes first and the year has four digits. A day of the week before it must be the right one.
    ValueError for anything else, for month/day order and for a day the calendar does not have.
    """
    found = _first_match(_DATES, text)
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    if found["weekday"] and found["weekday"] != weekday_name(day).lower():
        raise ValueError(f"{day.isoformat()} is not the day of the week written before it")
    return day


def parse_time(text: str) -> time:
    """The time of "7h30", "7g30", "07:30", "7 giờ 30 phút", "7h" or "15 giờ"; ValueError for anything else."""
    found = _first_match(_TIMES, text)
    return time(int(found["hour"]), int(found["minute"] or 0))


def _first_match(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str]:
    plain = clean(text).lower()
    for pattern in patterns:
        if found := pattern.fullmatch(plain):
            return found
    raise ValueError(f"not a date or time in a known form: {text[:40]!r}")
