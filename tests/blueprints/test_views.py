"""Blueprints through the door."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.blueprints.model import Blueprint, BlueprintTask, of_agency
from campaign.people.model import User
from campaign.tasks.model import of_campaign
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
USE = "/campaigns/ngay-khong-hen/tasks/from-blueprint"


def usual(client: FlaskClient, look: Look) -> Blueprint:
    client.post("/blueprints/usual")
    return look().scalars(select(Blueprint)).one()


def test_an_office_without_blueprints_is_taught_the_first_step(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    for address in ("/blueprints", USE):
        assert 'action="/blueprints/usual' in client.get(address).text


def test_from_the_usual_checklist_to_tasks(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    row = usual(client, look)
    page = client.get(f"{USE}?blueprint={row.id}").text
    form = {name: str(office.units[0].id) for name in re.findall(r'name="(unit-\d+)"', page)}
    assert len(form) == 14
    tasks = re.findall(r'name="task" value="(\d+)" checked', page)
    assert len(tasks) == 22
    answer = client.post(USE, data={**form, "task": tasks[:3], "blueprint": row.id})
    assert (answer.status_code, answer.location) == (303, "/campaigns/ngay-khong-hen/tasks")
    assert len(of_campaign(look(), office.campaign.id)) == 3


def test_a_role_left_open_keeps_what_was_chosen(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    row = usual(client, look)
    page = client.get(f"{USE}?blueprint={row.id}").text
    names = re.findall(r'name="(unit-\d+)"', page)
    task = re.findall(r'name="task" value="(\d+)"', page)[1]
    form = {names[1]: "", names[0]: str(office.units[2].id), "task": task, "blueprint": row.id}
    answer = client.post(USE, data=form)
    assert answer.status_code == 422
    assert "vai trò “văn phòng”" in answer.text
    assert re.findall(r'name="task" value="(\d+)" checked', answer.text) == [task]
    assert f'<option value="{office.units[2].id}" selected>' in answer.text
    assert of_campaign(look(), office.campaign.id) == []


def test_a_unit_of_another_office_is_refused(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    row = usual(client, look)
    page = client.get(f"{USE}?blueprint={row.id}").text
    form = dict.fromkeys(re.findall(r'name="(unit-\d+)"', page), "9999")
    task = re.findall(r'name="task" value="(\d+)"', page)[0]
    assert client.post(USE, data={**form, "task": task, "blueprint": row.id}).status_code == 422
    assert of_campaign(look(), office.campaign.id) == []


def test_a_campaign_becomes_a_blueprint(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    save = "/campaigns/ngay-khong-hen/tasks/save-as-blueprint"
    assert client.post(save, data={"name": "Của tôi"}).status_code == 422
    client.post(
        "/campaigns/ngay-khong-hen/tasks/new",
        data={
            "text": "Treo cờ",
            "lead_unit_id": office.units[0].id,
            "offset_unit": "working",
            "urgency": "normal",
        },
    )
    assert client.post(save, data={"name": "Của tôi"}).status_code == 303
    assert [row.name for row in of_agency(look(), office.agency.id)] == ["Của tôi"]


def test_tasks_of_a_blueprint_are_edited_in_the_browser(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    row = usual(client, look)
    new = {"text": "Chụp ảnh lưu niệm", "lead_role": "văn phòng", "helper_roles": "đoàn\n đội ", "offset_count": "-1",
           "offset_unit": "calendar", "due_time": "14h"}  # fmt: skip
    assert client.post(f"/blueprints/{row.id}/tasks/new", data=new).status_code == 303
    task = look().scalars(select(BlueprintTask).where(BlueprintTask.text == new["text"])).one()
    assert task.helper_roles == ["đoàn", "đội"]
    page = client.get(f"/blueprints/{row.id}/tasks/{task.id}").text
    assert "đoàn\nđội" in page
    assert "T-1, 14 giờ" in client.get(f"/blueprints/{row.id}").text
    assert client.post(f"/blueprints/{row.id}/tasks/{task.id}", data={**new, "text": ""}).status_code == 422
    gone = client.post(f"/blueprints/{row.id}/tasks/{task.id}/delete", data={"version": task.version})
    assert gone.status_code == 303
    assert look().get(BlueprintTask, task.id) is None


def test_another_offices_blueprint_is_not_found(office: Cast, sign_in: SignIn, look: Look) -> None:
    row = usual(sign_in(office.drafter), look)
    stranger = sign_in(office.stranger)
    assert stranger.get(f"/blueprints/{row.id}").status_code == 404
    assert stranger.post(f"/blueprints/{row.id}/delete", data={"version": 1}).status_code == 404
    assert sign_in(office.leader).get("/blueprints").status_code == 403


def test_a_long_blueprint_costs_no_more_queries(
    office: Cast, sign_in: SignIn, look: Look, queries: list[str]
) -> None:
    client = sign_in(office.drafter)
    row = usual(client, look)
    counts = []
    for number in range(2):
        client.post(
            f"/blueprints/{row.id}/tasks/new",
            data={"text": f"Việc {number}", "lead_role": f"vai {number}", "offset_unit": "working"},
        )
        queries.clear()
        assert client.get(f"{USE}?blueprint={row.id}").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
