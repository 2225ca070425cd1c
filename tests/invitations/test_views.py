"""Pages of invitations through the door."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from campaign.config import share
from campaign.delegates.model import Delegate, DelegateGroup
from campaign.documents import actions
from campaign.documents.model import Document
from campaign.documents.rules.editing import DocumentDraft
from campaign.glossary import DocumentKind, DocumentStatus
from campaign.people.model import User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
HOME = "/campaigns/ngay-khong-hen/invitations"
CHANGED = "Số liệu đã đổi sau khi ban hành"


@pytest.fixture
def guests(app: Flask, office: Cast) -> list[int]:
    """A named delegate, a position, and a quota; their ids."""
    with app.extensions["sessions"]["writing"]() as session:
        group = DelegateGroup(campaign_id=office.campaign.id, position=1, name="Khách mời")
        session.add(group)
        session.flush()
        rows = [
            Delegate(
                group_id=group.id,
                position=1,
                title="Giám đốc Sở Nội vụ",
                honorific="Bà",
                person="Trần Thị Minh",
            ),
            Delegate(group_id=group.id, position=2, title="Lãnh đạo Công an xã"),
            Delegate(group_id=group.id, position=3, title="Đoàn viên thanh niên", headcount=30),
        ]
        session.add_all(rows)
        session.commit()
        return [row.id for row in rows]


def words(docx: bytes) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())


def unzipped(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [package.read(name) for name in sorted(package.namelist())]


def invite(app: Flask, office: Cast, symbol: str) -> int:
    with app.extensions["sessions"]["writing"]() as session:
        draft = DocumentDraft(DocumentKind.INVITATION, "Dự lễ", 2026, symbol=symbol, signer_name="Lê Thị A")
        document = actions.create_document(session, office.campaign, draft, office.drafter)
        session.commit()
        return document.id


def test_without_delegates_the_page_teaches_the_first_step(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    assert "Chưa có đại biểu nào để mời" in client.get(HOME).get_data(as_text=True)
    for name in ("all.zip", "all.docx"):
        answer = client.get(f"{HOME}/{name}", follow_redirects=True)
        assert "Chưa có đại biểu." in answer.get_data(as_text=True)


def test_the_list_tells_before_printing_what_each_letter_lacks(
    office: Cast, sign_in: SignIn, guests: list[int]
) -> None:
    page = sign_in(office.drafter).get(HOME).get_data(as_text=True)
    for told in ("Bà Trần Thị Minh", "mời theo chức danh", "mời chung 30 người"):
        assert told in page


def test_a_letter_invites_its_delegate(office: Cast, sign_in: SignIn, guests: list[int]) -> None:
    answer = sign_in(office.drafter).get(f"{HOME}/{guests[0]}.docx")
    assert "Trần Thị Minh" in words(answer.data)
    assert "Lễ phát động “Ngày không hẹn”" in words(answer.data)


def test_the_zip_has_a_letter_for_each_in_order(office: Cast, sign_in: SignIn, guests: list[int]) -> None:
    answer = sign_in(office.drafter).get(f"{HOME}/all.zip")
    with zipfile.ZipFile(BytesIO(answer.data)) as package:
        assert package.testzip() is None
        names = package.namelist()
        letters = [words(package.read(name)) for name in names]
    assert names == sorted(names)
    assert [len(names), "Trần Thị Minh" in letters[0], "Công an xã" in letters[1]] == [3, True, True]


def test_the_print_file_has_every_letter(office: Cast, sign_in: SignIn, guests: list[int]) -> None:
    text = words(sign_in(office.drafter).get(f"{HOME}/all.docx").data)
    assert text.index("Trần Thị Minh") < text.index("Công an xã") < text.index("30 đoàn viên")


def test_letters_take_number_and_signer_of_the_chosen_invitation(
    app: Flask, office: Cast, sign_in: SignIn, guests: list[int]
) -> None:
    first, second = invite(app, office, "GM-MOT"), invite(app, office, "GM-HAI")
    client = sign_in(office.drafter)
    newest = words(client.get(f"{HOME}/{guests[0]}.docx").data)
    chosen = words(client.get(f"{HOME}/{guests[0]}.docx?document={first}").data)
    assert ["GM-HAI" in newest, "GM-MOT" in chosen, "Lê Thị A" in chosen] == [True, True, True]
    assert client.get(f"{HOME}?document={second + 7}").status_code == 404


@pytest.fixture
def issued(app: Flask, office: Cast, guests: list[int]) -> int:
    """The id of an invitation issued to the guests."""
    with app.extensions["sessions"]["writing"]() as session:
        draft = DocumentDraft(DocumentKind.INVITATION, "Dự lễ", 2026)
        document = actions.create_document(session, office.campaign, draft, office.drafter)
        actions.approve_document(session, document, document.version, office.leader)
        actions.issue_document(
            session, document, date(2026, 11, 23), None, share("docx_templates"), office.clerk
        )
        session.commit()
        return document.id


def test_letters_given_out_stay_and_the_page_says_what_has_changed(
    app: Flask, office: Cast, sign_in: SignIn, guests: list[int], issued: int
) -> None:
    client = sign_in(office.drafter)
    before = {
        name: client.get(f"{HOME}/{name}").data for name in (f"{guests[0]}.docx", "all.zip", "all.docx")
    }
    page = client.get(HOME).text
    assert ["được giữ như lúc ban hành" in page, CHANGED in page] == [True, False]
    with app.extensions["sessions"]["writing"]() as session:
        session.get_one(Delegate, guests[0]).person = "Lê Văn Thay"
        session.commit()
    assert {name: client.get(f"{HOME}/{name}").data for name in before} == before
    page = client.get(HOME).text
    assert CHANGED in page
    assert "1 tờ lập lại hôm nay sẽ khác tờ đã ban hành" in page
    assert page.count('<span class="sr">Tải theo số liệu hiện tại: ') == 1
    for name in before:
        today = client.get(f"{HOME}/{name}?document={issued}&today=1").data
        text = words(today) if name.endswith(".docx") else "".join(map(words, unzipped(today)))
        assert ["Lê Văn Thay" in text, "Trần Thị Minh" in text, "01/GM" in text] == [True, False, True]


def test_who_is_invited_later_is_added_and_who_was_taken_off_is_kept(
    app: Flask, office: Cast, sign_in: SignIn, guests: list[int], issued: int
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        gone = session.get_one(Delegate, guests[1])
        session.add(Delegate(group_id=gone.group_id, position=9, title="Bí thư Đoàn xã"))
        session.delete(gone)
        session.commit()
    client = sign_in(office.drafter)
    page = client.get(HOME).text
    for told in ("mời thêm", "1 đại biểu mời thêm", "không còn trong danh sách", "1 đại biểu không còn"):
        assert told in page
    letters = [words(letter) for letter in unzipped(client.get(f"{HOME}/all.zip").data)]
    assert ["Công an xã" in letters[1], "Bí thư Đoàn xã" in letters[3], len(letters)] == [True, True, 4]
    assert all("01/GM" in letter for letter in letters)
    assert client.get(f"{HOME}/{guests[1]}.docx").status_code == 200
    assert client.get(f"{HOME}/{guests[1]}.docx?today=1").status_code == 404


def test_letters_of_an_invitation_issued_before_they_were_kept_are_of_today_and_the_page_says_so(
    app: Flask, office: Cast, sign_in: SignIn, guests: list[int]
) -> None:
    document_id = invite(app, office, "GM-CU")
    with app.extensions["sessions"]["writing"]() as session:
        document = session.get_one(Document, document_id)
        document.status, document.number = DocumentStatus.ISSUED, 4
        document.issued_on, document.number_year = date(2026, 11, 20), 2026
        session.commit()
    page = sign_in(office.drafter).get(HOME).text
    assert "Ban hành khi phần mềm chưa lưu từng tờ" in page
    assert "mời thêm" not in page


def test_strangers_and_members_get_no_letters(office: Cast, sign_in: SignIn, guests: list[int]) -> None:
    assert sign_in(office.stranger).get(f"{HOME}/all.zip").status_code == 404
    assert sign_in(office.member).get(f"{HOME}/all.zip").status_code == 403
    assert sign_in(office.drafter).get(f"{HOME}/999.docx").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_few_questions_for_any_number_of_rows(
    app: Flask, office: Cast, sign_in: SignIn, queries: list[str], rows: int
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        group = DelegateGroup(campaign_id=office.campaign.id, position=1, name="Khách mời")
        session.add(group)
        session.flush()
        session.add_all(Delegate(group_id=group.id, position=n, title=f"Khách {n}") for n in range(rows))
        session.commit()
    client = sign_in(office.drafter)
    client.get(HOME)
    queries.clear()
    assert client.get(HOME).status_code == 200
    assert len([each for each in queries if each.startswith("SELECT")]) == 19
