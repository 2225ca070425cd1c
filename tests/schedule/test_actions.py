"""Calendars drawn from rows on both databases, read back by the icalendar library."""

from datetime import date, datetime, time
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from sqlalchemy.orm import Session

from campaign.ceremonies import actions as ceremonies
from campaign.ceremonies.rules import ItemDraft
from campaign.rescheduling.actions import move_ceremony
from campaign.rescheduling.rules import MoveDraft
from campaign.schedule.actions import calendars, file_of
from campaign.schedule.model import read
from campaign.schedule.rules import Kind
from campaign.service_days.model import ServiceDay
from campaign.tasks import actions as tasks
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast


@pytest.fixture
def busy(session: Session, cast: Cast) -> Cast:
    """The cast with two steps, two tasks (one with a day) and a weekly service day."""
    for step in (ItemDraft("Đón tiếp", 30, before_start=True), ItemDraft("Chào cờ", 5, performer="Đoàn xã")):
        ceremonies.create_item(session, cast.campaign, cast.ceremony, step, cast.drafter)
    for draft in (
        TaskDraft("Tham mưu giấy mời, gửi đại biểu", cast.units[0].id, [cast.units[2].id], date(2026, 12, 1)),
        TaskDraft("Tuyên truyền", cast.units[1].id, due_words="thường xuyên"),
    ):
        tasks.create_task(session, cast.campaign, draft, cast.drafter)
    day = ServiceDay(
        campaign_id=cast.campaign.id, position=1, name="Ngày không hẹn", weekday=2, starts_on=date(2023, 10, 15),
        opens_at=time(7, 30), closes_at=time(15), uid="day-1",
    )  # fmt: skip
    session.add(day)
    session.flush()
    return cast


def drawn(session: Session, cast: Cast, kind: Kind) -> tuple[Any, list[Any]]:
    """One calendar read back: the VCALENDAR and its events in order of time."""
    calendar = icalendar.Calendar.from_ical(file_of(read(session, cast.campaign), kind))
    return calendar, sorted(calendar.walk("VEVENT"), key=lambda event: str(event["DTSTART"].dt))


def local(event: Any, name: str) -> datetime:
    when: datetime = event[name].dt
    return when.replace(tzinfo=None)


def test_the_ceremony_is_published_by_the_office(session: Session, busy: Cast) -> None:
    calendar, (event,) = drawn(session, busy, Kind.CEREMONY)
    assert calendar["METHOD"] == "PUBLISH"
    assert event["ORGANIZER"] == "mailto:vanphong@binh-an.example"
    assert event["ORGANIZER"].params["CN"] == busy.agency.name
    assert (event["UID"], event["LOCATION"]) == ("ceremony-1", busy.ceremony.venue)
    assert "ATTENDEE" not in event


def test_without_an_end_the_ceremony_lasts_as_long_as_its_programme(session: Session, busy: Cast) -> None:
    _, (event,) = drawn(session, busy, Kind.CEREMONY)
    assert (local(event, "DTSTART"), local(event, "DTEND")) == (
        datetime(2026, 12, 14, 7, 30),  # noqa: DTZ001
        datetime(2026, 12, 14, 7, 35),  # noqa: DTZ001
    )


@pytest.mark.parametrize("mailbox", [None, "Văn phòng <vp@x.vn>"])
def test_without_a_mailbox_nothing_is_published(session: Session, busy: Cast, mailbox: str | None) -> None:
    busy.agency.organizer_email = mailbox
    calendar, (event,) = drawn(session, busy, Kind.CEREMONY)
    assert "METHOD" not in calendar
    assert "ORGANIZER" not in event


def test_moving_the_ceremony_keeps_its_uid_and_grows_its_sequence(session: Session, busy: Cast) -> None:
    _, (before,) = drawn(session, busy, Kind.CEREMONY)
    draft = MoveDraft(datetime(2026, 12, 21, 8), draft_notice=False)  # noqa: DTZ001 - office time
    move_ceremony(session, busy.ceremony, draft, busy.ceremony.version, date(2026, 11, 23), busy.drafter)
    _, (after,) = drawn(session, busy, Kind.CEREMONY)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1


def test_each_step_of_the_programme_points_to_its_ceremony(session: Session, busy: Cast) -> None:
    calendar, events = drawn(session, busy, Kind.PROGRAMME)
    assert "METHOD" not in calendar
    assert [(event["SUMMARY"], local(event, "DTSTART").strftime("%H:%M")) for event in events] == [
        ("Đón tiếp", "07:00"),
        ("Chào cờ", "07:30"),
    ]
    assert all(event["RELATED-TO"] == busy.ceremony.uid for event in events)
    assert "Đoàn xã" in events[1]["DESCRIPTION"]


def test_only_tasks_with_a_day_are_due_in_the_calendar(session: Session, busy: Cast) -> None:
    _, (event,) = drawn(session, busy, Kind.TASKS)
    assert event["SUMMARY"] == "Hạn: Tham mưu giấy mời, gửi đại biểu (Văn phòng)"
    assert event["DTSTART"].dt == date(2026, 12, 1)
    assert event["TRANSP"] == "TRANSPARENT"
    for words in ("Văn phòng HĐND&UBND", "Đoàn TNCS Hồ Chí Minh xã", busy.campaign.title):
        assert words in event["DESCRIPTION"]


def test_a_day_that_words_name_is_due_too_and_moves_with_them(session: Session, busy: Cast) -> None:
    draft = TaskDraft("Giữ trật tự", busy.units[1].id, due_words="ngày 14/12/2026")
    task = tasks.create_task(session, busy.campaign, draft, busy.drafter)
    _, (_, before) = drawn(session, busy, Kind.TASKS)
    assert before["DTSTART"].dt == date(2026, 12, 14)
    later = TaskDraft("Giữ trật tự", busy.units[1].id, due_words="ngày 15/12/2026")
    tasks.update_task(session, busy.campaign, task, later, task.version, busy.drafter)
    _, (_, after) = drawn(session, busy, Kind.TASKS)
    assert (after["DTSTART"].dt, after["SEQUENCE"]) == (date(2026, 12, 15), before["SEQUENCE"] + 1)


def test_a_unit_gets_what_it_leads_or_helps_with(session: Session, busy: Cast) -> None:
    for unit, count in ((busy.units[0], 1), (busy.units[2], 1), (busy.units[1], 0)):
        found = file_of(read(session, busy.campaign, unit.id), Kind.TASKS)
        assert found.count(b"BEGIN:VEVENT") == count


def test_every_wednesday_from_a_sunday_on_falls_on_wednesdays(session: Session, busy: Cast) -> None:
    calendar, (event,) = drawn(session, busy, Kind.SERVICE_DAYS)
    assert event["TRANSP"] == "TRANSPARENT"
    days = recurring_ical_events.of(calendar).between(date(2023, 10, 10), date(2023, 11, 2))
    assert [day["DTSTART"].dt.date() for day in days] == [
        date(2023, 10, 18),
        date(2023, 10, 25),
        date(2023, 11, 1),
    ]


def test_the_same_rows_give_the_same_bytes(session: Session, busy: Cast) -> None:
    first = calendars(session, busy.campaign)
    session.expire_all()
    assert calendars(session, busy.campaign) == first


def test_the_dossier_gets_only_calendars_with_something_in_them(session: Session, cast: Cast) -> None:
    assert [name for name, _ in calendars(session, cast.campaign)] == ["Lịch buổi lễ ngay-khong-hen.ics"]


def test_the_dossier_gets_all_four(session: Session, busy: Cast) -> None:
    found = dict(calendars(session, busy.campaign))
    assert set(found) == {kind.file_name("ngay-khong-hen") for kind in Kind}
    assert all(data.startswith(b"BEGIN:VCALENDAR\r\n") and data.endswith(b"\r\n") for data in found.values())
