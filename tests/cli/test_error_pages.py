"""A database that fails while pages are served: a page that says so in one sentence, never a traceback."""

from collections.abc import Callable

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import OperationalError, ProgrammingError

from campaign.gate import db
from campaign.people.model import User
from campaign.store import faults
from tests.conftest import Cast


def test_a_database_damaged_while_serving_is_told(
    app: Flask, office: Cast, sign_in: Callable[[User], FlaskClient]
) -> None:
    client = sign_in(office.drafter)
    assert client.get("/").status_code == 200
    app.extensions["engine"].dispose()
    (file,) = [office_file for office_file in (app.extensions["engine"].url.database,) if office_file]
    with open(file, "wb") as out:
        out.write(b"damaged" * 10_000)
    answer = client.get("/")
    assert answer.status_code == 503
    assert "campaign restore" in answer.text
    assert "Traceback" not in answer.text


def test_a_full_disk_is_told_and_a_fault_of_the_program_is_not_hidden(app: Flask) -> None:
    def full() -> str:
        db().execute(text("PRAGMA max_page_count = 1"))
        db().execute(text("CREATE TABLE heavy AS SELECT zeroblob(10000000) AS weight"))
        return "saved"

    app.add_url_rule("/full", "full", full, methods=["POST"])
    app.add_url_rule("/wrong", "wrong", lambda: str(db().execute(text("SELECT * FROM nowhere")).all()))
    answer = app.test_client().post("/full", data={"text": "Chuẩn bị hội trường"})
    assert answer.status_code == 503
    assert "Hết chỗ trống trên đĩa" in answer.text
    assert "Chuẩn bị hội trường</textarea>" in answer.text
    with pytest.raises(Exception, match="no such table"):
        app.test_client().get("/wrong")


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (psycopg.errors.DiskFull(), "Hết chỗ trống"),
        (psycopg.errors.ReadOnlySqlTransaction(), "chỉ cho đọc"),
        (psycopg.errors.AdminShutdown(), "PostgreSQL"),
        (psycopg.OperationalError("connection refused"), "PostgreSQL"),
    ],
)
def test_what_postgresql_refuses_is_told(cause: psycopg.Error, said: str) -> None:
    sentence = faults.of_surroundings(OperationalError("SELECT 1", None, cause))
    assert sentence is not None
    assert said in sentence


def test_a_fault_of_the_program_is_no_fault_of_the_surroundings() -> None:
    wrong = ProgrammingError("SELECT 1", None, psycopg.errors.UndefinedTable())
    assert faults.of_surroundings(wrong) is None
