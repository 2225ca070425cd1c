"""Issuing what is wrong by the decree: only with a reason, which is kept; and what the document's page says of it."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.checking.actions import Issue, issue_document
from campaign.documents import actions
from campaign.documents.model import Document, IssuedPaper
from campaign.documents.rules.editing import DocumentDraft
from campaign.errors import Refused
from campaign.glossary import Annex, DocumentKind, DocumentStatus
from campaign.history.model import Entry
from campaign.people.model import User
from tests.conftest import Cast
from tests.documents.conftest import TEMPLATES

SignIn = Callable[[User], FlaskClient]
Approve = Callable[[Session, Cast, str], Document]
DAY = date(2026, 11, 23)
DOCUMENTS = "/campaigns/ngay-khong-hen/documents"
REASON = "Theo mẫu của cấp trên."
RIGHT, WRONG = "Nguyễn Văn An", "ThS. Nguyễn Văn An"


def approved(session: Session, cast: Cast, signer: str) -> Document:
    """A plan ready to be issued, signed by that name."""
    draft = DocumentDraft(
        DocumentKind.PLAN, "Tổ chức Lễ phát động", 2026, authority="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", signer_name=signer,
        annexes=[Annex.PROGRAMME],
    )  # fmt: skip
    document = actions.create_document(session, cast.campaign, draft, cast.drafter)
    actions.start_outline(session, document, cast.campaign, cast.drafter)
    actions.approve_document(session, document, document.version, cast.leader)
    return document


def test_a_right_document_is_issued_without_a_reason_and_one_given_is_dropped(
    session: Session, cast: Cast
) -> None:
    document = approved(session, cast, RIGHT)
    assert issue_document(session, document, Issue(DAY, None, REASON), TEMPLATES, cast.clerk) == 1
    assert (document.status, document.issue_reason) == (DocumentStatus.ISSUED, None)


def test_a_wrong_one_is_refused_without_a_reason_and_nothing_of_it_is_issued(
    session: Session, cast: Cast
) -> None:
    document = approved(session, cast, WRONG)
    with pytest.raises(Refused) as refusal:
        issue_document(session, document, Issue(DAY), TEMPLATES, cast.clerk)
    (problem,) = refusal.value.problems
    assert (problem.field, "1 chỗ sai" in problem.sentence) == ("reason", True)
    assert (document.status, document.number, document.issued_on) == (DocumentStatus.APPROVED, None, None)
    assert session.scalars(select(IssuedPaper)).all() == []


def test_with_a_reason_it_is_issued_and_the_reason_stands_in_the_history(
    session: Session, cast: Cast
) -> None:
    document = approved(session, cast, WRONG)
    assert issue_document(session, document, Issue(DAY, 7, REASON), TEMPLATES, cast.clerk) == 7
    assert document.issue_reason == REASON
    told = [entry.changes for entry in session.scalars(select(Entry)) if "issue_reason" in entry.changes]
    assert [changes["issue_reason"] for changes in told] == [[None, REASON]]


def test_a_copy_of_it_has_no_reason(session: Session, cast: Cast) -> None:
    document = approved(session, cast, WRONG)
    issue_document(session, document, Issue(DAY, None, REASON), TEMPLATES, cast.clerk)
    assert actions.copy_document(session, document, 2026, cast.clerk).issue_reason is None


# ---------------------------------------------------------------- the pages


@pytest.fixture
def give(app: Flask, office: Cast) -> Callable[[str], int]:
    """Commit an approved plan signed by that name; its id."""

    def given(signer: str) -> int:
        with app.extensions["sessions"]["writing"]() as session:
            document = approved(session, office, signer)
            session.commit()
            return document.id

    return given


def test_the_page_asks_for_a_reason_only_where_something_is_wrong(
    office: Cast, sign_in: SignIn, give: Callable[[str], int]
) -> None:
    clerk = sign_in(office.clerk)
    right, wrong = (clerk.get(f"{DOCUMENTS}/{give(signer)}/issue").text for signer in (RIGHT, WRONG))
    assert 'name="reason"' not in right
    assert 'name="reason"' in wrong
    assert "Thể thức còn 1 chỗ sai" in wrong
    assert "Họ tên người ký: “ThS. Nguyễn Văn An”" in wrong


def test_without_a_reason_the_page_stays_with_what_was_typed(
    office: Cast, sign_in: SignIn, give: Callable[[str], int]
) -> None:
    clerk, address = sign_in(office.clerk), f"{DOCUMENTS}/{give(WRONG)}/issue"
    refused = clerk.post(address, data={"issued_on": "24/11/2026", "number": "9", "reason": "  "})
    assert refused.status_code == 422
    assert "ghi lý do vẫn ban hành" in refused.text
    assert 'value="24/11/2026"' in refused.text
    assert 'value="9"' in refused.text
    assert "Chưa có số" in clerk.get(address.removesuffix("/issue")).text


def test_the_reason_stands_on_the_document_and_in_the_history(
    office: Cast, sign_in: SignIn, give: Callable[[str], int]
) -> None:
    clerk, page = sign_in(office.clerk), f"{DOCUMENTS}/{give(WRONG)}"
    done = clerk.post(
        f"{page}/issue", data={"issued_on": "24/11/2026", "reason": REASON}, follow_redirects=True
    )
    assert "Ban hành khi thể thức còn sai:</b> Theo mẫu của cấp trên." in done.text
    assert "Lý do ban hành khi thể thức còn sai" in clerk.get("/campaigns/ngay-khong-hen/history").text


def test_the_document_fetches_its_findings_and_leads_there_without_javascript(
    office: Cast, sign_in: SignIn, give: Callable[[str], int]
) -> None:
    client, page = sign_in(office.drafter), f"{DOCUMENTS}/{give(WRONG)}"
    shown = client.get(page).text
    assert f'hx-get="{page}/findings"' in shown
    assert f'href="{page}/check"' in shown
    panel = client.get(f"{page}/findings").text
    assert "<html" not in panel
    assert "Thể thức: 1 chỗ cần xem" in panel
    assert "1 sai" in panel
    assert "“ThS. Nguyễn Văn An”" in panel


def test_a_right_document_is_said_to_be_right(
    office: Cast, sign_in: SignIn, give: Callable[[str], int]
) -> None:
    panel = sign_in(office.leader).get(f"{DOCUMENTS}/{give(RIGHT)}/findings").text
    assert "Thể thức đúng" in panel
    assert "đã kiểm tra 2 tệp" in panel


def test_who_may_not_read_documents_gets_no_findings(
    office: Cast, sign_in: SignIn, give: Callable[[str], int]
) -> None:
    address = f"{DOCUMENTS}/{give(RIGHT)}/findings"
    assert sign_in(office.member).get(address).status_code == 403
    assert sign_in(office.stranger).get(address).status_code == 404
