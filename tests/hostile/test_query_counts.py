"""No page asks the database more often because there is more in it."""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient

from campaign.people.model import User
from tests.conftest import Cast
from tests.hostile.stage import furnish, pages

MANY = 12


def test_no_page_asks_more_when_there_is_more(
    app: Flask, office: Cast, sign_in: Callable[[User], FlaskClient], queries: list[str]
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        values = furnish(session, office.agency, office.campaign, office.drafter)
    client = sign_in(office.admin)
    few = _counts(app, client, values, queries)
    with app.extensions["sessions"]["writing"]() as session:
        furnish(session, office.agency, office.campaign, office.drafter, range(2, MANY))
    many = _counts(app, client, values, queries)
    assert {address: (few[address], many[address]) for address in few if many[address] > few[address]} == {}


def _counts(app: Flask, client: FlaskClient, values: dict[str, object], queries: list[str]) -> dict[str, int]:
    counts = {}
    for address in pages(app, values):
        client.get(address).close()
        queries.clear()
        client.get(address).close()
        counts[address] = len(queries)
    return counts
