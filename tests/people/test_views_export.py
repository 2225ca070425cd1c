"""The directory of units as .xlsx, through the door."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from campaign.people import actions
from campaign.people.model import Agency, User
from campaign.people.rules.units import UnitDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
FILE = "/units.xlsx"


def rows(client: FlaskClient, query: str = "") -> list[list[object]]:
    answer = client.get(FILE + query)
    assert answer.status_code == 200
    return [list(row) for row in load_workbook(BytesIO(answer.data)).worksheets[0].values]


def add(app: Flask, agency: Agency, by: User, draft: UnitDraft) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        actions.create_unit(session, agency, draft, by)
        session.commit()


def test_each_unit_is_a_row_in_the_order_of_plans(app: Flask, office: Cast, sign_in: SignIn) -> None:
    draft = UnitDraft(
        "Phòng Kinh tế", "Phòng KT", email="kt@x.example", phone="0261 385 0000", valid_from=date(2025, 7, 1)
    )
    add(app, office.agency, office.drafter, draft)
    heading, *units = rows(sign_in(office.drafter))
    assert heading == [
        "TT", "Tên đơn vị", "Tên viết tắt", "Cách giao việc", "Điện thoại", "Thư điện tử", "Từ ngày", "Đến hết ngày",
    ]  # fmt: skip
    assert [row[:4] for row in units[:3]] == [
        [1, "Văn phòng HĐND&UBND", "Văn phòng", "Giao"],
        [2, "Phòng Văn hóa - Xã hội", "Phòng VH-XH", "Giao"],
        [3, "Đoàn TNCS Hồ Chí Minh xã", "Đoàn xã", "Đề nghị"],
    ]
    since = datetime(2025, 7, 1)  # noqa: DTZ001 - a cell's day
    assert units[3][1:] == ["Phòng Kinh tế", "Phòng KT", "Giao", "0261 385 0000", "kt@x.example", since, None]


def test_the_search_of_the_list_goes_on_to_the_file(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    address = f"{FILE}?agency={office.agency.id}&amp;q=doan+xa"
    assert f'href="{address}"' in client.get("/units?q=doan+xa").text
    assert [row[:2] for row in rows(client, "?q=doan+xa")[1:]] == [[3, "Đoàn TNCS Hồ Chí Minh xã"]]


def test_an_administrator_of_all_offices_names_one(app: Flask, office: Cast, sign_in: SignIn) -> None:
    add(app, office.other_agency, office.admin, UnitDraft("Phòng Kinh tế", "Phòng KT"))
    client = sign_in(office.admin)
    assert [row[1] for row in rows(client, f"?agency={office.other_agency.id}")[1:]] == ["Phòng Kinh tế"]
    assert client.get(FILE).status_code == 404


def test_another_office_in_the_address_changes_nothing(office: Cast, sign_in: SignIn) -> None:
    assert len(rows(sign_in(office.stranger), f"?agency={office.agency.id}")) == 1


def test_it_is_sent_as_a_spreadsheet_no_cache_keeps(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).get(FILE)
    assert answer.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "binh-an.xlsx" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("who", ["member", "reception"])
def test_others_are_refused(office: Cast, sign_in: SignIn, who: str) -> None:
    assert sign_in(getattr(office, who)).get(FILE).status_code == 403
