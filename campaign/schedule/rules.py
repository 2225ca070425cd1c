"""What stands in the calendars: words of each moment and the shape of a weekly series. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from campaign.schedule import phrases
from campaign.vietnamese import safe_file_name, spoken_time


class Kind(Enum):
    """The four calendars of a campaign: the name in addresses, in file names, on screen, and what it holds."""

    CEREMONY = "ceremony", phrases.CEREMONY_FILE, phrases.CEREMONY_LABEL, phrases.CEREMONY_HOLDS
    PROGRAMME = "programme", phrases.PROGRAMME_FILE, phrases.PROGRAMME_LABEL, phrases.PROGRAMME_HOLDS
    TASKS = "tasks", phrases.TASKS_FILE, phrases.TASKS_LABEL, phrases.TASKS_HOLDS
    SERVICE_DAYS = (
        "service-days",
        phrases.SERVICE_DAYS_FILE,
        phrases.SERVICE_DAYS_LABEL,
        phrases.SERVICE_DAYS_HOLDS,
    )

    def __init__(self, address: str, file: str, label: str, holds: str) -> None:
        self.address = address
        self.file = file
        self.label = label
        self.holds = holds

    def file_name(self, code: str) -> str:
        """The name of this calendar's file for the campaign with that code."""
        return safe_file_name(self.file.format(code=code))


@dataclass(frozen=True)
class Series:
    """A weekly series: its first day, and hours when both are known (else whole days)."""

    start: datetime | date
    end: datetime | None
    until: date | None


def lines(*facts: tuple[str, str | None]) -> str:
    """The sentences whose fact is known, one per line; each fact is a pattern with {text} and its text."""
    return "\n".join(pattern.format(text=text) for pattern, text in facts if text)


def series(
    weekday: int | None, starts_on: date, ends_on: date | None, opens_at: time | None, closes_at: time | None
) -> Series | None:
    """The weekly series of a service day; None when it follows no weekday or ends before its first day.

    DTSTART must lie on its own rule (RFC 5545 3.8.5.3): "every Wednesday from Sunday 15/10/2023" begins on 18/10/2023.
    """
    if weekday is None:
        return None
    first = starts_on + timedelta(days=(weekday - starts_on.weekday()) % 7)
    if ends_on is not None and ends_on < first:
        return None
    if opens_at is None:
        return Series(first, None, ends_on)
    closes = datetime.combine(first, closes_at) if closes_at and closes_at > opens_at else None
    return Series(datetime.combine(first, opens_at), closes, ends_on)


def until_hour(closes_at: time | None) -> str | None:
    """Until when files are taken, in words; None without an hour."""
    return phrases.UNTIL_HOUR.format(hour=spoken_time(closes_at)) if closes_at else None
