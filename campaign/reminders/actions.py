"""Writing the day's reminders into the outbox. Asked every minute, they write each digest once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from campaign.glossary import Role
from campaign.mailing.actions import enqueue
from campaign.mailing.rules import CLOSES, OFFICE_ZONE, MessageDraft, digest_day
from campaign.people.model import Agency, Unit, User, agencies, days_off_for, units_of
from campaign.reminders import rules
from campaign.reminders.model import duties_of, known, last_letter, members_of, news_of, told_of
from campaign.reminders.rules import Letter, Mine, News, Span
from campaign.workdays import DaysOff, previous_working_day, years_around

SETTLED = timedelta(minutes=15)  # a change this young may still be followed by others: it waits
LEADERS_HOUR = 7


@dataclass(frozen=True)
class _Box:
    """Where a digest goes, and the occasion it is."""

    key: str
    name: str
    address: str


def remind(session: Session, now: datetime) -> None:
    """Write the digests due by `now` (the office's moment) that have none yet; the caller commits."""
    for agency in agencies(session):
        days_off = days_off_for(session, agency.id, years_around([now.date()]))
        _remind_units(session, agency, days_off, now)
        _remind_leaders(session, agency, days_off, now)


def _remind_units(session: Session, agency: Agency, days_off: DaysOff, now: datetime) -> None:
    day = now.date()
    people = members_of(session, agency.id)
    due = [
        unit for unit in units_of(session, agency.id) if digest_day(now, unit.digest_hour, days_off) == day
    ]
    boxes = {unit.id: _boxes(unit, people, day) for unit in due}
    have = known(session, [box.key for found in boxes.values() for box in found])
    waiting = [unit for unit in due if any(box.key not in have for box in boxes[unit.id])]
    if not waiting:
        return
    duties = duties_of(session, agency.id)
    for unit in waiting:
        mine = Mine(
            unit.name,
            [duty for duty in duties if duty.unit_id == unit.id],
            [duty for duty in duties if unit.id in duty.helpers],
        )
        if not (mine.led or mine.helped):
            continue
        span = Span(previous_working_day(day, days_off), day)
        since = datetime.combine(span.since, time(unit.digest_hour), OFFICE_ZONE)
        letter = rules.digest(mine, _heard(session, unit, since, now), agency.name, span)
        if letter is not None:
            _write(session, agency, letter, boxes[unit.id], day)


def _heard(session: Session, unit: Unit, since: datetime, now: datetime) -> News:
    """What others changed and said since the unit's last hour, or its last digest if that came later; not the newest minutes."""
    written = last_letter(session, unit.id)
    since = max(since, written) if written else since
    by_unit = news_of(session, since - SETTLED, now - SETTLED)
    others = [news for author, news in by_unit.items() if author != unit.id]
    return News(
        {task for news in others for task in news.given},
        {task for news in others for task in news.changed},
        told_of(session, since - SETTLED, now - SETTLED),
    )


def _remind_leaders(session: Session, agency: Agency, days_off: DaysOff, now: datetime) -> None:
    day = now.date()
    if digest_day(now, LEADERS_HOUR, days_off) != day:
        return
    leaders = [user for user in members_of(session, agency.id) if user.role is Role.LEADER]
    boxes = [_Box(f"late:{agency.id}:{day}:{user.email}", user.full_name, user.email) for user in leaders]
    if not boxes or known(session, [box.key for box in boxes]):
        return
    span = Span(previous_working_day(day, days_off), day)
    letter = rules.for_the_leader(duties_of(session, agency.id), agency.name, span)
    if letter is not None:
        _write(session, agency, letter, boxes, day)


def _boxes(unit: Unit, people: Iterable[User], day: date) -> Sequence[_Box]:
    """The unit's own mailbox; where it has none, those of its members."""
    key = f"digest:{unit.id}:{day}"
    if unit.email:
        return [_Box(key, unit.name, unit.email)]
    members = [user for user in people if user.role is Role.MEMBER and user.unit_id == unit.id]
    return [_Box(f"{key}:{user.email}", user.full_name, user.email) for user in members]


def _write(session: Session, agency: Agency, letter: Letter, boxes: Iterable[_Box], day: date) -> None:
    """One message for each box, of use until the office closes that day."""
    until = datetime.combine(day, CLOSES, OFFICE_ZONE)
    for box in boxes:
        draft = MessageDraft(
            agency.id, box.key, box.name, box.address, letter.subject, letter.body, send_before=until
        )
        enqueue(session, draft)
