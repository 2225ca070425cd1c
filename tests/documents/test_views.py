"""Pages of documents through the door: the list, adding, details, parties, approving, issuing, legal bases."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.documents import actions
from campaign.documents.model import Document, LegalBasis, bases_of, of_campaign, recipients_of, sections_of
from campaign.documents.rules.editing import DocumentDraft, LegalBasisDraft
from campaign.glossary import DocumentKind, DocumentStatus, Role
from campaign.people.model import Signer, User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
Give = Callable[..., Document]
HOME = "/campaigns/ngay-khong-hen/documents"


@pytest.fixture
def give(app: Flask, office: Cast) -> Give:
    """Commit a document with its starter outline, approved where `approved`."""

    def given(title: str = "Tổ chức Lễ phát động", *, approved: bool = False, **more: object) -> Document:
        values = {"kind": DocumentKind.PLAN, "title": title, "draft_year": 2026} | more
        with app.extensions["sessions"]["writing"]() as session:
            draft = DocumentDraft(**values)  # type: ignore[arg-type]
            document = actions.create_document(session, office.campaign, draft, office.drafter)
            actions.start_outline(session, document, office.campaign, office.drafter)
            if approved:
                actions.approve_document(session, document, document.version, office.leader)
            session.commit()
        return document

    return given


def typed(**more: object) -> dict[str, object]:
    return {
        "kind": "plan",
        "title": "Tổ chức Lễ phát động",
        "numbering": "roman",
        "size_profile": "13",
        "draft_year": "2026",
        "version": "0",
        **more,
    }


def documents_of(look: Look, office: Cast) -> list[Document]:
    return list(of_campaign(look(), office.campaign.id))


# ---------------------------------------------------------------- adding


def test_a_new_document_opens_with_its_outline(office: Cast, sign_in: SignIn, look: Look) -> None:
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=typed())
    [document] = documents_of(look, office)
    assert (answer.status_code, answer.location) == (303, f"{HOME}/{document.id}")
    assert (document.symbol, document.status) == ("KH-UBND", DocumentStatus.DRAFT)
    assert len(sections_of(look(), document.id)) > 5


def test_the_new_form_offers_what_is_likely(office: Cast, sign_in: SignIn, look: Look) -> None:
    with look() as session:
        session.add(Signer(agency_id=office.agency.id, position="CHỦ TỊCH", name="Lê Thị A"))
        session.commit()
    page = sign_in(office.drafter).get(f"{HOME}/new?kind=report").get_data(as_text=True)
    assert '<option selected value="report">' in page
    assert 'placeholder="BC-UBND"' in page
    assert "Lê Thị A, CHỦ TỊCH" in page


def test_a_refused_document_comes_back_with_everything_typed(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    form = typed(symbol="KH UBND", signer_name="Trần Văn B", draft_month="13", annexes=["delegates"])
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=form)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'value="KH UBND"' in page
    assert 'value="Trần Văn B"' in page
    assert 'value="13"' in page
    assert 'value="delegates" checked' in page
    assert documents_of(look, office) == []


def test_an_unknown_annex_is_refused(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.drafter).post(f"{HOME}/new", data=typed(annexes=["secrets"])).status_code == 422


# ---------------------------------------------------------------- details and parties


def test_details_are_saved_with_annexes_in_order(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    document = give()
    form = typed(title="Bản hai", annexes=["programme", "delegates"], version=str(document.version))
    answer = sign_in(office.drafter).post(f"{HOME}/{document.id}/details", data=form)
    assert answer.status_code == 303
    [saved] = documents_of(look, office)
    assert (saved.title, saved.annexes) == ("Bản hai", ["programme", "delegates"])


def test_two_people_editing_details_are_told_and_choose(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    document = give()
    client, address = sign_in(office.drafter), f"{HOME}/{document.id}/details"
    client.post(address, data=typed(title="Bản hai", version=str(document.version)))
    answer = client.post(address, data=typed(title="Bản ba", version=str(document.version)))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "<del>Bản hai</del>" in page
    assert "<ins>Bản ba</ins>" in page
    assert "Phụ lục in kèm</td>" not in page
    [now] = documents_of(look, office)
    assert now.title == "Bản hai"
    again = client.post(address, data=typed(title="Bản ba", version=str(now.version)))
    assert again.status_code == 303


def test_parties_are_read_line_by_line(office: Cast, sign_in: SignIn, look: Look, give: Give) -> None:
    document = give()
    form = {
        "addressees": "",
        "recipients": "- Sở Nội vụ (b/c);\n- Lưu: VT.",
        "version": str(document.version),
    }
    assert sign_in(office.drafter).post(f"{HOME}/{document.id}/parties", data=form).status_code == 303
    lines = [(row.name, row.note) for row in recipients_of(look(), document.id)]
    assert lines == [("Sở Nội vụ", "b/c"), ("Lưu: VT", None)]


def test_parties_show_while_typing_how_they_print(office: Cast, sign_in: SignIn, give: Give) -> None:
    document = give()
    form = {"addressees": "Sở Nội vụ\nSở Tài chính", "recipients": "Như trên\nLưu: VT"}
    page = (
        sign_in(office.drafter)
        .post(f"{HOME}/{document.id}/parties/preview", data=form)
        .get_data(as_text=True)
    )
    for line in ("- Sở Nội vụ;", "- Sở Tài chính.", "- Như trên;", "- Lưu: VT."):
        assert line in page


def test_stale_parties_conflict_and_both_lists_are_shown(office: Cast, sign_in: SignIn, give: Give) -> None:
    document = give()
    client, address = sign_in(office.drafter), f"{HOME}/{document.id}/parties"
    seen = str(document.version)
    client.post(address, data={"addressees": "", "recipients": "Lưu: VT, VP", "version": seen})
    answer = client.post(address, data={"addressees": "", "recipients": "Lưu: VT, TCKH", "version": seen})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "<del>Lưu: VT, VP</del>" in page
    assert "<ins>Lưu: VT, TCKH</ins>" in page


def test_a_place_named_twice_is_refused_at_its_field(office: Cast, sign_in: SignIn, give: Give) -> None:
    document = give()
    form = {"addressees": "Sở Nội vụ\nSở Nội vụ", "recipients": "Lưu: VT", "version": str(document.version)}
    answer = sign_in(office.drafter).post(f"{HOME}/{document.id}/parties", data=form)
    assert answer.status_code == 422
    assert "ghi hai lần" in answer.get_data(as_text=True)


# ---------------------------------------------------------------- approving and issuing


def test_a_leader_approves_and_the_clerk_issues(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    document = give()
    address = f"{HOME}/{document.id}"
    sign_in(office.leader).post(f"{address}/approve", data={"version": str(document.version)})
    clerk = sign_in(office.clerk)
    assert "01/KH-UBND" in clerk.get(f"{address}/issue").get_data(as_text=True)
    answer = clerk.post(
        f"{address}/issue",
        data={"issued_on": "23/11/2026", "reason": "Chưa có người ký."},
        follow_redirects=True,
    )
    assert "Đã ban hành văn bản số 01/KH-UBND." in answer.get_data(as_text=True)
    [issued] = documents_of(look, office)
    assert (issued.number, issued.issued_on) == (1, date(2026, 11, 23))


def test_what_was_changed_meanwhile_is_not_approved(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    document = give()
    form = typed(title="Bản hai", version=str(document.version))
    sign_in(office.drafter).post(f"{HOME}/{document.id}/details", data=form)
    sign_in(office.leader).post(f"{HOME}/{document.id}/approve", data={"version": str(document.version)})
    assert documents_of(look, office)[0].status is DocumentStatus.DRAFT


def test_a_draft_is_not_issued_and_the_day_typed_stays(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    document = give()
    answer = sign_in(office.clerk).post(
        f"{HOME}/{document.id}/issue", data={"issued_on": "24/11/2026", "reason": "Chưa có người ký."}
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "chưa được lãnh đạo duyệt" in page
    assert 'value="24/11/2026"' in page
    assert documents_of(look, office)[0].number is None


def test_a_number_already_given_is_refused_at_its_field(office: Cast, sign_in: SignIn, give: Give) -> None:
    first, second = give(approved=True), give("Văn bản thứ hai", approved=True)
    clerk = sign_in(office.clerk)
    clerk.post(
        f"{HOME}/{first.id}/issue",
        data={"issued_on": "23/11/2026", "number": "5", "reason": "Chưa có người ký."},
    )
    answer = clerk.post(
        f"{HOME}/{second.id}/issue",
        data={"issued_on": "23/11/2026", "number": "5", "reason": "Chưa có người ký."},
    )
    assert answer.status_code == 422
    assert "Số 05 đã cấp" in answer.get_data(as_text=True)


def test_an_issued_document_offers_no_way_to_change_it(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    document = give(approved=True)
    sign_in(office.clerk).post(
        f"{HOME}/{document.id}/issue", data={"issued_on": "23/11/2026", "reason": "Chưa có người ký."}
    )
    client = sign_in(office.drafter)
    page = client.get(f"{HOME}/{document.id}").get_data(as_text=True)
    assert "Thêm mục" not in page
    assert f"/{document.id}/details" not in page
    [issued] = documents_of(look, office)
    client.post(f"{HOME}/{document.id}/delete", data={"version": str(issued.version)})
    assert [each.id for each in documents_of(look, office)] == [document.id]


def test_a_deleted_document_comes_back(office: Cast, sign_in: SignIn, look: Look, give: Give) -> None:
    document = give()
    client = sign_in(office.drafter)
    client.post(f"{HOME}/{document.id}/delete", data={"version": str(document.version)})
    assert client.get(f"{HOME}/{document.id}").status_code == 404
    assert "Khôi phục" in client.get(HOME).get_data(as_text=True)
    client.post(f"{HOME}/{document.id}/restore")
    assert [each.title for each in documents_of(look, office)] == ["Tổ chức Lễ phát động"]


# ---------------------------------------------------------------- legal bases


def basis_form(**more: object) -> dict[str, object]:
    return {
        "kind": "Kế hoạch",
        "number": "12/KH-UBND",
        "issued_on": "15/01/2026",
        "issuer": "Ủy ban nhân dân tỉnh",
        "subject": "về cải cách hành chính",
        "version": "0",
        **more,
    }


def test_a_basis_is_shown_as_it_will_be_cited(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    assert client.post(f"{HOME}/bases/new", data=basis_form()).status_code == 303
    cited = "Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh về cải cách hành chính"
    assert cited in client.get(HOME).get_data(as_text=True)


def test_a_basis_is_changed_moved_and_deleted(app: Flask, office: Cast, sign_in: SignIn, look: Look) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        for number in ("1/KH-UBND", "2/KH-UBND"):
            draft = LegalBasisDraft("Kế hoạch", "về việc phát động", number)
            actions.create_basis(session, office.campaign, draft, office.drafter)
        session.commit()
    client = sign_in(office.drafter)
    first, second = bases_of(look(), office.campaign.id)
    client.post(f"{HOME}/bases/{second.id}/move/up")
    client.post(
        f"{HOME}/bases/{first.id}", data=basis_form(number="3/KH-UBND", version=str(first.version + 1))
    )
    assert [row.number for row in bases_of(look(), office.campaign.id)] == ["2/KH-UBND", "3/KH-UBND"]
    assert "Xóa căn cứ" in client.get(f"{HOME}/bases/{second.id}/delete").get_data(as_text=True)
    now = look().get_one(LegalBasis, second.id)
    client.post(f"{HOME}/bases/{second.id}/delete", data={"version": str(now.version)})
    assert [row.number for row in bases_of(look(), office.campaign.id)] == ["3/KH-UBND"]


def test_a_basis_with_a_day_that_is_none_comes_back(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).post(f"{HOME}/bases/new", data=basis_form(issued_on="31/2/2026"))
    assert answer.status_code == 422
    assert 'value="31/2/2026"' in answer.get_data(as_text=True)


# ---------------------------------------------------------------- who may


def test_strangers_find_nothing(office: Cast, sign_in: SignIn, give: Give) -> None:
    document = give()
    client = sign_in(office.stranger)
    for path in ("", "/new", f"/{document.id}", f"/{document.id}/document.docx", "/script.docx"):
        assert client.get(HOME + path).status_code == 404


def test_a_document_of_another_campaign_is_not_found(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.drafter).get(f"{HOME}/999").status_code == 404


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [
        (Role.LEADER, "/{}", 200),
        (Role.LEADER, "/{}/details", 403),
        (Role.LEADER, "/{}/sections/new", 403),
        (Role.LEADER, "/{}/issue", 403),
        (Role.DRAFTER, "/{}/approve", 403),
        (Role.DRAFTER, "/{}/issue", 403),
        (Role.CLERK, "/{}/approve", 403),
        (Role.CLERK, "/{}/issue", 200),
        (Role.MEMBER, "/{}", 403),
        (Role.RECEPTION, "", 403),
    ],
)
def test_each_role_does_its_part(
    office: Cast, sign_in: SignIn, give: Give, role: Role, path: str, status: int
) -> None:
    person = getattr(office, role.value)
    assert sign_in(person).get(HOME + path.format(give().id)).status_code == status


# ---------------------------------------------------------------- how much it asks the database


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_few_questions_for_any_number_of_rows(
    office: Cast, sign_in: SignIn, give: Give, queries: list[str], rows: int
) -> None:
    for number in range(rows):
        give(f"Văn bản {number}")
    client = sign_in(office.drafter)
    client.get(HOME)
    queries.clear()
    assert client.get(HOME).status_code == 200
    assert len([each for each in queries if each.startswith("SELECT")]) == 19
