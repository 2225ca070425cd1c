"""The demo loaded once, for tests that only read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import copy

from sqlalchemy.orm import Session

from campaign import demo
from campaign.db import open_engine, session_factory

TODAY = date(2026, 11, 23)


@contextmanager
def demo_session(migrated: Path, folder: Path) -> Iterator[Session]:
    """A session on a SQLite file with the demo around TODAY; what it writes is never committed."""
    copy(migrated, folder / "demo.db")
    engine = open_engine(f"sqlite:///{folder / 'demo.db'}")
    with session_factory(engine, writing=True)() as session:
        demo.load(session, TODAY)
        session.commit()
        yield session
        session.rollback()
    engine.dispose()
