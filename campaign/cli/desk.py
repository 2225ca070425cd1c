"""What commands share: the database opened with its refusals told, who acts, and the office's day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from campaign.cli import phrases
from campaign.config import Config
from campaign.db import session_factory
from campaign.errors import Unavailable
from campaign.store import opening
from campaign.store.faults import place, told

_OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True)
class Program:
    """The author of changes made by commands."""

    id: None = None
    full_name: str = phrases.PROGRAM_NAME


@contextmanager
def session_of(settings: Config, *, writing: bool = False) -> Iterator[Session]:
    """A session on the database that is there; the caller commits. Unavailable says what stands in the way."""
    engine = opening.existing(settings)
    try:
        with told(place(settings.database_url)), session_factory(engine, writing=writing)() as session:
            yield session
    finally:
        engine.dispose()


def today(settings: Config) -> date:
    """The fixed day of the settings, or today in the office's zone; Unavailable when the setting is no date."""
    if not settings.today:
        return datetime.now(_OFFICE_ZONE).date()
    try:
        return date.fromisoformat(settings.today)
    except ValueError as error:
        raise Unavailable(phrases.BAD_TODAY.format(text=settings.today)) from error
