"""Calendars other programs open: right by the standards, on the right days, the same bytes each time."""

import random
import re
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from campaign.files.calendar import Moment, Organizer, Weekly, first_on_or_after, publish

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
WRITTEN_AT = datetime(2023, 10, 1, 2, 30, tzinfo=UTC)
OFFICE = Organizer("Ủy ban nhân dân phường Hòa An", "ubnd@example.vn")
MESSAGE = {"method": "PUBLISH", "organizer": OFFICE, "stamped_at": datetime(2023, 10, 2, 3, tzinfo=UTC)}
WEDNESDAY = 2


def local(written: str) -> datetime:
    return datetime.fromisoformat(written)


def moment(**given: object) -> Moment:
    plain = {
        "uid": "1@example.vn",
        "summary": "Lễ phát động",
        "start": local("2023-10-15 07:30"),
        "sequence": 0,
    }
    return Moment(**{"changed_at": WRITTEN_AT, **plain, **given})  # type: ignore[arg-type]


def wednesdays(until: date | None = None, **given: object) -> Moment:
    """Every Wednesday from Sunday 15/10/2023 on, received until 15:00."""
    return moment(weekly=Weekly(WEDNESDAY, until), **{"end": local("2023-10-15 15:00"), **given})


def lines(calendar: bytes) -> list[str]:
    return calendar.replace(b"\r\n ", b"").decode().split("\r\n")


def days(calendar: bytes, first: date, last: date) -> list[date]:
    """The days recurring-ical-events finds, each checked to start and end at the series' hour."""
    found = recurring_ical_events.of(Calendar.from_ical(calendar)).between(first, last)
    assert {event.start.timetz() for event in found} <= {time(7, 30, tzinfo=HANOI)}
    assert {event.end.timetz() for event in found} <= {time(15, tzinfo=HANOI)}
    return sorted(event.start.date() for event in found)


def dateutil_starts(calendar: bytes) -> list[datetime]:
    """The occurrences dateutil finds; it refuses an UNTIL without Z beside a zoned DTSTART."""
    rule = "\n".join(line for line in lines(calendar) if re.match("DTSTART;|RRULE:|EXDATE;", line))
    return list(takewhile(lambda start: start.year < 2025, rrulestr(rule, tzids={HANOI.key: HANOI})))


# A strict judge of its own: RFC 5545 3.6 and 3.8 for what we write, and RFC 5546 3.2.1 for METHOD:PUBLISH.
STAMP = r"\d{8}T\d{6}Z"
TEXT = r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,n])"
URI = r"[a-z]+:[!#-;=?-Z_a-z~\[\]]+"
WHEN = r"(?:;TZID=Asia/Ho_Chi_Minh:\d{8}T\d{6}|;VALUE=DATE:\d{8})"
CALENDAR_FORMS = {
    "VERSION": ":2[.]0",
    "PRODID": f":{TEXT}+",
    "CALSCALE": ":GREGORIAN",
    "METHOD": ":PUBLISH",
    "NAME": f":{TEXT}+",
    "X-WR-CALNAME": f":{TEXT}+",
    "REFRESH-INTERVAL": ";VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL": ":PT1H",
}
EVENT_FORMS = {
    "UID": f":{TEXT}+",
    "DTSTAMP": f":{STAMP}",
    "CREATED": f":{STAMP}",
    "LAST-MODIFIED": f":{STAMP}",
    "SEQUENCE": r":\d+",
    "STATUS": ":(?:TENTATIVE|CONFIRMED|CANCELLED)",
    "TRANSP": ":(?:OPAQUE|TRANSPARENT)",
    "ORGANIZER": f';CN="[^"\x00-\x08\x0a-\x1f]*":{URI}',
    "DTSTART": WHEN,
    "DTEND": WHEN,
    "RRULE": rf":FREQ=WEEKLY(?:;UNTIL=(?:\d{{8}}|{STAMP}))?;BYDAY=(?:MO|TU|WE|TH|FR|SA|SU)",
    "EXDATE": WHEN,
    "SUMMARY": f":{TEXT}*",
    "DESCRIPTION": f":{TEXT}*",
    "LOCATION": f":{TEXT}*",
    "CATEGORIES": f":{TEXT}*(?:,{TEXT}*)*",
    "RELATED-TO": f";RELTYPE=PARENT:{TEXT}+",
    "URL": f":{URI}",
}
ZONE = [
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19760101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
]


def judge(calendar: bytes) -> None:
    assert calendar.startswith(b"BEGIN:VCALENDAR\r\n")
    assert calendar.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert not re.search(rb"[^\r]\n|\r[^\n]", calendar)
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    written = lines(calendar)
    events = [["BEGIN:VEVENT", *part] for part in split(written[1:-2], "BEGIN:VEVENT")]
    head = events.pop(0)[1:]
    timed = any(line.startswith("DTSTART;TZID=") for event in events for line in event)
    if timed or not events:
        assert head[-len(ZONE) :] == ZONE
        head = head[: -len(ZONE)]
    message = "METHOD:PUBLISH" in head
    judge_properties(head, CALENDAR_FORMS, {"VERSION", "PRODID"})
    for event in events:
        judge_event(event, message)
    uids = [line for event in events for line in event if line.startswith("UID:")]
    assert len(uids) == len(set(uids))


def split(written: list[str], opening: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for line in written:
        if line == opening:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def judge_event(event: list[str], message: bool) -> None:
    assert (event[0], event[-1]) == ("BEGIN:VEVENT", "END:VEVENT")
    required = {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"} | ({"ORGANIZER"} if message else set())
    found = judge_properties(event[1:-1], EVENT_FORMS, required)
    assert message or "ORGANIZER" not in found
    assert message or found["DTSTAMP"] == found["LAST-MODIFIED"]
    kind, start = found["DTSTART"].split(":")
    if "DTEND" in found:
        assert found["DTEND"].split(":")[0] == kind
        assert found["DTEND"].split(":")[1] > start
    exceptions = [line.removeprefix("EXDATE").split(":") for line in event if line.startswith("EXDATE")]
    assert {zone for zone, _ in exceptions} <= {kind}
    assert {day[8:] for _, day in exceptions} <= {start[8:]}
    if until := re.search("UNTIL=([^;]*)", found.get("RRULE", "")):
        assert until[1].endswith("Z") is kind.startswith(";TZID")


def judge_properties(written: list[str], forms: dict[str, str], required: set[str]) -> dict[str, str]:
    """Each property known and in its form, the required ones present, all but EXDATE at most once."""
    names = [re.split("[:;]", line)[0] for line in written]
    values = {name: line.removeprefix(name) for name, line in zip(names, written, strict=True)}
    for name, line in zip(names, written, strict=True):
        assert re.fullmatch(forms[name], line.removeprefix(name)), line
    assert required <= set(names)
    assert {name for name, times in Counter(names).items() if times > 1} <= {"EXDATE"}
    return values


some_text = st.text(max_size=60)
some_days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
some_instants = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    start = draw(some_days | st.builds(datetime.combine, some_days, st.times()))
    length = timedelta(days=draw(st.integers(1, 3)))
    weekly = draw(st.none() | st.builds(Weekly, st.integers(0, 6), st.none() | st.just(date(2036, 6, 30))))
    return moment(
        uid=f"{draw(st.uuids())}@example.vn",
        start=start,
        end=draw(st.sampled_from([None, start + length])),
        sequence=draw(st.integers(0, 2**31 - 1)),
        changed_at=draw(some_instants),
        created_at=draw(st.none() | some_instants),
        status=draw(st.sampled_from(["TENTATIVE", "CONFIRMED", "CANCELLED"])),
        transparent=draw(st.booleans()),
        weekly=weekly,
        excluded=tuple(draw(st.lists(some_days, max_size=20))),
        **{word: draw(some_text) for word in ("summary", "description", "location")},
        categories=tuple(draw(st.lists(some_text, max_size=3))),
        related_to=draw(st.none() | st.just("parent@example.vn")),
        url=draw(st.none() | some_text.map(lambda path: f"https://example.vn/{path}")),
    )


@given(st.lists(moments(), max_size=4, unique_by=lambda one: one.uid), st.booleans())
def test_every_calendar_is_valid(some: list[Moment], message: bool) -> None:
    judge(publish(some, **MESSAGE) if message and some else publish(some, name="Lịch"))  # type: ignore[arg-type]


@given(st.lists(moments(), max_size=4, unique_by=lambda one: one.uid), st.randoms())
def test_the_same_moments_give_the_same_bytes_in_any_order(some: list[Moment], chance: random.Random) -> None:
    shuffled = chance.sample(some, len(some))
    assert publish(some) == publish(shuffled)


def test_a_ceremony_to_add_by_hand() -> None:
    ceremony = moment(
        start=local("2023-10-14 07:30"),
        end=local("2023-10-14 09:00"),
        sequence=3,
        created_at=datetime(2023, 9, 1, 1, tzinfo=UTC),
        description="Trang phục: áo dài, sơ mi trắng;\nđến trước 15 phút.",
        location="Hội trường UBND phường Hòa An, số 2 đường Hoa Phượng, tầng 3, cạnh bộ phận Một cửa",
        categories=("Buổi lễ",),
        url="https://example.vn/le/1",
    )
    assert publish([ceremony], **MESSAGE).replace(b"\r\n ", b"").decode() == (  # type: ignore[arg-type]
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//campaign//campaign//VI\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\n"
        "BEGIN:VTIMEZONE\r\n"
        "TZID:Asia/Ho_Chi_Minh\r\n"
        "BEGIN:STANDARD\r\n"
        "DTSTART:19760101T000000\r\n"
        "TZOFFSETFROM:+0700\r\n"
        "TZOFFSETTO:+0700\r\n"
        "TZNAME:+07\r\n"
        "END:STANDARD\r\n"
        "END:VTIMEZONE\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:1@example.vn\r\n"
        "DTSTAMP:20231002T030000Z\r\n"
        "CREATED:20230901T010000Z\r\n"
        "LAST-MODIFIED:20231001T023000Z\r\n"
        "SEQUENCE:3\r\n"
        "STATUS:CONFIRMED\r\n"
        "TRANSP:OPAQUE\r\n"
        'ORGANIZER;CN="Ủy ban nhân dân phường Hòa An":mailto:ubnd@example.vn\r\n'
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20231014T073000\r\n"
        "DTEND;TZID=Asia/Ho_Chi_Minh:20231014T090000\r\n"
        "SUMMARY:Lễ phát động\r\n"
        "DESCRIPTION:Trang phục: áo dài\\, sơ mi trắng\\;\\nđến trước 15 phút.\r\n"
        "LOCATION:Hội trường UBND phường Hòa An\\, số 2 đường Hoa Phượng\\, tầng 3\\, cạnh bộ phận Một cửa\r\n"
        "CATEGORIES:Buổi lễ\r\n"
        "URL:https://example.vn/le/1\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


def test_a_subscription_has_its_name_and_refresh_in_both_spellings() -> None:
    head = lines(publish([moment()], name="Lịch; phường"))[1:8]
    names = [r"NAME:Lịch\; phường", r"X-WR-CALNAME:Lịch\; phường"]
    assert head[3:] == [*names, "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"]
    assert not [line for line in lines(publish([moment()])) if line.startswith(("NAME", "X-", "METHOD"))]


def test_a_feeds_stamp_is_the_last_change() -> None:
    changed_at = datetime(2024, 1, 1, 6, 59, 59, 999_999, tzinfo=HANOI)
    written = lines(publish([moment(changed_at=changed_at)]))
    assert {"DTSTAMP:20231231T235959Z", "LAST-MODIFIED:20231231T235959Z", "SEQUENCE:0"} <= set(written)


def test_an_empty_feed_still_holds_one_component() -> None:
    assert "BEGIN:VTIMEZONE" in lines(publish([], name="Lịch"))


def test_a_deadline_fills_its_day_and_makes_nobody_busy() -> None:
    deadline = moment(start=date(2023, 12, 31), related_to="lễ@example.vn")
    written = lines(publish([deadline]))
    days_and_more = {"DTSTART;VALUE=DATE:20231231", "DTEND;VALUE=DATE:20240101", "TRANSP:TRANSPARENT"}
    assert days_and_more | {"RELATED-TO;RELTYPE=PARENT:lễ@example.vn"} <= set(written)
    assert "BEGIN:VTIMEZONE" not in written
    assert "BEGIN:VTIMEZONE" in lines(publish([deadline, moment(uid="2@example.vn")]))


def test_a_cancelled_moment_stays_with_its_status() -> None:
    written = lines(publish([moment(status="CANCELLED", sequence=4)]))
    assert {"STATUS:CANCELLED", "SEQUENCE:4"} <= set(written)


@given(st.dates(max_value=date(9999, 12, 24)), st.integers(0, 6))
def test_the_first_weekday_is_within_the_week(day: date, weekday: int) -> None:
    first = first_on_or_after(day, weekday)
    assert first.weekday() == weekday
    assert timedelta() <= first - day < timedelta(days=7)


def test_wednesdays_from_a_sunday_start_on_the_wednesday() -> None:
    calendar = publish([wednesdays()])
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20231018T073000" in lines(calendar)
    first_three = [date(2023, 10, 18), date(2023, 10, 25), date(2023, 11, 1)]
    assert days(calendar, date(2023, 10, 1), date(2023, 11, 5)) == first_three
    assert dateutil_starts(calendar)[0] == datetime(2023, 10, 18, 7, 30, tzinfo=HANOI)


def test_the_last_day_of_a_series_takes_place() -> None:
    calendar = publish([wednesdays(until=date(2024, 1, 3))])
    assert "RRULE:FREQ=WEEKLY;UNTIL=20240103T165959Z;BYDAY=WE" in lines(calendar)
    assert days(calendar, date(2023, 12, 25), date(2025, 1, 1)) == [date(2023, 12, 27), date(2024, 1, 3)]
    assert dateutil_starts(calendar)[-1] == datetime(2024, 1, 3, 7, 30, tzinfo=HANOI)


def test_days_off_are_left_out_and_other_days_not_mentioned() -> None:
    off = [date(2024, 2, 14), date(2024, 5, 1), date(2024, 2, 14)]
    beside = [date(2023, 10, 11), date(2023, 10, 15), date(2024, 4, 30), date(2024, 7, 3)]
    calendar = publish([wednesdays(until=date(2024, 6, 30), excluded=(*off, *beside))])
    exceptions = [line for line in lines(calendar) if line.startswith("EXDATE")]
    zoned = "EXDATE;TZID=Asia/Ho_Chi_Minh:"
    assert exceptions == [f"{zoned}20240214T073000", f"{zoned}20240501T073000"]
    every = [date(2023, 10, 18) + timedelta(weeks=week) for week in range(37)]
    expected = [day for day in every if day not in off]
    assert days(calendar, date(2023, 1, 1), date(2025, 1, 1)) == expected
    assert [start.date() for start in dateutil_starts(calendar)] == expected


def test_the_first_and_the_last_day_may_be_days_off() -> None:
    calendar = publish(
        [wednesdays(until=date(2023, 11, 1), excluded=(date(2023, 10, 18), date(2023, 11, 1)))]
    )
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20231018T073000" in lines(calendar)
    assert days(calendar, date(2023, 1, 1), date(2025, 1, 1)) == [date(2023, 10, 25)]


def test_a_series_of_whole_days_is_written_in_dates() -> None:
    series = moment(
        start=date(2023, 10, 15), weekly=Weekly(5, date(2023, 11, 30)), excluded=(date(2023, 10, 28),)
    )
    calendar = publish([series])
    dated = {"DTSTART;VALUE=DATE:20231021", "DTEND;VALUE=DATE:20231022", "EXDATE;VALUE=DATE:20231028"}
    assert dated | {"RRULE:FREQ=WEEKLY;UNTIL=20231130;BYDAY=SA"} <= set(lines(calendar))
    found = recurring_ical_events.of(Calendar.from_ical(calendar)).between(
        date(2023, 10, 1), date(2024, 1, 1)
    )
    assert [event.start.day for event in found] == [21, 4, 11, 18, 25]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"end": local("2023-10-15 07:30")}, "later than start"),
        ({"end": local("2023-10-15 07:30:00.9")}, "later than start"),
        ({"start": date(2023, 10, 15), "end": date(2023, 10, 15)}, "later than start"),
        ({"end": date(2023, 10, 16)}, "both dates or both times"),
        ({"start": datetime(2023, 10, 15, tzinfo=UTC)}, "naive local"),
        ({"changed_at": local("2023-10-15 07:30")}, "must be aware"),
        ({"created_at": local("2023-10-15 07:30")}, "must be aware"),
        ({"sequence": -1}, "sequence"),
        ({"sequence": 2**31}, "sequence"),
        ({"status": "DONE"}, "status"),
        ({"uid": "\x00"}, "uid"),
        ({"weekly": Weekly(WEDNESDAY, date(2023, 10, 17))}, "before its first day"),
    ],
)
def test_a_moment_that_cannot_be_written_is_refused(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        moment(**wrong)


def test_there_are_seven_weekdays() -> None:
    with pytest.raises(ValueError, match="weekday"):
        Weekly(7)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"organizer": None}, "needs an organizer"),
        ({"stamped_at": None}, "aware stamped_at"),
        ({"stamped_at": local("2023-10-02 03:00")}, "aware stamped_at"),
        ({"method": None}, "belong to a METHOD"),
        ({"method": "REQUEST"}, "METHOD:REQUEST"),
    ],
)
def test_a_message_keeps_the_publish_rules(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        publish([moment()], **{**MESSAGE, **wrong})  # type: ignore[arg-type]


def test_a_message_has_a_moment_and_a_uid_only_one() -> None:
    with pytest.raises(ValueError, match="needs a moment"):
        publish([], **MESSAGE)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="share a uid"):
        publish([moment(), moment(summary="Khác")])
