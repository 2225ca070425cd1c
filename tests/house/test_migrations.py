"""A database of the first release, with data in it, comes to today's schema and loses nothing."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData, insert, select
from sqlalchemy.orm import Session

from campaign import schema
from campaign.db import open_engine
from campaign.tasks.model import Coordination, Task
from tests.conftest import _admin

FIRST = "0001"
WHEN = "2026-11-20 08:00:00"
STAMPS = {"version": 1, "created_at": WHEN, "updated_at": WHEN}
ROWS: dict[str, list[dict[str, object]]] = {
    "agency": [
        {"id": 1, "code": "binh-an", "name": "Ủy ban nhân dân xã Bình An", "short_name": "UBND xã", "level": "commune",
         "header_lines": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "symbol": "UBND", "place_name": "Bình An", "size_profile": "large"},
    ],
    "unit": [
        {"id": 1, "agency_id": 1, "name": "Văn phòng", "short_name": "VP", "relation": "assign", "rank": 1},
        {"id": 2, "agency_id": 1, "name": "Công an xã", "short_name": "CA", "relation": "assign", "rank": 2},
    ],
    "campaign": [
        {"id": 1, "agency_id": 1, "code": "le", "title": "Lễ ra mắt", "summary": "", "status": "running"},
    ],
    "task": [
        {"id": 1, "campaign_id": 1, "position": 1, "text": "Gửi giấy mời", "lead_unit_id": 1, "due_on": date(2026, 12, 1),
         "status": "done", "done_on": date(2026, 11, 30), "uid": "t-1", "sequence": 2},
        {"id": 2, "campaign_id": 1, "position": 2, "text": "Bảo vệ", "lead_unit_id": 2, "due_words": "thường xuyên",
         "status": "open", "uid": "t-2", "sequence": 0},
    ],
    "document": [
        {"id": 1, "campaign_id": 1, "agency_id": 1, "kind": "plan", "title": "Tổ chức lễ", "symbol": "KH-UBND", "numbering": "roman",
         "size_profile": "large", "status": "draft", "draft_year": 2026, "annexes": []},
    ],
}  # fmt: skip
BESIDE: dict[str, list[dict[str, object]]] = {
    "coordination": [{"task_id": 1, "unit_id": 2, "position": 1}],
    "section": [
        {"id": 1, "document_id": 1, "position": 1, "key": "mo-dau", "heading": "", "text": "Kế hoạch", "numbered": False,
         "run_in": False, **STAMPS},
    ],
}  # fmt: skip


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def first_release(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database at the first release's schema, filled."""
    if request.param == "sqlite":
        engine = open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    else:
        address = request.getfixturevalue("postgres_server")
        _admin(address, "DROP DATABASE IF EXISTS first_release")
        _admin(address, "CREATE DATABASE first_release")
        engine = open_engine(address.replace("/postgres?", "/first_release?"))
    schema.upgrade(engine, FIRST)
    old = MetaData()
    old.reflect(engine)
    with engine.begin() as connection:
        for name, rows in ROWS.items():
            for row in rows:
                values = {**STAMPS, **row}
                connection.execute(insert(old.tables[name]).values(_read(values)))
        for name, rows in BESIDE.items():
            for row in rows:
                connection.execute(insert(old.tables[name]).values(_read(row)))
    yield engine
    engine.dispose()


def _read(row: dict[str, object]) -> dict[str, object]:
    """Moments written as text, as the column wants them."""
    return {
        name: datetime.fromisoformat(value) if name.endswith("_at") and isinstance(value, str) else value
        for name, value in row.items()
    }


def counts(engine: Engine) -> dict[str, int]:
    now = MetaData()
    now.reflect(engine)
    with engine.connect() as connection:
        return {name: len(connection.execute(select(now.tables[name])).all()) for name in [*ROWS, *BESIDE]}


def test_nothing_is_lost_on_the_way_to_today(first_release: Engine) -> None:
    before = counts(first_release)
    schema.upgrade(first_release)
    assert schema.is_current(first_release)
    assert counts(first_release) == before
    with Session(first_release) as session:
        first, second = session.scalars(select(Task).order_by(Task.id)).all()
        assert (first.deadline, first.done_on, first.sequence) == (date(2026, 12, 1), date(2026, 11, 30), 2)
        assert (second.deadline, second.due_words, second.pinned) == (None, "thường xuyên", False)
        assert session.scalars(select(Coordination.unit_id)).all() == [2]


def test_there_and_back_and_there_again(first_release: Engine) -> None:
    before = counts(first_release)
    for _ in range(2):
        schema.upgrade(first_release)
        with first_release.begin() as connection:
            command.downgrade(schema.alembic_config(connection), FIRST)
        assert counts(first_release) == before
