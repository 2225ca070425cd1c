"""Pages of the format check: a file dropped, a document of a campaign, who may, and what is thrown at them."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from campaign.ceremonies.model import Ceremony
from campaign.db import Base
from campaign.documents import actions
from campaign.documents.model import Document
from campaign.documents.rules.editing import DocumentDraft
from campaign.glossary import Annex, DayOffKind, DocumentKind, Role
from campaign.people.model import DayOff, User
from tests.checking.faults import FAULTS
from tests.checking.specimens import specimen, with_body
from tests.conftest import Cast
from tests.documents.conftest import TEMPLATES

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
Give = Callable[..., Document]
SIGNED = {"authority": "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "signer_name": "Nguyễn Văn An"}
DOCUMENTS = "/campaigns/ngay-khong-hen/documents"


def dropped(client: FlaskClient, data: bytes, name: str = "ke-hoach.docx", **more: str) -> TestResponse:
    return client.post("/check", data={"file": (io.BytesIO(data), name), **more})


def faulty(name: str) -> bytes:
    return next(fault for fault in FAULTS if fault.name == name).made()


@pytest.fixture
def give(app: Flask, office: Cast) -> Give:
    """Commit a document with its starter outline and those annexes."""

    def given(*annexes: Annex, **more: str) -> Document:
        with app.extensions["sessions"]["writing"]() as session:
            draft = DocumentDraft(
                DocumentKind.PLAN, "Tổ chức Lễ phát động", 2026, annexes=[*annexes], **SIGNED | more
            )
            document = actions.create_document(session, office.campaign, draft, office.drafter)
            actions.start_outline(session, document, office.campaign, office.drafter)
            session.commit()
        return document

    return given


# ---------------------------------------------------------------- a file


def test_the_page_asks_for_a_file(office: Cast, sign_in: SignIn) -> None:
    page = sign_in(office.drafter).get("/check")
    assert page.status_code == 200
    assert "Chọn tệp để kiểm tra" in page.text
    assert 'href="/check" aria-current="page"' in page.text


def test_a_finding_says_what_is_there_what_must_be_where_and_by_which_article(
    office: Cast, sign_in: SignIn
) -> None:
    page = dropped(sign_in(office.drafter), faulty("Quốc hiệu cỡ 14"))
    assert page.status_code == 200
    report = page.text[page.text.index('class="report"') :]
    for told in ("ke-hoach.docx", "1 sai", "<h3>Quốc hiệu</h3>", "Cỡ chữ 14", "Phải là: cỡ chữ 12 - 13", "Đoạn 3 “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”",
                 "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II khoản 1 điểm a", "máy chỉnh được"):  # fmt: skip
        assert told in report, told
    assert "nên sửa" not in report[: report.index("<h3>")]


def test_a_right_paper_is_said_to_be_right(office: Cast, sign_in: SignIn) -> None:
    page = dropped(sign_in(office.clerk), specimen("plan"))
    assert "Không có lỗi nào" in page.text
    assert "Phải là" not in page.text


def test_a_draft_is_checked_as_one_about_to_be_issued_when_asked(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    assert "Còn để trống" not in dropped(client, specimen("draft")).text.partition("Kiểm tra tệp khác")[0]
    assert (
        "Còn để trống"
        in dropped(client, specimen("draft"), issuing="y").text.partition("Kiểm tra tệp khác")[0]
    )


def test_the_words_of_a_file_are_shown_as_words(office: Cast, sign_in: SignIn) -> None:
    page = dropped(sign_in(office.drafter), faulty("Quốc hiệu cỡ 14"), "<script>alert(1)</script>.docx")
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;" in page.text


def test_nothing_of_a_file_is_kept(office: Cast, sign_in: SignIn, look: Look) -> None:
    def rows() -> dict[str, int]:
        session = look()
        return {
            table.name: len(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables
        }

    before = rows()
    dropped(sign_in(office.drafter), specimen("plan"))
    assert rows() == before


# ---------------------------------------------------------------- files that cannot be looked at


def bomb() -> bytes:
    """A small file that unpacks to very much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        package.writestr("word/document.xml", b" " * 110_000_000)
    return out.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
REFUSED = {
    "text": (b"K\xe1\xba\xbf ho\xe1\xba\xa1ch", "ke-hoach.docx"),
    "empty": (b"", "ke-hoach.docx"),
    "PDF": (b"%PDF-1.7\n", "ke-hoach.docx"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ke-hoach.doc"),
    "cut short": (specimen("plan")[:4000], "ke-hoach.docx"),
    "entity": (with_body(ENTITY), "ke-hoach.docx"),
    "no Word at all": (with_body(b"<x/>"), "ke-hoach.docx"),
    "deep": (with_body(b"<a>" * 5000 + b"</a>" * 5000), "ke-hoach.docx"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_is_told_at_the_field(case: str, office: Cast, sign_in: SignIn) -> None:
    page = dropped(sign_in(office.drafter), *REFUSED[case])
    assert page.status_code == 422
    assert page.text.count('id="file-error"') == 1
    assert 'aria-invalid="true"' in page.text
    assert 'class="report"' not in page.text


def test_a_bomb_is_refused(office: Cast, sign_in: SignIn) -> None:
    page = dropped(sign_in(office.drafter), bomb())
    assert (page.status_code, page.text.count('id="file-error"')) == (422, 1)


@pytest.mark.parametrize(
    "data", [{}, {"file": "chữ"}, {"file": (io.BytesIO(b""), "")}], ids=["none", "words", "no name"]
)
def test_a_file_must_be_given(data: dict[str, object], office: Cast, sign_in: SignIn) -> None:
    page = sign_in(office.drafter).post("/check", data=data)
    assert page.status_code == 422
    assert "Hãy chọn một tệp .docx để kiểm tra." in page.text


def test_a_file_of_more_than_the_limit_is_refused(office: Cast, sign_in: SignIn) -> None:
    page = sign_in(office.drafter).post(
        "/check", data=b"0" * 11_000_000, content_type="multipart/form-data; boundary=x"
    )
    assert page.status_code == 413


# ---------------------------------------------------------------- the office's calendar


def test_a_day_off_of_the_office_is_known_and_of_another_is_not(
    app: Flask, office: Cast, sign_in: SignIn
) -> None:
    def note(agency_id: int) -> None:
        with app.extensions["sessions"]["writing"]() as session:
            session.add(
                DayOff(
                    agency_id=agency_id,
                    day=date(2026, 9, 25),
                    kind=DayOffKind.OFF,
                    name="Ngày hội của xã",
                    source=None,
                )
            )
            session.commit()

    client = sign_in(office.drafter)
    before = dropped(client, specimen("plan")).text
    note(office.other_agency.id)
    assert "Không có lỗi nào" in before
    assert "Không có lỗi nào" in dropped(client, specimen("plan")).text
    note(office.agency.id)
    told = dropped(client, specimen("plan")).text
    assert "1 lưu ý" in told
    assert "Ngày hội của xã" in told


# ---------------------------------------------------------------- a document of a campaign


def test_a_document_and_its_annexes_are_each_looked_at(office: Cast, sign_in: SignIn, give: Give) -> None:
    document = give(Annex.DELEGATES, Annex.PROGRAMME)
    client = sign_in(office.leader)
    page = client.get(f"{DOCUMENTS}/{document.id}/check")
    assert page.status_code == 200
    assert page.text.count('class="report"') == 3
    assert f'href="{DOCUMENTS}/{document.id}/check"' in client.get(f"{DOCUMENTS}/{document.id}").text


def test_an_issued_document_is_looked_at_as_it_was_issued(
    app: Flask, office: Cast, sign_in: SignIn, give: Give
) -> None:
    issued, draft, client = give(), give(), sign_in(office.drafter)
    with app.extensions["sessions"]["writing"]() as session:
        row = session.get_one(Document, issued.id)
        actions.approve_document(session, row, row.version, office.leader)
        actions.issue_document(session, row, date(2026, 11, 20), None, TEMPLATES, office.clerk)
        session.get_one(Ceremony, office.ceremony.id).starts_at += timedelta(days=-1)
        session.commit()
    as_issued, as_today = (client.get(f"{DOCUMENTS}/{each.id}/check").text for each in (issued, draft))
    assert "Kiểm tra bản lưu lúc ban hành" in as_issued
    assert "Kế hoạch 01-KH-UBND" in as_issued
    assert "rơi vào" not in as_issued
    assert "rơi vào" in as_today


def test_issuing_says_beforehand_what_is_wrong(
    app: Flask, office: Cast, sign_in: SignIn, give: Give, look: Look
) -> None:
    def page(signer: str) -> str:
        document = give(signer_name=signer)
        with app.extensions["sessions"]["writing"]() as session:
            row = session.get_one(Document, document.id)
            actions.approve_document(session, row, row.version, office.leader)
            session.commit()
        return sign_in(office.clerk).get(f"{DOCUMENTS}/{document.id}/issue").text

    assert "chỗ sai" not in page("Nguyễn Văn An")
    wrong = page("ThS. Nguyễn Văn An")
    assert "Thể thức còn 1 chỗ sai" in wrong
    assert "/check" in wrong


def test_a_check_reads_the_plan_once_whatever_the_annexes(
    office: Cast, sign_in: SignIn, give: Give, queries: list[str]
) -> None:
    alone, with_annexes = give(), give(Annex.DELEGATES, Annex.PROGRAMME, Annex.ASSIGNMENTS)
    client, counted = sign_in(office.drafter), []
    for document in (alone, with_annexes):
        queries.clear()
        client.get(f"{DOCUMENTS}/{document.id}/check")
        counted.append(len(queries))
    assert counted == [24, 24]


# ---------------------------------------------------------------- who may


@pytest.mark.parametrize("role", [Role.MEMBER, Role.RECEPTION])
def test_who_reads_no_documents_checks_none(role: Role, office: Cast, sign_in: SignIn, give: Give) -> None:
    client = sign_in({Role.MEMBER: office.member, Role.RECEPTION: office.reception}[role])
    document = give()
    assert "Kiểm tra thể thức" not in client.get("/").text
    assert client.get("/check").status_code == 403
    assert dropped(client, specimen("plan")).status_code == 403
    assert client.get(f"{DOCUMENTS}/{document.id}/check").status_code == 403


def test_a_stranger_finds_no_document(office: Cast, sign_in: SignIn, give: Give) -> None:
    assert sign_in(office.stranger).get(f"{DOCUMENTS}/{give().id}/check").status_code == 404


def test_a_document_of_another_campaign_is_not_there(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.drafter).get(f"{DOCUMENTS}/999/check").status_code == 404


def test_an_administrator_of_no_office_checks_by_the_public_calendar(office: Cast, sign_in: SignIn) -> None:
    assert "Lưu ý" in dropped(sign_in(office.admin), faulty("buổi lễ vào Chủ nhật")).text
