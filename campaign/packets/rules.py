"""Rules of packets: how long a link lives, what a unit has to do, who speaks through it, the text sent with it. Pure."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from campaign.packets import phrases
from campaign.packets.phrases import PacketState
from campaign.tasks.rules.reporting import Side
from campaign.vietnamese import spoken_date

AFTERWARDS = timedelta(days=30)  # reports come in after the ceremony too
WITHOUT_AN_END = timedelta(days=90)
NOTED_EVERY = timedelta(minutes=10)  # so that reading a page seldom writes


@dataclass(frozen=True)
class PacketAuthor:
    """Who speaks through a link: nobody's account, the unit's name."""

    full_name: str
    id: None = None


@dataclass(frozen=True)
class Duty:
    """A task as it weighs on units: who leads, who helps, by when, and whether anything is left to do."""

    lead_unit_id: int
    helpers: Collection[int]
    deadline: date | None
    running: bool


@dataclass(frozen=True)
class Load:
    """A unit's tasks in a campaign: all of them, those left to do, and the nearest last day among these."""

    tasks: int = 0
    running: int = 0
    nearest: date | None = None


def hash_of(token: str) -> str:
    """What is stored of a link's token; 128 random bits need no salt and no slowness."""
    return hashlib.sha256(token.encode()).hexdigest()


def expiry(ends_on: date | None, ceremony_days: Iterable[date], today: date) -> date:
    """The last day a new link opens: 30 days after the later of the campaign's end and its last ceremony.

    Without such a day, or when it has gone by, 90 days from today.
    """
    known = [*ceremony_days, *([ends_on] if ends_on else [])]
    day = max(known) + AFTERWARDS if known else None
    return day if day is not None and day >= today else today + WITHOUT_AN_END


def state_of(expires_on: date, revoked_at: datetime | None, today: date) -> PacketState:
    """Does the link open today? Taken back counts before run out."""
    if revoked_at is not None:
        return PacketState.REVOKED
    return PacketState.EXPIRED if expires_on < today else PacketState.ACTIVE


def is_news(last_used_at: datetime | None, now: datetime) -> bool:
    """Is a use at `now` worth writing down, so long after the one that is known?"""
    return last_used_at is None or now - last_used_at >= NOTED_EVERY


def author_of(unit_name: str) -> PacketAuthor:
    """The name under what is said through a unit's link."""
    return PacketAuthor(phrases.AUTHOR.format(unit=unit_name))


def side_of(unit_id: int, lead_unit_id: int) -> Side:
    """The side on which a unit speaks of a task it leads or helps with."""
    return Side.LEAD if unit_id == lead_unit_id else Side.HELPER


def loads(duties: Iterable[Duty]) -> dict[int, Load]:
    """What each unit has, by unit id; units without a task are left out."""
    found: dict[int, Load] = {}
    for duty in duties:
        for unit_id in {duty.lead_unit_id, *duty.helpers}:
            found[unit_id] = _with(found.get(unit_id, Load()), duty)
    return found


def message(unit: str, campaign: str, load: Load, link: str, span: tuple[date, date]) -> str:
    """The text that goes with a link in a chat; `span` is today and the link's last day."""
    today, last = span
    told = phrases.ASSIGNED if load.running else phrases.ALL_DONE
    lines = [
        phrases.GREETING.format(unit=unit),
        told.format(unit=unit, count=load.running, campaign=campaign),
    ]
    if load.nearest is not None:
        nearest = phrases.OVERDUE if load.nearest < today else phrases.NEAREST
        lines.append(nearest.format(day=spoken_date(load.nearest)))
    return "\n".join([*lines, phrases.OPEN_IT, link, phrases.KEEP_IT.format(day=spoken_date(last))])


def _with(load: Load, duty: Duty) -> Load:
    if not duty.running:
        return replace(load, tasks=load.tasks + 1)
    days = [day for day in (load.nearest, duty.deadline) if day is not None]
    return Load(load.tasks + 1, load.running + 1, min(days, default=None))
