"""Guessed addresses: ids of another campaign, another office, nobody, and numbers no database counts to."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from campaign.campaigns.model import Campaign
from campaign.glossary import UpdateKind
from campaign.people.model import User
from campaign.tasks.model import Task
from tests.hostile.stage import Stage, Values, addresses, furnish, pages, rules

Enter = Callable[[User], FlaskClient]
PLACES = {"code", "agency_id", "name", "agency"}  # name where a record is looked for, not the record
LOCKED = {403, 404}
# Everything an address reads from its query.
ASKED = ("q", "trang", "unit", "status", "group", "after", "under", "block", "kind", "document", "channel", "agency", "way", "preset",
         "place", "next")  # fmt: skip


@pytest.fixture
def elsewhere(stage: Stage) -> Values:
    """A campaign of the stranger's office, with a row of everything; and one more campaign of our own."""
    cast = stage.cast
    with stage.app.extensions["sessions"]["writing"]() as session:
        ours = Campaign(agency_id=cast.agency.id, code="cua-minh", title="Kế hoạch khác")
        theirs = Campaign(agency_id=cast.other_agency.id, code="cua-nguoi", title="Kế hoạch của nơi khác")
        session.add_all([ours, theirs])
        session.flush()
        return furnish(session, cast.other_agency, theirs, cast.stranger)


def answers(
    stage: Stage, client: FlaskClient, values: Values, only: Callable[[set[str]], bool]
) -> dict[str, int]:
    """What every address whose arguments `only` accepts says to GET and POST with those values."""
    found = {}
    for method in ("GET", "POST"):
        for rule in rules(stage.app, method):
            if only(set(rule.arguments)):
                address = addresses(stage.app, rule, values)[0]
                with client.open(
                    address, method=method, data={"version": "1"} if method == "POST" else None
                ) as answer:
                    found[f"{method} {address}"] = answer.status_code
    return found


def test_records_of_another_campaign_are_not_found_under_this_one(stage: Stage, elsewhere: Values) -> None:
    before = stage.database.rows()
    mixed = elsewhere | {"code": stage.values["code"], "agency_id": stage.values["agency_id"]}
    owned = lambda names: "code" in names and bool(names - PLACES - {"way"})  # noqa: E731
    found = answers(stage, stage.client, mixed, owned)
    assert {address: status for address, status in found.items() if status != 404} == {}
    assert stage.database.rows() == before
    assert len(found) > 60


def test_a_strangers_office_is_not_found_at_all(stage: Stage, elsewhere: Values, enter: Enter) -> None:
    before = stage.database.rows()
    # a link with its token is for whoever holds it; guessing one is tried in tests/packets
    asked = lambda names: "token" not in names and bool(names - {"name", "way"})  # noqa: E731
    found = answers(stage, enter(stage.cast.drafter), elsewhere, asked)
    assert {address: status for address, status in found.items() if status not in LOCKED} == {}
    assert [address for address, status in found.items() if status == 403 and "/campaigns/" in address] == []
    assert stage.database.rows() == before


@pytest.mark.parametrize("number", [0, 2**31, 10**30])
def test_numbers_nobody_has_are_not_found(stage: Stage, number: int) -> None:
    nobody = dict.fromkeys(stage.values, number) | {"code": stage.values["code"], "name": "programme"}
    found = answers(stage, stage.client, nobody, lambda names: bool(names - {"code", "name", "way"}))
    assert {address[:80]: status for address, status in found.items() if status != 404} == {}


def test_a_number_too_long_to_read_is_not_found(stage: Stage) -> None:
    nines = "9" * 5000
    for address in (f"/agencies/{nines}", f"/campaigns/{stage.values['code']}/tasks/{nines}"):
        assert stage.client.get(address).status_code == 404


@pytest.mark.parametrize(
    "odd", ["9" * 30, "9" * 5000, "%ED%A0%80%00<x>'{{7*7}}"], ids=["long", "longer", "broken"]
)
def test_odd_queries_are_no_fault(stage: Stage, odd: str) -> None:
    faults = []
    query = "&".join(f"{name}={odd}" for name in ASKED)
    for address in dict.fromkeys(each.partition("?")[0] for each in pages(stage.app, stage.values)):
        with stage.client.get(f"{address}?{query}") as answer:
            if answer.status_code >= 500 or b"<x>'" in answer.get_data():
                faults.append(f"{address}: {answer.status_code}")
    assert faults == []


def test_a_member_neither_sees_nor_reports_another_units_task(stage: Stage, enter: Enter) -> None:
    member = enter(stage.cast.member)
    task = f"/campaigns/{stage.values['code']}/tasks/{stage.values['task_id']}"
    for kind in UpdateKind:
        assert stage.client.get(f"{task}/say/{kind}").status_code == 200
        assert member.post(f"{task}/say/{kind}", data={"text": "Xong"}).status_code == 404
    assert "Nhiệm vụ 1" not in member.get(f"/campaigns/{stage.values['code']}/tasks").text
    with stage.app.extensions["sessions"]["reading"]() as session:
        assert session.scalars(select(Task.done_on)).all() == [None]
    assert stage.database.rows() == stage.database.seen
