"""What a link does not open, and what its pages do not give away."""

import logging
import re
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from campaign.campaigns.model import Campaign
from campaign.db import Base, utc_now
from campaign.packets.model import Packet
from campaign.tasks.model import Task, TaskUpdate
from tests.conftest import Cast
from tests.packets.conftest import HOME, Address, Give, Look, answers, evidence_on, make, say


def everything_said(app: Flask) -> int:
    with app.extensions["sessions"]["reading"]() as session:
        return int(session.query(TaskUpdate).count())


def assert_shut(app: Flask, client: FlaskClient, at: Address, *, of_a_task: bool = False) -> None:
    before = everything_said(app)
    found = answers(app, client, at, of_a_task=of_a_task)
    assert {address: status for address, status in found.items() if status != 404} == {}
    assert len(found) > 30
    assert everything_said(app) == before


def test_the_link_itself_opens_every_address(app: Flask, phone: FlaskClient, scene: Address) -> None:
    found = answers(app, phone, scene)
    opened = {address for address, status in found.items() if status in {200, 303}}
    assert len({address.rpartition("/tasks/")[2] for address in opened}) >= 7


def test_a_guessed_or_altered_link_opens_nothing(
    app: Flask, phone: FlaskClient, scene: Address, look: Look
) -> None:
    token = scene.token
    other = "A" if token[-1] != "A" else "B"
    stored = look().query(Packet).one().token_hash
    for wrong in (
        token[:-1] + other,
        token[:-1],
        token + "A",
        token.swapcase(),
        "A" * 22,
        stored,
        "%00",
        "1",
        "None",
    ):
        assert_shut(app, phone, Address(wrong, scene.task_id, scene.file_id))


def test_a_link_taken_back_opens_nothing(
    app: Flask, office: Cast, drafter: FlaskClient, phone: FlaskClient, scene: Address, look: Look
) -> None:
    assert phone.get(f"/u/{scene.token}").status_code == 200
    packet = look().query(Packet).one()
    answer = drafter.post(f"{HOME}/{packet.id}/revoke", data={"version": packet.version})
    assert (answer.status_code, answer.location) == (303, HOME)
    assert "đã thu hồi" in drafter.get(HOME).text
    assert_shut(app, phone, scene)
    assert drafter.post(f"{HOME}/{packet.id}/revoke", data={"version": packet.version + 1}).status_code == 404


def test_a_replaced_link_opens_nothing_and_the_new_one_opens(
    app: Flask, office: Cast, drafter: FlaskClient, phone: FlaskClient, scene: Address, look: Look
) -> None:
    new = make(drafter, office.units[1].id, look().query(Packet).one().id)
    assert_shut(app, phone, scene)
    assert phone.get(new).status_code == 200


def test_a_link_that_has_run_out_opens_nothing(
    app: Flask, drafter: FlaskClient, phone: FlaskClient, scene: Address
) -> None:
    def runs_until(day: date) -> None:
        with app.extensions["sessions"]["writing"]() as session:
            session.query(Packet).one().expires_on = day
            session.commit()

    runs_until(date(2026, 11, 23))
    assert phone.get(f"/u/{scene.token}").status_code == 200
    runs_until(date(2026, 11, 22))
    assert_shut(app, phone, scene)
    assert "đã hết hạn" in drafter.get(HOME).text


def test_a_campaign_put_away_opens_for_nobody(app: Flask, phone: FlaskClient, scene: Address) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        session.query(Campaign).one().deleted_at = utc_now()
        session.commit()
    assert_shut(app, phone, scene)


def test_another_units_task_and_file_stay_closed(
    app: Flask, drafter: FlaskClient, phone: FlaskClient, scene: Address, look: Look, give: Give
) -> None:
    other = give("Của văn phòng", lead=0)
    file_id = evidence_on(drafter, other, look)
    assert_shut(app, phone, Address(scene.token, other.id, file_id), of_a_task=True)
    assert phone.get(f"/u/{scene.token}/tasks/{scene.task_id}/files/{file_id}").status_code == 404
    assert "Của văn phòng" not in phone.get(f"/u/{scene.token}").text


def test_the_units_task_in_another_campaign_stays_closed(
    app: Flask, office: Cast, drafter: FlaskClient, phone: FlaskClient, scene: Address, look: Look, give: Give
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        more = Campaign(agency_id=office.agency.id, code="viec-khac", title="Việc khác")
        session.add(more)
        session.commit()
    other = give("Ở chiến dịch khác", campaign_id=more.id)
    file_id = evidence_on(drafter, other, look, "viec-khac")
    assert_shut(app, phone, Address(scene.token, other.id, file_id), of_a_task=True)
    assert "Ở chiến dịch khác" not in phone.get(f"/u/{scene.token}").text


@pytest.mark.parametrize("number", [0, 999_999, 2**31, 10**30])
def test_numbers_nobody_has_stay_closed(app: Flask, phone: FlaskClient, scene: Address, number: int) -> None:
    assert_shut(app, phone, Address(scene.token, number, number), of_a_task=True)
    assert phone.get(f"/u/{scene.token}/tasks/{scene.task_id}/files/{number}").status_code == 404


def test_every_closed_door_looks_the_same(
    app: Flask, drafter: FlaskClient, phone: FlaskClient, scene: Address, look: Look, give: Give
) -> None:
    other = give("Của văn phòng", lead=0)
    packet = look().query(Packet).one()
    doors = [
        f"/u/{'A' * 22}",
        f"/u/{scene.token}/tasks/{other.id}",
        f"/u/{scene.token}/tasks/{scene.task_id}/say/drop",
    ]
    pages = [phone.get(door).text for door in doors]
    drafter.post(f"{HOME}/{packet.id}/revoke", data={"version": packet.version})
    pages.append(phone.get(f"/u/{scene.token}").text)
    plain = {re.sub(r'nonce="[^"]+"|content="[^"]{60,}"', "", page) for page in pages}
    assert len(plain) == 1
    assert "xin hỏi nơi gửi" in plain.pop()


def test_guessing_is_slow(app: Flask, phone: FlaskClient, scene: Address) -> None:
    for limiter in app.extensions["limiter"]:
        limiter.enabled = True
    assert [phone.get(f"/u/{scene.token}").status_code for _ in range(40)] == [200] * 40
    found = [phone.get(f"/u/{number:022}").status_code for number in range(31)]
    assert found == [404] * 30 + [429]


# ---------------------------------------------------------------- what a page gives away


def test_a_page_tells_no_more_than_the_units_own_tasks(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, scene: Address, give: Give
) -> None:
    foreign = give("Việc của Đoàn", lead=2)
    give("Việc sau", after_task_id=foreign.id)
    listed = phone.get(f"/u/{scene.token}").text
    shown = phone.get(f"/u/{scene.token}/tasks/{scene.task_id}").text
    later = re.findall(r"/tasks/(\d+)\"", listed)
    texts = [listed, shown, *(phone.get(f"/u/{scene.token}/tasks/{id_}").text for id_ in later)]
    for page in texts:
        assert "<nav" not in page
        assert "/campaigns" not in page
        for hidden in ("Đoàn TNCS", "Việc của Đoàn", "@binh-an.example", "Người Lãnh đạo", "Người Đơn vị"):
            assert hidden not in page


def test_no_search_engine_cache_or_other_site_learns_the_address(phone: FlaskClient, scene: Address) -> None:
    page = f"/u/{scene.token}"
    task = f"{page}/tasks/{scene.task_id}"
    for address in (page, task, f"{task}/say/report", f"{task}/files/{scene.file_id}", "/u/guessed"):
        headers = phone.get(address).headers
        assert headers["Referrer-Policy"] == "strict-origin"
        assert "no-store" in headers["Cache-Control"]
        assert "noindex" in headers["X-Robots-Tag"]


def test_the_token_is_in_no_row_and_in_no_line_of_the_log(
    phone: FlaskClient, scene: Address, look: Look, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    task = Task(id=scene.task_id)
    phone.get(f"/u/{scene.token}")
    say(phone, f"/u/{scene.token}", task, "accept")
    say(phone, f"/u/{scene.token}", task, "accept", key="again")
    phone.get(f"/u/{scene.token}x")
    session = look()
    rows = [str(session.execute(text(f'SELECT * FROM "{name}"')).all()) for name in Base.metadata.tables]  # noqa: S608
    assert any("(qua đường dẫn)" in row for row in rows)
    assert [row for row in rows if scene.token in row] == []
    assert scene.token not in caplog.text
