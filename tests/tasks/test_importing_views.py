"""Importing tasks through the door: hand in, look, put right, take all of it."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from campaign.files.sheet import Column, write
from campaign.people.model import User
from campaign.tasks import phrases
from campaign.tasks.model import Task, Upload
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HOME = "/campaigns/ngay-khong-hen/tasks"
PAGE = f"{HOME}/import"
GOOD = "Nội dung;Đơn vị chủ trì;Phối hợp;Hạn\nTreo băng rôn;Văn phòng;Đoàn xã;24/3/2027\nViết bài;Phòng VH-XH;;thường xuyên\n"
BAD = "Nội dung;Đơn vị chủ trì;Hạn\nTreo băng rôn;Văn phòng;24/3/2027\nViết bài;Phòng Ba;31/2/2027\n"


def hand_in(client: FlaskClient, data: bytes | str, name: str = "viec.csv") -> TestResponse:
    data = data.encode() if isinstance(data, str) else data
    return client.post(PAGE, data={"file": (BytesIO(data), name)}, content_type="multipart/form-data")


def reviewed(client: FlaskClient, data: bytes | str) -> tuple[str, str]:
    """The address and text of the page that shows what was understood."""
    answer = hand_in(client, data)
    assert answer.status_code == 303
    return answer.location, client.get(answer.location).text


def confirm(client: FlaskClient, address: str, page: str) -> TestResponse:
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    return client.post(address, data={"seen": seen})


def texts(look: Look) -> Sequence[str]:
    return look().scalars(select(Task.text).order_by(Task.position)).all()


def test_a_list_is_looked_at_first_and_then_imported(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    address, page = reviewed(client, GOOD)
    assert "Cả 2 nhiệm vụ đều nhập được" in page
    assert "thứ Tư, 24/3/2027" in page
    assert texts(look) == []
    answer = confirm(client, address, page)
    assert (answer.status_code, answer.location) == (303, HOME)
    assert "Đã nhập 2 nhiệm vụ." in client.get(HOME).text
    assert texts(look) == ["Treo băng rôn", "Viết bài"]
    assert look().scalars(select(Upload)).all() == []
    assert client.get(address).status_code == 404  # the file is gone


def test_faults_are_told_by_row_and_column_and_nothing_is_imported(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    client = sign_in(office.drafter)
    address, page = reviewed(client, BAD)
    assert "Còn 2 chỗ cần sửa" in page
    assert "Không có đơn vị “Phòng Ba” trong Danh bạ." in page
    assert "C · Hạn" in page
    assert "Nhập 1 nhiệm vụ" not in page
    assert confirm(client, address, page).status_code == 422
    assert texts(look) == []


def test_the_faults_come_as_a_list_too(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    address, _ = reviewed(client, BAD)
    answer = client.get(f"{address}/faults.xlsx")
    heading, *rows = load_workbook(BytesIO(answer.data)).worksheets[0].values
    assert heading == ("Dòng", "Cột", "Cần sửa", "Giá trị nhận được")
    assert [row[:2] for row in rows] == [(3, "B · Đơn vị chủ trì"), (3, "C · Hạn")]
    assert "Văn phòng HĐND&UBND" in str(rows[0][3])


def test_columns_put_right_are_remembered_for_the_next_list(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    odd = "Tên;Nơi làm;Ghi chú\nTreo cờ;Văn phòng;gấp\n"
    address, page = reviewed(client, odd)
    assert "Chưa biết cột nào là “Nội dung nhiệm vụ”" in page
    answer = client.post(f"{address}/columns", data={"text": "1", "lead": "2", "note": "3"})
    assert (answer.status_code, answer.location) == (303, address)
    assert "Cả 1 nhiệm vụ đều nhập được" in client.get(address).text
    _, later = reviewed(sign_in(office.admin), odd.replace("Treo cờ", "Mời báo"))
    assert "Cả 1 nhiệm vụ đều nhập được" in later


def test_one_column_cannot_say_two_things(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    address, _ = reviewed(client, GOOD)
    answer = client.post(f"{address}/columns", data={"text": "1", "lead": "1"})
    assert answer.status_code == 422
    assert phrases.ONE_COLUMN_TWICE.format(column=phrases.TEXT) in answer.text


def test_what_changed_meanwhile_is_looked_at_again(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    address, page = reviewed(client, GOOD)
    client.post(f"{address}/columns", data={"text": "1", "lead": "2"})  # a colleague: without due days
    answer = confirm(client, address, page)
    assert (answer.status_code, "vừa có người sửa" in answer.text) == (422, True)
    assert texts(look) == []
    assert confirm(client, address, answer.text).status_code == 303


def test_a_task_added_meanwhile_stops_the_import(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    address, page = reviewed(client, GOOD)
    client.post(f"{HOME}/new", data={"text": "Viết bài", "lead_unit_id": office.units[1].id})
    answer = confirm(client, address, page)
    assert "(nhiệm vụ số 1)" in answer.text
    assert texts(look) == ["Viết bài"]


def test_importing_the_same_list_twice_is_refused(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    confirm(client, *reviewed(client, GOOD))
    _, page = reviewed(client, GOOD)
    assert "Còn 2 chỗ cần sửa" in page


def test_the_register_we_write_can_be_read_back(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    confirm(client, *reviewed(client, GOOD))
    register = client.get(f"{HOME}/tasks.xlsx").data
    for task in look().scalars(select(Task)).all():
        client.post(f"{HOME}/{task.id}/delete", data={"version": task.version})
    _, page = reviewed(client, register)
    assert "Cả 2 nhiệm vụ đều nhập được" in page


def test_the_sample_has_the_headings_we_know(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    answer = client.get(f"{PAGE}/sample.xlsx")
    (heading,) = load_workbook(BytesIO(answer.data)).worksheets[0].values
    assert heading == tuple(phrases.COLUMNS.values())
    row = ("Treo cờ", "Đoàn xã", "Văn phòng", "1/12/2026", "Anh Nam", "10 lá", "KH 05", "")
    filled = write("Bảng", [Column(str(name), 10) for name in heading], [row])
    assert "Cả 1 nhiệm vụ đều nhập được" in reviewed(client, filled)[1]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tệp rỗng"),
        (b"%PDF-1.7", "Chỉ nhận bảng tính"),
        (b"PK\x03\x04 not a zip", "bị hỏng"),
        (b"a;b\n" * 10_000, "hơn 2.000 dòng"),
    ],
)
def test_a_file_that_is_no_list_is_refused_at_the_field(
    office: Cast, sign_in: SignIn, look: Look, data: bytes, sentence: str
) -> None:
    answer = hand_in(sign_in(office.drafter), data)
    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert look().scalars(select(Upload)).all() == []


def test_no_file_is_asked_for(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).post(PAGE, data={})
    assert (answer.status_code, "Cần điền mục này." in answer.text) == (422, True)


def test_what_stands_in_a_list_is_never_markup(office: Cast, sign_in: SignIn) -> None:
    _, page = reviewed(sign_in(office.drafter), "Nội dung;Chủ trì;<b>x\n<script>alert(1)</script>;<i>y;z\n")
    assert "<script>alert" not in page
    assert "<i>y" not in page
    assert "<b>x" not in page


def test_nobody_sees_another_s_list(office: Cast, sign_in: SignIn) -> None:
    address, _ = reviewed(sign_in(office.drafter), GOOD)
    for page in (address, f"{address}/faults.xlsx"):
        assert sign_in(office.admin).get(page).status_code == 404
        assert sign_in(office.stranger).get(page).status_code == 404
        assert sign_in(office.leader).get(page).status_code == 403
    assert (
        sign_in(office.admin).post(f"{address}/columns", data={"text": "1", "lead": "2"}).status_code == 404
    )
    assert sign_in(office.drafter).get(f"{PAGE}/no-such-key").status_code == 404


def test_five_hundred_tasks_are_imported(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    lines = "".join(f"Việc thứ {n};Văn phòng;Đoàn xã;24/3/2027\n" for n in range(500))
    address, page = reviewed(client, "Nội dung;Chủ trì;Phối hợp;Hạn\n" + lines)
    assert "Và 400 nhiệm vụ nữa." in page
    confirm(client, address, page)
    assert len(texts(look)) == 500
