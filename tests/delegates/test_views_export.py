"""The list of delegates as .xlsx, through the door."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from campaign.delegates import actions
from campaign.delegates.model import Delegate
from campaign.delegates.rules import CountDraft, DelegateDraft, GroupDraft
from campaign.people.model import User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
HOME = "/campaigns/ngay-khong-hen/delegates"
FILE = f"{HOME}/delegates.xlsx"


@pytest.fixture
def list_of_two(app: Flask, office: Cast) -> None:
    """Commit two groups with a delegate each, the second group's entered first; the first came with 25 heads."""
    with app.extensions["sessions"]["writing"]() as session:
        party, youth = (_group(session, office, name) for name in ("Thường trực Đảng ủy", "Các thôn"))
        _delegate(
            session,
            office,
            DelegateDraft(youth, "Đoàn viên các thôn", headcount=30, unit_id=office.units[2].id),
        )
        named = DelegateDraft(
            party, "Bí thư Đảng ủy", honorific="Ông", person="Nguyễn Văn A", unit_name="Đảng ủy xã", email="a@x.example",
            phone="0912 345 678", introduced=True, note="đến 7 giờ",
        )  # fmt: skip
        row = _delegate(session, office, named)
        actions.count_attended(session, office.campaign, row, CountDraft(2), row.version, office.drafter)
        session.commit()


def _group(session: Session, office: Cast, name: str) -> int:
    return actions.create_group(session, office.campaign, GroupDraft(name), office.drafter).id


def _delegate(session: Session, office: Cast, draft: DelegateDraft) -> Delegate:
    return actions.create_delegate(session, office.campaign, draft, office.drafter)


def rows(client: FlaskClient, query: str = "") -> list[list[object]]:
    answer = client.get(FILE + query)
    assert answer.status_code == 200
    return [list(row) for row in load_workbook(BytesIO(answer.data)).worksheets[0].values]


@pytest.mark.usefixtures("list_of_two")
def test_each_delegate_is_a_row_in_the_order_of_protocol(office: Cast, sign_in: SignIn) -> None:
    heading, first, second = rows(sign_in(office.reception))
    assert heading == [
        "TT", "Khối đại biểu", "Chức danh hoặc thành phần", "Xưng hô", "Họ và tên", "Cơ quan, đơn vị",
        "Đơn vị cử hoặc huy động", "Số người", "Có mặt", "Giới thiệu tên tại buổi lễ", "Điện thoại", "Thư điện tử", "Ghi chú",
    ]  # fmt: skip
    assert first == [
        1, "Thường trực Đảng ủy", "Bí thư Đảng ủy", "Ông", "Nguyễn Văn A", "Đảng ủy xã", None, 1, 2, "Có",
        "0912 345 678", "a@x.example", "đến 7 giờ",
    ]  # fmt: skip
    assert second == [
        2, "Các thôn", "Đoàn viên các thôn", None, None, None, "Đoàn TNCS Hồ Chí Minh xã", 30, *[None] * 5,
    ]  # fmt: skip


@pytest.mark.usefixtures("list_of_two")
def test_the_search_of_the_list_goes_on_to_the_file(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    assert f'href="{FILE}?q=doan+vien"' in client.get(f"{HOME}?q=doan+vien").text
    assert [row[:3] for row in rows(client, "?q=doan+vien")[1:]] == [[2, "Các thôn", "Đoàn viên các thôn"]]


def test_it_is_sent_as_a_spreadsheet_no_cache_keeps(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).get(FILE)
    assert answer.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ngay-khong-hen.xlsx" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("stranger", 404)])
def test_others_are_refused(office: Cast, sign_in: SignIn, who: str, status: int) -> None:
    assert sign_in(getattr(office, who)).get(FILE).status_code == status
