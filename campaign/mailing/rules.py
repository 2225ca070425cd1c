"""Rules of the outbox: when a message goes, when it is tried again, when a digest is due. Pure; the moment is handed in."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from campaign.glossary import MessageState
from campaign.mailing import phrases
from campaign.workdays import DaysOff

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
# Nobody's telephone rings at night for a reminder; urgent messages go at any hour.
OPENS, CLOSES = time(6), time(21)
# Waits after the first, second … try that the server put off. Greylisting asks for 5 to 15 minutes; a full mailbox
# may be empty by the afternoon. After the last wait one more try is made.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
# Longer than the longest conversation with a server (files/mail), so that no living worker's claim is called lost.
LOST_AFTER = timedelta(minutes=15)
OVERDUE_AFTER = timedelta(minutes=15)
_WORKING_WEEK = DaysOff()

RESENDABLE = frozenset({MessageState.FAILED, MessageState.UNSURE, MessageState.CANCELLED})


@dataclass(frozen=True)
class MessageDraft:
    """A message to write into the outbox.

    `key` names the occasion ("task:12:due:2026-12-01"), over all offices: an occasion has one message, however often
    it is asked for. `send_after` None: at once; after `send_before` a message still waiting is called off.
    """

    agency_id: int
    key: str
    to_name: str
    to_address: str
    subject: str
    body: str
    campaign_id: int | None = None
    urgent: bool = False
    send_after: datetime | None = None
    send_before: datetime | None = None


@dataclass(frozen=True)
class Wanted:
    """What the list of messages is narrowed to; the empty one keeps every message."""

    words: str = ""
    state: MessageState | None = None
    campaign_id: int | None = None


def text_of(body: str, address: str) -> str:
    """A message as it is read: its body, then where the program is opened, when the settings name an `address`."""
    return f"{body.rstrip()}\n\n{phrases.OPEN_AT.format(address=address)}\n" if address else body


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after that many tries (1 …); None when it was the last."""
    return WAITS[attempts - 1] if attempts <= len(WAITS) else None


def is_quiet(moment: datetime) -> bool:
    """Is it night in the office, when only urgent messages go?"""
    return not OPENS <= moment.astimezone(OFFICE_ZONE).time() < CLOSES


def first_open(moment: datetime) -> datetime:
    """The first moment from then on that is not in the night."""
    local = moment.astimezone(OFFICE_ZONE)
    if not is_quiet(local):
        return moment
    day = local.date() if local.time() < OPENS else local.date() + timedelta(days=1)
    return datetime.combine(day, OPENS, OFFICE_ZONE)


def is_overdue(due: datetime | None, now: datetime) -> bool:
    """Has a message that might have gone at `due` waited so long that nobody seems to be sending?"""
    return due is not None and not is_quiet(now) and first_open(due) + OVERDUE_AFTER < now


def digest_day(now: datetime, hour: int, days_off: DaysOff = _WORKING_WEEK) -> date | None:
    """The day whose digest should have gone by now: the office's today from `hour` on; None before, and on days off."""
    local = now.astimezone(OFFICE_ZONE)
    return local.date() if local.hour >= hour and days_off.is_working_day(local.date()) else None
