"""The register of issued documents as .xlsx, through the door."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from campaign.documents import actions
from campaign.documents.model import Addressee, Document, Recipient
from campaign.documents.rules.editing import DocumentDraft
from campaign.glossary import Annex, DocumentKind
from campaign.people.model import User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Give = Callable[..., Document]
HOME = "/campaigns/ngay-khong-hen/documents"
FILE = f"{HOME}/documents.xlsx"


@pytest.fixture
def give(app: Flask, office: Cast, sign_in: SignIn) -> Give:
    """Commit a document signed by Trần Thị Bình, and have the clerk issue it on `day` where one is given."""

    def given(kind: DocumentKind, title: str, day: str = "", annexes: tuple[Annex, ...] = ()) -> Document:
        with app.extensions["sessions"]["writing"]() as session:
            draft = DocumentDraft(kind, title, 2026, signer_name="Trần Thị Bình", annexes=annexes, copies=12)
            document = actions.create_document(session, office.campaign, draft, office.drafter)
            session.add(Addressee(document_id=document.id, position=1, name="Các thôn;"))
            for place, (name, note) in enumerate(
                [("- Như trên;", None), ("Sở Nội vụ", "b/c"), ("Lưu: VT, VP.", None)]
            ):
                session.add(Recipient(document_id=document.id, position=place, name=name, note=note))
            actions.approve_document(session, document, document.version, office.leader)
            session.commit()
        if day:
            answer = sign_in(office.clerk).post(
                f"{HOME}/{document.id}/issue", data={"issued_on": day, "reason": "Chưa có người ký."}
            )
            assert answer.status_code == 303
        return document

    return given


def rows(client: FlaskClient) -> list[list[object]]:
    answer = client.get(FILE)
    assert answer.status_code == 200
    return [list(row) for row in load_workbook(BytesIO(answer.data)).worksheets[0].values]


def test_the_register_has_the_ten_columns_of_the_decree(office: Cast, sign_in: SignIn, give: Give) -> None:
    give(
        DocumentKind.LETTER, "Phối hợp tổ chức Lễ phát động", "20/11/2026", (Annex.DELEGATES, Annex.PROGRAMME)
    )
    heading, entry = rows(sign_in(office.clerk))
    assert heading == [
        "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký",
        "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú",
    ]  # fmt: skip
    assert str(entry[0]).startswith("01/UBND")
    assert entry[1:] == [
        datetime(2026, 11, 20), "Công văn: Phối hợp tổ chức Lễ phát động", "Trần Thị Bình",  # noqa: DTZ001 - a cell's day
        "Các thôn\nSở Nội vụ (b/c)", "VT, VP", 12, None, None, "Kèm phụ lục: Danh sách đại biểu; Chương trình buổi lễ",
    ]  # fmt: skip


def test_only_what_was_issued_is_registered_in_the_order_of_days(
    office: Cast, sign_in: SignIn, give: Give
) -> None:
    give(DocumentKind.PLAN, "Sau", "22/11/2026")
    give(DocumentKind.PLAN, "Dự thảo")
    give(DocumentKind.LETTER, "Trước", "20/11/2026")
    assert [row[2] for row in rows(sign_in(office.leader))[1:]] == ["Công văn: Trước", "Kế hoạch: Sau"]


def test_the_list_offers_it(office: Cast, sign_in: SignIn, give: Give) -> None:
    give(DocumentKind.PLAN, "Tổ chức Lễ phát động")
    assert f'href="{FILE}"' in sign_in(office.clerk).get(HOME).text


def test_it_is_sent_as_a_spreadsheet_no_cache_keeps(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.clerk).get(FILE)
    assert answer.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ngay-khong-hen.xlsx" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("reception", 403), ("stranger", 404)])
def test_others_are_refused(office: Cast, sign_in: SignIn, who: str, status: int) -> None:
    assert sign_in(getattr(office, who)).get(FILE).status_code == status
