"""Moving a ceremony through the door."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.ceremonies.model import Ceremony
from campaign.people.model import User
from campaign.tasks.actions import create_task
from campaign.tasks.model import Task, of_campaign
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]


@pytest.fixture
def tasks(app: Flask, office: Cast) -> list[Task]:
    """Three tasks on working days before the ceremony of Monday 14/12/2026."""
    with app.extensions["sessions"]["writing"]() as session:
        made = [
            create_task(
                session, office.campaign, TaskDraft(f"Việc {n}", office.units[0].id, due_on=date(2026, 12, 7 + n)),
                office.drafter,
            )
            for n in range(3)
        ]  # fmt: skip
        session.commit()
    return made


@pytest.fixture
def home(office: Cast) -> str:
    return f"/campaigns/ngay-khong-hen/ceremonies/{office.ceremony.id}/move"


def confirm(client: FlaskClient, home: str, office: Cast, **typed: object) -> tuple[int, str]:
    form = {"version": office.ceremony.version, "day": "21/12/2026", "starts": "8h", **typed}
    answer = client.post(home, data=form)
    return answer.status_code, answer.get_data(as_text=True)


def test_choose_see_confirm_and_take_back(
    office: Cast, sign_in: SignIn, look: Look, tasks: list[Task], home: str
) -> None:
    client = sign_in(office.drafter)
    page = client.get(f"{home}?day=21/12/2026&starts=8:00").text
    assert page.count("Giữ nguyên: Việc") == 3
    assert "thứ Hai, 14/12/2026" in page
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    form = {"version": version[1], "day": "21/12/2026", "starts": "08:00", "keep_tasks": tasks[2].id}
    assert client.post(home, data=form).status_code == 303
    assert look().get_one(Ceremony, office.ceremony.id).starts_at == datetime(2026, 12, 21, 8)  # noqa: DTZ001
    days = [task.due_on for task in of_campaign(look(), office.campaign.id)]
    assert days == [date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 9)]
    back = re.search(r'action="([^"]+/undo)"', client.get(home.removesuffix("/move")).text)
    assert back
    client.post(back[1])
    days = [task.due_on for task in of_campaign(look(), office.campaign.id)]
    assert days == [date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 9)]


def test_taking_back_says_what_was_changed_meanwhile_and_stays(
    app: Flask, office: Cast, sign_in: SignIn, tasks: list[Task], home: str
) -> None:
    client = sign_in(office.drafter)
    assert confirm(client, home, office)[0] == 303
    with app.extensions["sessions"]["writing"]() as session:
        session.get_one(Task, tasks[0].id).due_on = date(2026, 12, 16)
        session.commit()
    back = re.search(r'action="([^"]+/undo)"', client.get(home.removesuffix("/move")).text)
    assert back
    assert "1 việc đã được sửa sau khi dời" in client.post(back[1], follow_redirects=True).text


@pytest.mark.parametrize(
    ("day", "said"),
    [("31/2/2026", "31/2/2026"), ("20/11/2026", "đã qua"), ("14/12/2026", "đã định đúng giờ này")],
)
def test_an_impossible_day_is_said_and_stays_typed(
    office: Cast, sign_in: SignIn, look: Look, home: str, day: str, said: str
) -> None:
    client = sign_in(office.drafter)
    answer = client.get(home, query_string={"day": day, "starts": "7h30"})
    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{day}"' in answer.text
    assert confirm(client, home, office, day=day, starts="7h30")[0] == 422
    assert look().get_one(Ceremony, office.ceremony.id).starts_at == office.ceremony.starts_at


def test_a_stale_confirmation_moves_nothing_and_keeps_the_choice(
    office: Cast, sign_in: SignIn, look: Look, tasks: list[Task], home: str
) -> None:
    status, page = confirm(
        sign_in(office.drafter), home, office, version=office.ceremony.version + 1, keep_tasks=tasks[1].id
    )
    assert status == 409
    assert re.search(rf'value="{tasks[1].id}" checked', page)
    assert look().get_one(Ceremony, office.ceremony.id).starts_at == office.ceremony.starts_at


def test_who_may_not_edit_moves_nothing(office: Cast, sign_in: SignIn, home: str) -> None:
    for user, status in ((office.leader, 403), (office.member, 403), (office.stranger, 404)):
        assert sign_in(user).get(home).status_code == status
        assert confirm(sign_in(user), home, office)[0] == status


def test_a_ceremony_or_move_of_another_place_is_not_found(office: Cast, sign_in: SignIn, home: str) -> None:
    client = sign_in(office.drafter)
    assert client.get(home.replace(f"/{office.ceremony.id}/", "/999/")).status_code == 404
    assert client.post(f"{home}/999/undo").status_code == 404


def test_three_hundred_tasks_cost_no_more_queries(
    app: Flask, office: Cast, sign_in: SignIn, queries: list[str], home: str
) -> None:
    client = sign_in(office.drafter)
    counts = []
    for size in (1, 300):
        with app.extensions["sessions"]["writing"]() as session:
            have = len(of_campaign(session, office.campaign.id))
            session.add_all(
                Task(
                    campaign_id=office.campaign.id, position=n, text=f"Việc {n}", lead_unit_id=office.units[0].id,
                    due_on=date(2026, 12, 1) + timedelta(days=n % 9), uid=f"task-{n}",
                )
                for n in range(have, size)
            )  # fmt: skip
            session.commit()
        queries.clear()
        assert client.get(f"{home}?day=21/12/2026&starts=8h").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
