"""Guessed addresses: ids of another campaign, another office, nobody, and numbers no database counts to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from campaign.campaigns.model import Campaign
from campaign.glossary import UpdateKind
from campaign.packets.actions import make_packet
from campaign.people.model import User
from campaign.tasks.actions import Speaker, add_update, create_task
from campaign.tasks.model import evidence_of
from campaign.tasks.rules import TaskDraft
from campaign.tasks.rules.evidence import EvidenceDraft
from campaign.tasks.rules.reporting import Side, UpdateDraft
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


# ---------------------------------------------------------------- another unit's tasks and files


@dataclass(frozen=True)
class Own:
    """A task of the member's unit, its file, and the token of the unit's packet."""

    task_id: int
    file_id: int
    token: str


@pytest.fixture
def own(stage: Stage) -> Own:
    """What the member may see, beside everything that is another unit's; it comes after a task of that other unit."""
    cast = stage.cast
    with stage.app.extensions["sessions"]["writing"]() as session:
        campaign = session.get_one(Campaign, cast.campaign.id)
        draft = TaskDraft("Viết tin loa", cast.units[1].id, after_task_id=stage.values["task_id"])
        task = create_task(session, campaign, draft, cast.drafter)
        file = EvidenceDraft("Tin.pdf", b"%PDF-1.7")
        said = UpdateDraft(UpdateKind.COMMENT, "own", "Đã viết", files=[file])
        add_update(
            session, task, said, Speaker(cast.drafter, Side.OFFICE), datetime(2026, 11, 23, tzinfo=UTC)
        )
        file_id = evidence_of(session, task.id).popitem()[1][0].id
        _, token = make_packet(session, campaign, cast.units[1], None, cast.drafter, date(2026, 11, 23))
        session.commit()
    return Own(task.id, file_id, token)


def everything(stage: Stage, client: FlaskClient, values: Values) -> Iterator[tuple[str, set[str], int, str]]:
    """Every address with those values, the names in it, and the status and words it answers to each method."""
    for rule in stage.app.url_map.iter_rules():
        if rule.endpoint in {"static", "people.sign_out"}:
            continue
        for kind in UpdateKind if "kind" in rule.arguments else [""]:
            for address in addresses(stage.app, rule, {**values, "kind": str(kind)}):
                for method in ("GET", "HEAD", "POST"):
                    typed = {"version": "1", "key": f"{kind}", "text": "Xong", "until": "1/1/2027"}
                    data = typed if method == "POST" else None
                    with client.open(address, method=method, data=data) as answer:
                        yield (
                            f"{method} {address}",
                            set(rule.arguments),
                            answer.status_code,
                            words(answer.get_data()),
                        )


def words(body: bytes) -> str:
    """What a page or a file says; a zip's (a workbook's) parts one after the other."""
    if body.startswith(b"PK"):
        with ZipFile(BytesIO(body)) as package:
            body = b"".join(package.read(name) for name in package.namelist())
    return body.decode("utf-8", "replace")


THEIRS = ("Nhiệm vụ 1", "Trao đổi 1", "Ảnh 1.png")  # of the unit Phòng số 1
TASKS = {"task_id", "file_id", "key", "packet_id"}


def test_a_member_meets_no_other_units_task_at_any_address(stage: Stage, own: Own, enter: Enter) -> None:
    before = stage.database.rows()
    told = [
        text
        for text in THEIRS
        if text in stage.client.get(f"/campaigns/{stage.values['code']}/tasks/{stage.values['task_id']}").text
    ]
    assert told == list(THEIRS)
    leaks, opened, seen = [], [], set()
    for address, names, status, said in everything(
        stage, enter(stage.cast.member), stage.values | {"token": own.token}
    ):
        seen.add(address)
        if names & TASKS and status not in LOCKED and status != 405:
            opened.append(f"{address}: {status}")
        leaks += [f"{address}: {text}" for text in THEIRS if text in said]
    assert (leaks, opened) == ([], [])
    assert len(seen) > 300
    assert stage.database.rows() == before


def test_a_packet_meets_no_other_units_task_at_any_address(stage: Stage, own: Own) -> None:
    before = stage.database.rows()
    nobody = stage.app.test_client()
    for address, names, status, said in everything(stage, nobody, stage.values | {"token": own.token}):
        assert [text for text in THEIRS if text in said] == [], address
        if "token" not in names:
            assert status in {302, 405} or address.endswith(("/sign-in", "/health")), f"{address}: {status}"
        elif names & TASKS:
            assert status in {404, 405}, f"{address}: {status}"
    assert stage.database.rows() == before


def test_an_own_task_opens_no_other_tasks_file_and_takes_no_other_tasks_form(
    stage: Stage, own: Own, enter: Enter
) -> None:
    before = stage.database.rows()
    member, nobody = enter(stage.cast.member), stage.app.test_client()
    used = f"{stage.cast.campaign.id}-1"  # the key of what was said of the other task
    for client, task in (
        (member, f"/campaigns/{stage.values['code']}/tasks/{own.task_id}"),
        (nobody, f"/u/{own.token}/tasks/{own.task_id}"),
    ):
        assert client.get(f"{task}/files/{own.file_id}").status_code == 200
        for method in ("GET", "HEAD"):
            assert client.open(f"{task}/files/{stage.values['file_id']}", method=method).status_code == 404
        assert client.post(f"{task}/say/comment", data={"key": used, "text": "Xong"}).status_code == 404
        assert "Nhiệm vụ 1" not in client.get(task).text
    assert stage.database.rows() == before
