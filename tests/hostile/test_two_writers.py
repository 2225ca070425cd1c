"""Two people at once, on SQLite and on PostgreSQL: both are answered, nothing is lost, doubled or half-written."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import Engine, func, select
from werkzeug.test import TestResponse

from campaign.app import create_app
from campaign.campaigns.model import Campaign
from campaign.config import Config
from campaign.db import Base
from campaign.documents.model import Document
from campaign.gate import Account
from campaign.glossary import DocumentStatus
from campaign.people.model import Unit
from campaign.tasks.model import Task
from tests.conftest import TODAY, Cast, _raise_cast
from tests.hostile.stage import Values, form_at, furnish

HOME = "/campaigns/ngay-khong-hen"


class Desk:
    """The application on one of the databases, with two drafters' browsers."""

    def __init__(self, app: Flask, cast: Cast, values: Values) -> None:
        self.app, self.cast, self.values = app, cast, values
        self.first, self.second = (self.sign_in() for _ in range(2))

    def sign_in(self) -> FlaskClient:
        client = self.app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = Account(self.cast.admin).get_id()
        return client

    def at_once(self, *posts: tuple[str, dict[str, object]]) -> list[TestResponse]:
        """The answers to posts sent in the same moment, each from a browser of its own."""
        barrier = Barrier(len(posts))
        clients = [self.sign_in() for _ in posts]

        def send(client: FlaskClient, address: str, data: dict[str, object]) -> TestResponse:
            barrier.wait(10)
            return client.post(address, data=data)

        with ThreadPoolExecutor(len(posts)) as pool:
            sent = [pool.submit(send, client, *post) for client, post in zip(clients, posts, strict=True)]
            return [each.result(30) for each in sent]

    def all(self, query: object) -> list[object]:
        with self.app.extensions["sessions"]["reading"]() as session:
            return list(session.scalars(query).all())  # type: ignore[call-overload]


@pytest.fixture
def desk(engine: Engine, tmp_path: Path, compiled: FileSystemBytecodeCache) -> Iterator[Desk]:
    app = create_app(
        Config(
            home=tmp_path, database_url=engine.url.render_as_string(hide_password=False), secret_key="test",
            host="127.0.0.1", port=8000, https=False, today=TODAY,
        )
    )  # fmt: skip
    app.config.update(
        TESTING=True, WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False, PROPAGATE_EXCEPTIONS=False
    )
    app.jinja_env.bytecode_cache = compiled
    with app.extensions["sessions"]["writing"]() as session:
        cast = _raise_cast(session)
        values = furnish(session, cast.agency, cast.campaign, cast.drafter, range(1, 5))
    yield Desk(app, cast, values)
    app.extensions["engine"].dispose()


def test_the_later_save_keeps_both_texts_on_the_page(desk: Desk) -> None:
    form = form_at(desk.first, f"{HOME}/tasks/{desk.values['task_id']}")
    assert desk.first.post(form.action, data=form.data(text="Bản thứ nhất")).status_code == 303
    answer = desk.second.post(form.action, data=form.data(text="Bản thứ hai"))
    assert answer.status_code == 409
    assert "Bản thứ nhất" in answer.text
    assert "Bản thứ hai" in answer.text
    assert "Bản thứ nhất" in desk.all(select(Task.text))
    assert desk.second.post(form.action, data=form.data(text="Bản thứ hai", version=2)).status_code == 303


def test_two_saves_in_one_moment_keep_one_and_tell_the_other(desk: Desk) -> None:
    form = form_at(desk.first, f"{HOME}/tasks/{desk.values['task_id']}")
    answers = desk.at_once(*((form.action, form.data(text=f"Bản {name}")) for name in "ABC"))
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409]
    assert len([text for text in desk.all(select(Task.text)) if str(text).startswith("Bản ")]) == 1
    assert all("Bản " in answer.text for answer in answers if answer.status_code == 409)


def test_moves_in_one_moment_lose_nothing_and_the_next_move_finds_an_order(desk: Desk) -> None:
    """On PostgreSQL two moves may leave two rows at one place, in order of their ids; a move pulls them apart."""
    tasks = desk.all(select(Task.id).order_by(Task.position))
    posts = [
        (f"{HOME}/tasks/{task}/move/{way}", {})
        for task, way in zip(tasks, ("down", "down", "up", "up"), strict=True)
    ]
    answers = desk.at_once(*posts)
    assert {answer.status_code for answer in answers} == {303}
    last = desk.all(select(Task.id).order_by(Task.position, Task.id))[-1]
    assert desk.first.post(f"{HOME}/tasks/{last}/move/up").status_code == 303
    positions = desk.all(select(Task.position))
    assert len(set(positions)) == len(positions) == len(tasks)


def test_papers_issued_in_one_moment_get_numbers_of_their_own(desk: Desk) -> None:
    with desk.app.extensions["sessions"]["writing"]() as session:
        papers = session.scalars(select(Document).where(Document.kind == "plan")).all()[:3]
        for paper in papers:
            paper.status = DocumentStatus.APPROVED
        session.commit()
        posts = [
            (
                f"{HOME}/documents/{paper.id}/issue",
                {"issued_on": "24/11/2026", "number": "", "version": paper.version},
            )
            for paper in papers
        ]
    answers = desk.at_once(*posts)
    assert [answer.status_code for answer in answers] == [303] * len(posts)
    assert sorted(desk.all(select(Document.number).where(Document.number.is_not(None)))) == list(
        range(1, len(posts) + 1)
    )  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("address", "data", "counted"),
    [
        (
            "/campaigns/new",
            {"title": "Ngày không viết", "status": "preparing", "agency_id": 1, "code": "mot-ma"},
            Campaign,
        ),
        ("/units/new?agency=1", {"name": "Phòng mới", "short_name": "Phòng", "relation": "assign"}, Unit),
    ],
    ids=["campaign", "unit"],
)
def test_the_same_thing_added_twice_in_one_moment_is_there_once(
    desk: Desk, address: str, data: dict[str, object], counted: type[Base]
) -> None:
    before = desk.all(select(func.count()).select_from(counted))[0]
    answers = desk.at_once((address, data), (address, data), (address, data))
    assert sorted(answer.status_code for answer in answers) == [303, 422, 422]
    assert desk.all(select(func.count()).select_from(counted))[0] == before + 1  # type: ignore[operator]


def test_a_request_that_dies_midway_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise RuntimeError("killed")

    def counts():
        return [desk.all(select(func.count()).select_from(table))[0] for table in Base.metadata.sorted_tables]

    before = counts()
    monkeypatch.setattr("campaign.tasks.actions._set_coordinating", die)
    data = {"text": "Việc dở dang", "lead_unit_id": desk.values["unit_id"]}
    answer = desk.first.post(f"{HOME}/tasks/new", data=data)
    assert answer.status_code == 500
    assert "Lỗi ở phía máy chủ" in answer.text
    assert "Traceback" not in answer.text
    assert counts() == before
    monkeypatch.undo()
    assert desk.first.post(f"{HOME}/tasks/new", data=data).status_code == 303
