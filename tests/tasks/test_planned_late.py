"""A plan that leaves no day for the work says so wherever it is made or seen, not only on the task's own page."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.people.model import User
from campaign.tasks.model import Task
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HOME = "/campaigns/ngay-khong-hen/tasks"
PAST = "02/01/2026"


def plan(client: FlaskClient, cast: Cast, text: str, due_on: str) -> None:
    data = {"text": text, "lead_unit_id": cast.units[0].id, "due_on": due_on}
    assert client.post(f"{HOME}/new", data=data).status_code == 303


def test_the_list_marks_a_task_planned_too_late_and_no_other(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    plan(client, office, "Treo băng rôn", "31/12/2030")
    client.get(HOME)  # the form's own warning is told and gone
    assert "ghi khi hạn đã qua" not in client.get(HOME).text
    plan(client, office, "Viết tin loa", PAST)
    client.get(HOME)
    assert client.get(HOME).text.count("ghi khi hạn đã qua") == 1


def test_days_set_in_bulk_warn_of_a_day_gone_by(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    plan(client, office, "Treo băng rôn", "31/12/2030")
    client.get(HOME)
    for due_on, warned in (("30/12/2030", False), (PAST, True)):
        task = look().scalars(select(Task)).one()
        client.post(f"{HOME}/change", data={"task": f"{task.id}.{task.version}", "due_on": due_on})
        page = client.get(HOME).text
        assert "Đã đổi 1 nhiệm vụ." in page
        assert ("đơn vị không kịp từ đầu" in page) == warned
    assert look().scalars(select(Task.due_on)).one() == date(2026, 1, 2)


def test_a_list_handed_in_is_looked_at_with_the_days_gone_by_marked(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    sheet = f"Nội dung;Chủ trì;Hạn\nTreo cờ;Văn phòng;{PAST}\nDọn vệ sinh;Văn phòng;31/12/2030\nHọp;Văn phòng;quý I/2026\n"
    answer = client.post(f"{HOME}/import", data={"file": (BytesIO(sheet.encode()), "viec.csv")})
    page = client.get(answer.location).text
    assert "2 việc sẽ được ghi khi hạn đã qua" in page
    assert page.count("ghi khi hạn đã qua</span>") == 2
