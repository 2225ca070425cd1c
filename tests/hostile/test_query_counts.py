"""No page asks the database more often because there is more in it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from tests.hostile.stage import Stage, furnish, pages

MANY = 12


@pytest.fixture
def asked(stage: Stage) -> Iterator[list[str]]:
    """Statements the theatre has sent to its database since the last `.clear()`."""
    sent: list[str] = []
    note = lambda _connection, _cursor, statement, *_: sent.append(statement)  # noqa: E731
    event.listen(stage.app.extensions["engine"], "before_cursor_execute", note)
    yield sent
    event.remove(stage.app.extensions["engine"], "before_cursor_execute", note)


def test_no_page_asks_more_when_there_is_more(stage: Stage, asked: list[str]) -> None:
    few = _counts(stage, asked)
    with stage.app.extensions["sessions"]["writing"]() as session:
        cast = stage.cast
        furnish(session, cast.agency, cast.campaign, cast.drafter, range(2, MANY))
    many = _counts(stage, asked)
    assert {address: (few[address], many[address]) for address in few if many[address] > few[address]} == {}


def _counts(stage: Stage, asked: list[str]) -> dict[str, int]:
    counts = {}
    for address in pages(stage.app, stage.values):
        asked.clear()
        stage.client.get(address).close()
        counts[address] = len(asked)
    return counts
