"""Pages and files of an issued document: as it was issued, and what is said when the plan has moved on."""

import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as read_docx
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony
from campaign.documents import actions
from campaign.documents.model import Document, of_campaign
from campaign.documents.rules.editing import DocumentDraft
from campaign.files import pdf
from campaign.glossary import Annex, DocumentKind, DocumentStatus
from campaign.people.model import User
from campaign.tasks.actions import create_task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast, lacking

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
Give = Callable[..., Document]
MoveOn = Callable[..., None]
HOME = "/campaigns/ngay-khong-hen/documents"
CHANGED = "Số liệu đã đổi sau khi ban hành"


@pytest.fixture
def give(app: Flask, office: Cast, sign_in: SignIn) -> Give:
    """Commit an approved plan with the annex of assignments, and have the clerk issue it where `issue`."""

    def given(title: str = "Tổ chức Lễ phát động", *, issue: bool = True) -> Document:
        with app.extensions["sessions"]["writing"]() as session:
            draft = DocumentDraft(DocumentKind.PLAN, title, 2026, annexes=[Annex.ASSIGNMENTS])
            document = actions.create_document(session, office.campaign, draft, office.drafter)
            actions.start_outline(session, document, office.campaign, office.drafter)
            actions.approve_document(session, document, document.version, office.leader)
            session.commit()
        if issue:
            form = {"issued_on": "23/11/2026", "reason": "Chưa có người ký."}
            assert sign_in(office.clerk).post(f"{HOME}/{document.id}/issue", data=form).status_code == 303
        return document

    return given


@pytest.fixture
def move_on(app: Flask, office: Cast) -> MoveOn:
    """Commit a task that the plan and its annex would print."""

    def moved(text: str = "Treo băng rôn") -> None:
        with app.extensions["sessions"]["writing"]() as session:
            campaign = session.get_one(Campaign, office.campaign.id)
            create_task(session, campaign, TaskDraft(text, office.units[0].id), office.drafter)
            session.commit()

    return moved


def words(docx: bytes) -> str:
    document = read_docx(BytesIO(docx))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    "path", ["/{}/document.docx", "/{}/annexes/assignments.docx", "/annexes/assignments.docx"]
)
def test_what_is_downloaded_is_what_was_issued(
    office: Cast, sign_in: SignIn, give: Give, move_on: MoveOn, path: str
) -> None:
    address = HOME + path.format(give().id)
    client = sign_in(office.drafter)
    before = client.get(address, buffered=True)
    move_on()
    after = client.get(address, buffered=True)
    assert after.data == before.data
    assert "Treo băng rôn" not in words(after.data)
    assert after.headers["Cache-Control"] == "no-store"
    assert after.headers["Content-Disposition"] == before.headers["Content-Disposition"]


def test_a_task_sheet_given_out_stays_and_todays_can_be_had(
    office: Cast, sign_in: SignIn, give: Give, move_on: MoveOn
) -> None:
    move_on()
    plan = give()
    client = sign_in(office.drafter)
    sheet = f"{HOME}/task-sheets/{office.units[0].id}.docx"
    issued = client.get(sheet, buffered=True)
    assert "số liệu đã đổi" not in client.get(HOME).text
    move_on("Dọn hội trường")
    assert client.get(sheet, buffered=True).data == issued.data
    today = client.get(f"{sheet}?today=1", buffered=True).data
    assert ["Dọn hội trường" in words(docx) for docx in (issued.data, today)] == [False, True]
    page = client.get(HOME).text
    assert "số liệu đã đổi, đây là phiếu đã ban hành" in page
    assert f'href="{sheet}?today=1"' in page
    with zipfile.ZipFile(BytesIO(client.get(f"{HOME}/task-sheets.zip", buffered=True).data)) as package:
        assert [package.read(name) for name in package.namelist()] == [issued.data]
    address = f"{HOME}/task-sheets.zip?document={plan.id}"
    assert f'href="{address}"' in client.get(f"{HOME}/{plan.id}").text


def test_sheets_of_a_plan_that_was_replaced_are_still_to_be_had(
    office: Cast, sign_in: SignIn, give: Give, move_on: MoveOn
) -> None:
    move_on()
    first = give("Bản đầu")
    move_on("Dọn hội trường")
    give("Bản thay thế")
    client = sign_in(office.drafter)
    sheet = f"{HOME}/task-sheets/{office.units[0].id}.docx"
    said = [words(client.get(sheet + end, buffered=True).data) for end in ("", f"?document={first.id}")]
    assert [["02/KH" in each, "Dọn hội trường" in each] for each in said] == [[True, True], [False, False]]
    assert "01/KH" in said[1]
    for wrong in (f"?document={first.id + 9}", "?document=x"):
        assert client.get(sheet + wrong).status_code == 404


def test_a_sheet_of_a_unit_without_tasks_is_not_there(
    office: Cast, sign_in: SignIn, give: Give, move_on: MoveOn
) -> None:
    client = sign_in(office.drafter)
    assert client.get(f"{HOME}/task-sheets/{office.units[0].id}.docx").status_code == 404
    assert client.get(f"{HOME}/task-sheets.zip", follow_redirects=True).text.count("Chưa có nhiệm vụ.") == 1
    give()
    move_on()
    late = client.get(f"{HOME}/task-sheets/{office.units[0].id}.docx", buffered=True)
    assert "Kế hoạch số 01/KH" in words(late.data)
    assert "giao thêm sau khi ban hành" in client.get(HOME).text


def test_the_script_follows_the_data_though_the_plan_is_issued(
    app: Flask, office: Cast, sign_in: SignIn, give: Give
) -> None:
    give()
    with app.extensions["sessions"]["writing"]() as session:
        session.get_one(Ceremony, office.ceremony.id).venue = "Hội trường xã"
        session.commit()
    client = sign_in(office.drafter)
    assert "Hội trường xã" in words(client.get(f"{HOME}/script.docx", buffered=True).data)


def test_the_pdf_is_made_of_what_was_issued(
    office: Cast,
    sign_in: SignIn,
    give: Give,
    move_on: MoveOn,
    pages: Callable[[bytes], list[str]],
) -> None:
    if not pdf.installed():
        lacking("LibreOffice")
    document = give()
    move_on()
    client = sign_in(office.drafter)
    issued = client.get(f"{HOME}/{document.id}/document.docx", buffered=True).data
    answer = client.get(f"{HOME}/{document.id}/document.pdf", buffered=True)
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not any("Treo băng rôn" in page for page in pages(issued))


def test_a_paper_a_template_cannot_draw_is_not_issued_and_the_clerk_is_told(
    app: Flask,
    office: Cast,
    sign_in: SignIn,
    give: Give,
    look: Look,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = give(issue=False)
    own = tmp_path / "share"
    shutil.copytree(Path(__file__).parents[2] / "docx_templates", own / "docx_templates")
    (own / "docx_templates/phu-luc-phan-cong.docx").write_bytes(b"not a Word file")
    monkeypatch.setattr("campaign.checking.views.issuing.share", lambda name: own / name)
    answer = sign_in(office.clerk).post(
        f"{HOME}/{document.id}/issue", data={"issued_on": "23/11/2026", "reason": "Chưa có người ký."}
    )
    assert answer.status_code == 422
    assert "Chưa ban hành được vì không lập được tệp “Phụ lục" in answer.get_data(as_text=True)
    [now] = of_campaign(look(), office.campaign.id)
    assert (now.status, now.number) == (DocumentStatus.APPROVED, None)


# ---------------------------------------------------------------- when the plan has moved on


def test_page_and_list_say_that_the_plan_has_moved_on(
    office: Cast, sign_in: SignIn, give: Give, move_on: MoveOn
) -> None:
    document = give()
    client = sign_in(office.drafter)
    addresses = (HOME, f"{HOME}/{document.id}")
    assert all(CHANGED not in client.get(address).get_data(as_text=True) for address in addresses)
    move_on()
    for address in addresses:
        page = client.get(address).get_data(as_text=True)
        assert CHANGED in page
        assert f'action="{HOME}/{document.id}/copy"' in page


def test_who_only_reads_is_told_but_offered_no_copy(
    office: Cast, sign_in: SignIn, give: Give, move_on: MoveOn
) -> None:
    document = give()
    move_on()
    client = sign_in(office.leader)
    for address in (HOME, f"{HOME}/{document.id}"):
        page = client.get(address).get_data(as_text=True)
        assert CHANGED in page
        assert "/copy" not in page
    assert client.post(f"{HOME}/{document.id}/copy").status_code == 403
    assert sign_in(office.stranger).post(f"{HOME}/{document.id}/copy").status_code == 404


def test_the_copy_is_a_draft_of_today_with_the_same_title(
    office: Cast, sign_in: SignIn, give: Give, move_on: MoveOn, look: Look
) -> None:
    document = give()
    move_on()
    client = sign_in(office.drafter)
    answer = client.post(f"{HOME}/{document.id}/copy")
    [issued, copy] = of_campaign(look(), office.campaign.id)
    assert (answer.status_code, answer.location) == (303, f"{HOME}/{copy.id}")
    assert (copy.title, copy.status, copy.draft_year) == (issued.title, DocumentStatus.DRAFT, 2026)
    page = client.get(answer.location).get_data(as_text=True)
    assert "Đã lập bản thay thế" in page
    assert CHANGED not in page
    drawn = client.get(f"{HOME}/{copy.id}/annexes/assignments.docx", buffered=True).data
    assert "Treo băng rôn" in words(drawn)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_six_questions_more_for_any_number_of_issued_documents(
    office: Cast, sign_in: SignIn, give: Give, queries: list[str], rows: int
) -> None:
    for number in range(rows):
        give(f"Văn bản {number}")
    client = sign_in(office.drafter)
    client.get(HOME)
    queries.clear()
    assert client.get(HOME).status_code == 200
    assert len([each for each in queries if each.startswith("SELECT")]) == 19 + 6
