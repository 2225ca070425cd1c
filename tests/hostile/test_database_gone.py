"""The database goes away, is locked or read-only in the middle of things: a sentence, a line in the log, and back again."""

import logging
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from campaign.people.model import User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
TASKS = "/campaigns/ngay-khong-hen/tasks"


@pytest.fixture
def drafter(app: Flask, office: Cast, sign_in: SignIn) -> FlaskClient:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    client = sign_in(office.drafter)
    assert client.get(TASKS).status_code == 200
    return client


def task(office: Cast) -> dict[str, object]:
    return {"text": "Chuẩn bị hội trường", "lead_unit_id": office.units[0].id}


def told(answer: object, caplog: pytest.LogCaptureFixture) -> str:
    """The page of a refusing database, once its form was looked at."""
    assert answer.status_code == 503  # type: ignore[attr-defined]
    page = str(answer.text)  # type: ignore[attr-defined]
    assert "<h1>" in page
    assert "Traceback" not in page
    assert "sqlite" not in page.lower()
    assert any(record.levelno >= logging.ERROR for record in caplog.records)
    return page


def test_a_locked_database_is_told_and_then_works_again(
    app: Flask, office: Cast, drafter: FlaskClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hurry = lambda connection, *_: connection.execute("PRAGMA busy_timeout = 50")  # noqa: E731
    event.listen(app.extensions["engine"], "checkout", hurry)
    other = sqlite3.connect(tmp_path / "web.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    told(drafter.post(f"{TASKS}/new", data=task(office)), caplog)
    assert drafter.get(TASKS).status_code == 200
    other.execute("ROLLBACK")
    other.close()
    assert drafter.post(f"{TASKS}/new", data=task(office)).status_code == 303


def test_a_read_only_database_is_told_and_then_works_again(
    app: Flask, office: Cast, drafter: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    engine: Engine = app.extensions["engine"]
    lock = lambda connection, *_: connection.execute("PRAGMA query_only = ON")  # noqa: E731
    event.listen(engine, "checkout", lock)
    told(drafter.post(f"{TASKS}/new", data=task(office)), caplog)
    event.remove(engine, "checkout", lock)
    engine.dispose()
    assert drafter.post(f"{TASKS}/new", data=task(office)).status_code == 303


def test_a_file_that_went_away_is_told_and_then_works_again(
    app: Flask, drafter: FlaskClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    engine: Engine = app.extensions["engine"]
    engine.dispose()
    shutil.move(tmp_path / "web.db", tmp_path / "away.db")
    (tmp_path / "web.db").mkdir()
    told(drafter.get(TASKS), caplog)
    told(drafter.get("/"), caplog)
    engine.dispose()
    (tmp_path / "web.db").rmdir()
    shutil.move(tmp_path / "away.db", tmp_path / "web.db")
    assert drafter.get(TASKS).status_code == 200


def test_a_database_that_goes_midway_writes_nothing(
    app: Flask, office: Cast, drafter: FlaskClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The first row is in, then the disk is full."""

    def full(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO history_entry"):
            fault = sqlite3.OperationalError("database or disk is full")
            fault.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise OperationalError(statement, {}, fault)

    count = lambda: sqlite3.connect(tmp_path / "web.db").execute("SELECT count(*) FROM task").fetchone()  # noqa: E731
    before = count()
    event.listen(app.extensions["engine"], "before_cursor_execute", full)
    told(drafter.post(f"{TASKS}/new", data=task(office)), caplog)
    event.remove(app.extensions["engine"], "before_cursor_execute", full)
    assert count() == before
    assert drafter.post(f"{TASKS}/new", data=task(office)).status_code == 303
    assert count() == (before[0] + 1,)


def test_a_fault_of_ours_has_a_page_too(
    app: Flask, office: Cast, drafter: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    """An error nobody foresaw, from the database: the page does not ask the broken session who is looking."""

    def odd(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO task"):
            raise OperationalError(statement, {}, Exception("no such column"))

    event.listen(app.extensions["engine"], "before_cursor_execute", odd)
    answer = drafter.post(f"{TASKS}/new", data=task(office))
    event.remove(app.extensions["engine"], "before_cursor_execute", odd)
    assert answer.status_code == 500
    assert "Mã lỗi 500" in answer.text
    assert "no such column" not in answer.text
    assert "no such column" in caplog.text
