"""The list of tasks as .xlsx, through the door."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from campaign.glossary import TaskStatus
from campaign.people.model import User
from campaign.tasks import actions
from campaign.tasks.model import Task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast
from tests.saying import bring_to

SignIn = Callable[[User], FlaskClient]
HOME = "/campaigns/ngay-khong-hen/tasks"
FILE = f"{HOME}/tasks.xlsx"


@pytest.fixture
def give(app: Flask, office: Cast) -> Callable[..., Task]:
    """Commit a task of the first unit (or of `lead`), as the drafter."""

    def given(text: str, lead: int = 0, **more: object) -> Task:
        with app.extensions["sessions"]["writing"]() as session:
            draft = TaskDraft(text, office.units[lead].id, **more)  # type: ignore[arg-type]
            task = actions.create_task(session, office.campaign, draft, office.drafter)
            session.commit()
        return task

    return given


def rows(client: FlaskClient, query: str = "") -> list[list[object]]:
    answer = client.get(FILE + query)
    assert answer.status_code == 200
    return [list(row) for row in load_workbook(BytesIO(answer.data)).worksheets[0].values]


def test_the_register_says_who_does_what_by_when_and_how_it_stands(
    app: Flask, office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give(
        "Treo băng rôn", coordinating=[office.units[1].id, office.units[2].id], due_on=date(2026, 11, 20),
        person="Bà Lan", expected_result="20 băng rôn", basis="Mục III Kế hoạch 05", note="trước 7 giờ",
    )  # fmt: skip
    done = give("Trực bảo vệ", due_words="thường xuyên")
    with app.extensions["sessions"]["writing"]() as session:
        task = session.get_one(Task, done.id)
        bring_to(session, task, TaskStatus.DONE, date(2026, 11, 22), office.drafter)
        session.commit()
    heading, late, finished = rows(sign_in(office.drafter))
    assert heading == [
        "TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Người phụ trách", "Thời hạn", "Tiến độ",
        "Xếp loại", "Ngày hoàn thành", "Kết quả thực hiện", "Kết quả phải có", "Căn cứ giao", "Ghi chú",
    ]  # fmt: skip
    assert late == [
        1, "Treo băng rôn", "Văn phòng HĐND&UBND", "Phòng Văn hóa - Xã hội; Đoàn TNCS Hồ Chí Minh xã", "Bà Lan",
        datetime(2026, 11, 20), "Chưa tiếp nhận, quá hạn", "Đang thực hiện, quá hạn", None, "Chưa tiếp nhận", "20 băng rôn", "Mục III Kế hoạch 05", "trước 7 giờ",  # noqa: DTZ001 - a cell's day
    ]  # fmt: skip
    assert finished[5:10] == [
        "thường xuyên",
        "Đã xác nhận hoàn thành",
        "Hoàn thành đúng hạn",
        datetime(2026, 11, 22),  # noqa: DTZ001 - a cell's day
        "Hoàn thành ngày 22/11/2026: Nội dung",
    ]


def test_a_member_gets_the_unit_s_own_tasks_under_their_numbers(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Treo băng rôn")
    give("Viết bài", lead=1)
    give("Mời báo tỉnh", lead=2, coordinating=[office.units[1].id])
    assert [row[:2] for row in rows(sign_in(office.member))[1:]] == [[2, "Viết bài"], [3, "Mời báo tỉnh"]]


def test_the_filter_of_the_list_goes_on_to_the_file(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Treo băng rôn")
    give("Viết bài", lead=1)
    client = sign_in(office.drafter)
    query = f"?unit={office.units[1].id}"
    assert f'href="{FILE}{query}"' in client.get(HOME + query).text
    assert [row[1] for row in rows(client, query)[1:]] == ["Viết bài"]


def test_a_deleted_task_is_not_in_the_file(office: Cast, sign_in: SignIn, give: Callable[..., Task]) -> None:
    task = give("Treo băng rôn")
    client = sign_in(office.drafter)
    client.post(f"{HOME}/{task.id}/delete", data={"version": task.version})
    assert len(rows(client)) == 1


def test_what_looks_like_a_formula_stays_text(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give('=HYPERLINK("http://x.example";"Bấm")')
    answer = sign_in(office.drafter).get(FILE)
    cell = load_workbook(BytesIO(answer.data)).worksheets[0]["B2"]
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x.example";"Bấm")')


def test_it_is_sent_as_a_spreadsheet_no_cache_keeps(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).get(FILE)
    assert answer.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ngay-khong-hen.xlsx" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(("who", "status"), [("reception", 403), ("stranger", 404)])
def test_others_are_refused(office: Cast, sign_in: SignIn, who: str, status: int) -> None:
    assert sign_in(getattr(office, who)).get(FILE).status_code == status


def test_without_an_account_one_is_sent_to_sign_in(app: Flask, office: Cast) -> None:
    assert "/sign-in" in app.test_client().get(FILE).location


def test_many_tasks_cost_no_more_queries(
    office: Cast, sign_in: SignIn, give: Callable[..., Task], queries: list[str]
) -> None:
    client, counts = sign_in(office.drafter), []
    for number in range(3):
        give(f"Việc {number}", coordinating=[office.units[1].id])
        queries.clear()
        client.get(FILE)
        counts.append(len(queries))
    assert counts == [7, 7, 7]
