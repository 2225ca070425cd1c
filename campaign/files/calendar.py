"""Writes calendars (RFC 5545) from plain moments: a feed to subscribe to, or an event to add by hand (RFC 5546 PUBLISH).

icalendar spells, escapes and folds the lines; what stands in them is decided here, where clients or the standard ask
for more than it gives. The same moments give the same bytes, whatever order they come in, so a feed's ETag changes
only with its data.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal, TypeVar, get_args
from urllib.parse import quote
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Calendar, Component, Event, Timezone

Status = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]
Method = Literal["PUBLISH"]
Day = TypeVar("Day", bound=date)

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LARGEST_SEQUENCE = 2**31 - 1

# Word's soft line break (VT) and Unicode's line ends are line ends too, or readers that split on them lose the rest.
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_EMAIL = re.compile(r"[^\s@<>\"(),:;\\]+@[^\s@<>\"(),:;\\]+")
_URI_CHARACTERS = "%:/?#[]@!$&'()*+,;=~"  # RFC 3986: what may stand as it is; the rest is percent-encoded
_MAILBOX_CHARACTERS = "@!$'*+"  # the same for mailto (RFC 6068)


@dataclass(frozen=True, slots=True)
class Weekly:
    """Repeats on one weekday (0 is Monday) through the local day `until`, or without end. ValueError outside 0-6."""

    weekday: int
    until: date | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"weekday must be 0 (Monday) to 6 (Sunday), not {self.weekday}")


@dataclass(frozen=True, slots=True)
class Organizer:
    """Who publishes: the office's name and the mailbox that reads answers. ValueError unless a bare user@host."""

    name: str
    email: str

    def __post_init__(self) -> None:
        if not _EMAIL.fullmatch(self.email):
            raise ValueError(f"organizer's e-mail must be a bare user@host, not {self.email!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One VEVENT. `start` and `end` are naive local times, or both dates for whole days, which never make anyone busy.

    `end` is exclusive (RFC 5545 3.6.1) and later than `start`; None means no duration, or the one whole day.
    A weekly moment starts on its weekday's first date from `start` on; of `excluded` only its own days count.
    `changed_at` and `created_at` are aware; `related_to` is the parent's uid. ValueError when it cannot be written.
    """

    uid: str
    summary: str
    start: datetime | date
    end: datetime | date | None = None
    sequence: int
    changed_at: datetime
    created_at: datetime | None = None
    description: str = ""
    location: str = ""
    status: Status = "CONFIRMED"
    transparent: bool = False
    categories: tuple[str, ...] = ()
    related_to: str | None = None
    url: str | None = None
    weekly: Weekly | None = None
    excluded: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if not cleaned(self.uid):
            raise ValueError("uid must not be empty")
        if self.status not in get_args(Status):
            raise ValueError(f"status must be one of {get_args(Status)}, not {self.status!r}")
        if not 0 <= self.sequence <= LARGEST_SEQUENCE:
            raise ValueError(f"sequence must be 0 to {LARGEST_SEQUENCE}, not {self.sequence}")
        for instant in (self.changed_at, self.created_at):
            if instant is not None and instant.utcoffset() is None:
                raise ValueError("changed_at and created_at must be aware")
        self._check_span()

    def _check_span(self) -> None:
        for day in (self.start, self.end):
            if isinstance(day, datetime) and day.tzinfo is not None:
                raise ValueError("start and end must be naive local times")
        if self.end is not None:
            if isinstance(self.end, datetime) is self.all_day:
                raise ValueError("start and end must be both dates or both times")
            if _basic(self.end) <= _basic(self.start):
                raise ValueError("end must be later than start")
        if self.weekly and self.weekly.until and self.weekly.until < _day(self.first_start):
            raise ValueError("a weekly moment must not end before its first day")

    @property
    def all_day(self) -> bool:
        """True when the moment is given in whole days."""
        return not isinstance(self.start, datetime)

    @property
    def first_start(self) -> datetime | date:
        """DTSTART: `start`, or the first date on the weekly rule, as RFC 5545 3.8.5.3 demands."""
        return first_on_or_after(self.start, self.weekly.weekday) if self.weekly else self.start

    @property
    def first_end(self) -> datetime | date | None:
        """DTEND of the first occurrence; a whole day without an end lasts until the next."""
        if self.end is None:
            return self.first_start + timedelta(days=1) if self.all_day else None
        return self.end + timedelta(days=(_day(self.first_start) - _day(self.start)).days)


def first_on_or_after(day: Day, weekday: int) -> Day:
    """The first date (or time, at the same hour) from `day` on that falls on `weekday`, 0 is Monday."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def publish(
    moments: Iterable[Moment],
    *,
    method: Method | None = None,
    organizer: Organizer | None = None,
    name: str | None = None,
    stamped_at: datetime | None = None,
) -> bytes:
    """A whole calendar file: UTF-8, CRLF. Without `method` a feed, where DTSTAMP is each moment's last change.

    "PUBLISH" makes a message: it needs an organizer and the aware time it is made at, which a feed must not have.
    Give `name` to subscriptions only: Outlook makes a new calendar of a named file. ValueError on a broken rule.
    """
    ordered = sorted(moments, key=lambda moment: (_basic(moment.start), moment.uid))
    _check_method(method, organizer, stamped_at)
    if method and not ordered:
        raise ValueError("METHOD:PUBLISH needs a moment")
    if len({cleaned(moment.uid) for moment in ordered}) < len(ordered):
        raise ValueError("two moments share a uid")
    calendar = _calendar(method, name)
    # An empty feed carries the zone as well: a calendar must hold at least one component (RFC 5545 3.6).
    if not ordered or any(not moment.all_day for moment in ordered):
        calendar.add_component(_zone())
    for moment in ordered:
        calendar.add_component(_event(moment, organizer, stamped_at))
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _check_method(method: Method | None, organizer: Organizer | None, stamped_at: datetime | None) -> None:
    if method is None:
        # RFC 5545 3.8.4.3: no ORGANIZER in what is not group-scheduled; 3.8.7.2: DTSTAMP is the last change.
        if organizer or stamped_at:
            raise ValueError("organizer and stamped_at belong to a METHOD")
        return
    if method not in get_args(Method):
        raise ValueError(f"METHOD:{method} is not written here")
    if organizer is None:
        raise ValueError("METHOD:PUBLISH needs an organizer (RFC 5546 3.2.1)")
    if stamped_at is None or stamped_at.utcoffset() is None:
        raise ValueError("METHOD:PUBLISH needs an aware stamped_at")


def _calendar(method: Method | None, name: str | None) -> "Calendar":
    """The calendar's own lines; a name comes with the hourly refresh, each in the standard's spelling (RFC 7986)
    and in the one clients knew before."""
    from icalendar import Calendar, vText  # noqa: PLC0415 - slow import, not paid at start-up

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//campaign//campaign//VI")
    calendar.add("calscale", "GREGORIAN")
    if method:
        calendar.add("method", method)
    if name:
        calendar.add("name", vText(cleaned(name)))
        calendar.add("x-wr-calname", vText(cleaned(name)))
        calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    return calendar


def _zone() -> "Timezone":
    """A constant, true since 13/6/1975: the library's own starts at +08, and some readers take the first it finds."""
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415 - slow import, not paid at start-up

    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1976, 1, 1))  # noqa: DTZ001 - local by definition
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    zone.add_component(standard)
    return zone


def _event(moment: Moment, organizer: Organizer | None, stamped_at: datetime | None) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - slow import, not paid at start-up

    event = Event()
    event.add("uid", cleaned(moment.uid))
    event.add("dtstamp", (stamped_at or moment.changed_at).astimezone(UTC))
    if moment.created_at:
        event.add("created", moment.created_at.astimezone(UTC))
    event.add("last-modified", moment.changed_at.astimezone(UTC))
    event.add("sequence", moment.sequence)
    event.add("status", moment.status)
    event.add("transp", "TRANSPARENT" if moment.transparent or moment.all_day else "OPAQUE")
    if organizer:
        _add_organizer(event, organizer)
    _add_times(event, moment)
    _add_words(event, moment)
    return event


def _add_times(event: "Component", moment: Moment) -> None:
    event.add("dtstart", _zoned(moment.first_start))
    if moment.first_end is not None:
        event.add("dtend", _zoned(moment.first_end))
    if weekly := moment.weekly:
        rule: dict[str, object] = {"FREQ": "WEEKLY", "BYDAY": WEEKDAYS[weekly.weekday]}
        if weekly.until:
            rule["UNTIL"] = _until(weekly.until, moment.all_day)
        event.add("rrule", rule)
        for start in _excluded_starts(moment, weekly):
            event.add("exdate", _zoned(start))


def _until(day: date, all_day: bool) -> datetime | date:
    """The last day in DTSTART's type: a date, or the local day's last second in UTC (RFC 5545 3.3.10)."""
    return day if all_day else datetime.combine(day, time(23, 59, 59), ZONE).astimezone(UTC)


def _excluded_starts(moment: Moment, weekly: Weekly) -> Iterator[datetime | date]:
    """The starts an EXDATE may name: on the rule, inside the span, in DTSTART's type and at its hour."""
    first = moment.first_start
    for day in sorted(set(moment.excluded)):
        if day.weekday() == weekly.weekday and _day(first) <= day <= (weekly.until or date.max):
            yield datetime.combine(day, first.time()) if isinstance(first, datetime) else day


def _add_words(event: "Component", moment: Moment) -> None:
    event.add("summary", cleaned(moment.summary))
    if moment.description:
        event.add("description", cleaned(moment.description))
    if moment.location:
        event.add("location", cleaned(moment.location))
    if moment.categories:
        event.add("categories", [cleaned(category) for category in moment.categories])
    if moment.related_to:
        event.add("related-to", cleaned(moment.related_to), parameters={"RELTYPE": "PARENT"})
    if moment.url:
        event.add("url", quote(cleaned(moment.url).strip(), safe=_URI_CHARACTERS))


def _add_organizer(event: "Component", organizer: Organizer) -> None:
    """The library quotes a name with diacritics, as some readers drop an unquoted one."""
    name = " ".join(cleaned(organizer.name).split())
    # Mail clients are unreliable with RFC 6868's ^ codes: quotation marks become typographic, a ^ is left out.
    name = re.sub('"([^"]*)"', r"“\1”", name).replace('"', "”").replace("^", "")
    mailbox = f"mailto:{quote(organizer.email, safe=_MAILBOX_CHARACTERS)}"
    event.add("organizer", mailbox, parameters={"CN": name})


def _zoned(moment: datetime | date) -> datetime | date:
    return moment.replace(tzinfo=ZONE) if isinstance(moment, datetime) else moment


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _basic(moment: datetime | date) -> str:
    """ISO 8601 basic, as calendars write it: 20231018 or 20231018T073000."""
    written = moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()
    return written.replace("-", "").replace(":", "")


def cleaned(text: str) -> str:
    """The text as a calendar can hold it: NFC, line ends as newlines, no control characters but tab and newline."""
    return unicodedata.normalize("NFC", _UNWRITABLE.sub("", _LINE_END.sub("\n", text)))
