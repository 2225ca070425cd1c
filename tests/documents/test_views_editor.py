"""The editor's page and the files, through the door."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.delegates.model import Delegate, DelegateGroup
from campaign.documents import actions
from campaign.documents.model import Document, Section, sections_of
from campaign.documents.rules.editing import DocumentDraft, LegalBasisDraft, SectionDraft
from campaign.files import pdf
from campaign.glossary import Annex, Block, DocumentKind
from campaign.people.model import User
from campaign.tasks.actions import create_task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast, lacking

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HOME = "/campaigns/ngay-khong-hen/documents"


@pytest.fixture
def document(app: Flask, office: Cast) -> Document:
    """A plan: "Mục đích" with "Chi tiết" under it, then the assignments."""
    with app.extensions["sessions"]["writing"]() as session:
        draft = DocumentDraft(
            DocumentKind.PLAN, "Tổ chức lễ", 2026, annexes=[Annex.DELEGATES, Annex.PROGRAMME]
        )
        document = actions.create_document(session, office.campaign, draft, office.drafter)
        by = office.drafter
        first = actions.add_section(session, document, SectionDraft(heading="Mục đích"), by)
        actions.add_section(session, document, SectionDraft(heading="Chi tiết", parent_id=first.id), by)
        actions.add_section(session, document, SectionDraft(heading="Phân công", block=Block.ASSIGNMENTS), by)
        session.commit()
    return document


@pytest.fixture
def page(document: Document) -> str:
    return f"{HOME}/{document.id}"


def section(look: Look, document: Document, heading: str) -> Section:
    return next(each for each in sections_of(look(), document.id) if each.heading == heading)


def outline(html: str) -> list[tuple[str, str]]:
    """(number, name) of every row of the outline."""
    rows = re.findall(r'class="section-words">(.*?)</div></div>', html, re.DOTALL)
    number = re.compile(r'section-number">([^<]*)<')
    name = re.compile(r'class="section-name[^>]*>([^<]*)<')
    return [((number.search(row) or [""] * 2)[1], (name.search(row) or [""] * 2)[1]) for row in rows]


def words(docx: bytes) -> str:
    """The text of a Word file's body."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        xml = package.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n"))


# ---------------------------------------------------------------- the outline


def test_sections_are_numbered_as_the_paper_numbers_them(office: Cast, sign_in: SignIn, page: str) -> None:
    html = sign_in(office.drafter).get(page).get_data(as_text=True)
    assert outline(html) == [("I.", "Mục đích"), ("1.", "Chi tiết"), ("II.", "Phân công")]


def test_a_block_without_data_and_an_unknown_reference_are_told_beside_the_paper(
    app: Flask, office: Cast, sign_in: SignIn, document: Document, page: str
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        row = session.get_one(Document, document.id)
        actions.add_section(session, row, SectionDraft(text="Như mục [[khong-co]]."), office.drafter)
        session.commit()
    html = sign_in(office.drafter).get(page).get_data(as_text=True)
    assert "Không có mục nào mang tên “khong-co”" in html
    assert "“Phân công nhiệm vụ” chưa có dữ liệu" in html


def test_a_section_is_added_after_another(
    office: Cast, sign_in: SignIn, look: Look, document: Document, page: str
) -> None:
    client = sign_in(office.drafter)
    after = section(look, document, "Mục đích").id
    form = {"heading": "Yêu cầu", "text": "- Trang trọng", "numbered": "y", "version": "0"}
    answer = client.post(f"{page}/sections/new?after={after}", data=form)
    added = section(look, document, "Yêu cầu")
    assert (answer.status_code, answer.location) == (303, f"{page}#section-{added.id}")
    rows = outline(client.get(page).get_data(as_text=True))
    assert [name for _, name in rows] == ["Mục đích", "Chi tiết", "Yêu cầu", "Phân công"]


def test_a_live_block_is_added_under_a_section(
    office: Cast, sign_in: SignIn, look: Look, document: Document, page: str
) -> None:
    client = sign_in(office.drafter)
    address = f"{page}/sections/new?under={section(look, document, 'Mục đích').id}&block=time_venue"
    assert '<option selected value="time_venue">' in client.get(address).get_data(as_text=True)
    form = {"heading": "Thời gian", "block": "time_venue", "layout": "dashes", "numbered": "y"}
    client.post(address, data=form)
    added = section(look, document, "Thời gian")
    assert (added.parent_id, added.block) == (section(look, document, "Mục đích").id, Block.TIME_VENUE)
    assert "Sân Trung tâm Phục vụ hành chính công" in words(client.get(f"{page}/document.docx").data)


def test_a_refused_section_comes_back_in_its_place_with_everything_typed(
    office: Cast, sign_in: SignIn, look: Look, document: Document, page: str
) -> None:
    row = section(look, document, "Mục đích")
    form = {"heading": "Mục đích", "text": "Giữ lại câu này", "layout": "table", "version": str(row.version)}
    answer = sign_in(office.drafter).post(f"{page}/sections/{row.id}", data=form)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Giữ lại câu này</textarea>" in html
    assert html.index("Giữ lại câu này") < html.index("Chi tiết</a>")
    assert section(look, document, "Mục đích").text == ""


def test_two_people_editing_one_section_are_told_and_choose(
    office: Cast, sign_in: SignIn, look: Look, document: Document, page: str
) -> None:
    row = section(look, document, "Mục đích")
    address, seen = f"{page}/sections/{row.id}", str(row.version)
    typed = {"heading": "Mục đích", "numbered": "y", "version": seen}
    sign_in(office.clerk).post(address, data=typed | {"text": "Câu của văn thư"})
    answer = sign_in(office.drafter).post(address, data=typed | {"text": "Câu của chuyên viên"})
    html = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "<del>Câu của văn thư</del>" in html
    assert "Câu của chuyên viên</textarea>" in html
    now = section(look, document, "Mục đích")
    assert now.text == "Câu của văn thư"
    again = typed | {"text": "Câu của chuyên viên", "version": str(now.version)}
    assert sign_in(office.drafter).post(address, data=again).status_code == 303


@pytest.mark.parametrize(
    ("heading", "way", "numbers"),
    [
        ("Phân công", "up", [("I.", "Phân công"), ("II.", "Mục đích"), ("1.", "Chi tiết")]),
        ("Phân công", "indent", [("I.", "Mục đích"), ("1.", "Chi tiết"), ("2.", "Phân công")]),
        ("Chi tiết", "outdent", [("I.", "Mục đích"), ("II.", "Chi tiết"), ("III.", "Phân công")]),
    ],
)
def test_moving_a_section_numbers_the_others_anew(
    office: Cast, sign_in: SignIn, look: Look, document: Document, page: str, heading: str, way: str,
    numbers: list[tuple[str, str]],
) -> None:  # fmt: skip
    client = sign_in(office.drafter)
    answer = client.post(
        f"{page}/sections/{section(look, document, heading).id}/move/{way}", follow_redirects=True
    )
    assert outline(answer.get_data(as_text=True)) == numbers


def test_deleting_a_section_asks_first(
    office: Cast, sign_in: SignIn, look: Look, document: Document, page: str
) -> None:
    client, row = sign_in(office.drafter), section(look, document, "Mục đích")
    assert "Xóa mục này và các mục con?" in client.get(f"{page}/sections/{row.id}/delete").get_data(
        as_text=True
    )
    client.post(f"{page}/sections/{row.id}/delete", data={"version": str(row.version)})
    assert [each.heading for each in sections_of(look(), document.id)] == ["Phân công"]


def test_a_section_of_another_document_is_not_found(
    app: Flask, office: Cast, sign_in: SignIn, look: Look, document: Document
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        draft = DocumentDraft(DocumentKind.REPORT, "Kết quả", 2026)
        other = actions.create_document(session, office.campaign, draft, office.drafter)
        session.commit()
    client, key = sign_in(office.drafter), section(look, document, "Mục đích").id
    assert client.get(f"{HOME}/{other.id}/sections/{key}").status_code == 404
    assert client.post(f"{HOME}/{other.id}/sections/{key}/move/down").status_code == 404
    assert client.get(f"{HOME}/{other.id}/sections/new?after={key}").status_code == 404


# ---------------------------------------------------------------- files


def test_a_task_edited_is_a_plan_edited(app: Flask, office: Cast, sign_in: SignIn, page: str) -> None:
    client = sign_in(office.drafter)
    with app.extensions["sessions"]["writing"]() as session:
        task = TaskDraft("Tham mưu giấy mời cho HĐND&UBND", office.units[0].id)
        create_task(session, office.campaign, task, office.drafter)
        session.commit()
    answer = client.get(f"{page}/document.docx")
    assert "ham mưu giấy mời cho HĐND&amp;UBND" in words(answer.data)
    assert answer.headers["Cache-Control"] == "no-store"


def test_annexes_are_numbered_in_the_order_chosen(office: Cast, sign_in: SignIn, page: str) -> None:
    client = sign_in(office.drafter)
    assert "Phụ lục II" in words(client.get(f"{page}/annexes/programme.docx").data)
    assert "Phụ lục I" in words(client.get(f"{page}/annexes/delegates.docx").data)
    assert client.get(f"{page}/annexes/assignments.docx").status_code == 404


def test_papers_are_drawn_without_any_document(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    for path in ("annexes/programme.docx", "script.docx"):
        answer = client.get(f"{HOME}/{path}")
        assert answer.status_code == 200
        assert "Xã Bình An".upper() in words(answer.data)[:3000].upper() or "Phụ lục" in words(answer.data)
    assert client.get(f"{HOME}/annexes/secrets.docx").status_code == 404
    assert client.get(f"{HOME}/task-sheets/999.docx").status_code == 404


@pytest.mark.office
def test_a_document_comes_as_pdf(office: Cast, sign_in: SignIn, page: str) -> None:
    if not pdf.installed():
        lacking("LibreOffice")
    answer = sign_in(office.drafter).get(f"{page}/document.pdf")
    assert answer.data.startswith(b"%PDF-")


def test_without_libreoffice_there_is_no_button_and_a_clear_sentence(
    office: Cast, sign_in: SignIn, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_program", lambda: None)
    client = sign_in(office.drafter)
    assert "Tải PDF" not in client.get(page).get_data(as_text=True)
    answer = client.get(f"{page}/document.pdf", follow_redirects=True)
    assert "chưa cài LibreOffice" in answer.get_data(as_text=True)


def test_the_preview_is_framed_by_its_own_office_only(office: Cast, sign_in: SignIn, page: str) -> None:
    answer = sign_in(office.drafter).get(f"{page}/preview")
    assert f'data-docx="{page}/document.docx"' in answer.get_data(as_text=True)
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_few_questions_for_any_number_of_rows(
    app: Flask, office: Cast, sign_in: SignIn, page: str, document: Document, queries: list[str], rows: int
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        row, by = session.get_one(Document, document.id), office.drafter
        group = DelegateGroup(campaign_id=office.campaign.id, position=1, name="Khách mời")
        session.add(group)
        session.flush()
        for n in range(rows):
            actions.add_section(session, row, SectionDraft(heading=f"Mục {n}"), by)
            actions.create_basis(session, office.campaign, LegalBasisDraft("Luật", f"số {n}"), by)
            session.add(Delegate(group_id=group.id, position=n, title=f"Khách {n}"))
        session.commit()
    client = sign_in(office.drafter)
    client.get(page)
    queries.clear()
    assert client.get(page).status_code == 200
    assert len([each for each in queries if each.startswith("SELECT")]) == 23
