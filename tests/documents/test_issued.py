"""What is issued is kept byte for byte, told from what the plan would say today, and copied to be amended."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from campaign.documents import actions
from campaign.documents.model import (
    Document,
    IssuedPaper,
    addressees_of,
    issued_digests,
    issued_papers,
    recipients_of,
    sections_of,
)
from campaign.documents.plan_reads import document_of, documents_of, plan_of
from campaign.documents.rules.editing import DocumentDraft, RecipientDraft, SectionDraft
from campaign.documents.rules.plan import DocumentDraft as Drawn
from campaign.errors import Missing, Refused
from campaign.files.word_writer import Template
from campaign.glossary import Annex, DocumentKind, DocumentStatus
from campaign.tasks.actions import create_task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast
from tests.documents.conftest import TEMPLATES

DAY = date(2026, 11, 23)


def approved(session: Session, cast: Cast, *annexes: Annex) -> Document:
    draft = DocumentDraft(DocumentKind.PLAN, "Tổ chức Lễ phát động", 2026, annexes=annexes)
    document = actions.create_document(session, cast.campaign, draft, cast.drafter)
    actions.start_outline(session, document, cast.campaign, cast.drafter)
    actions.approve_document(session, document, document.version, cast.leader)
    return document


def issued(session: Session, cast: Cast, *annexes: Annex) -> Document:
    document = approved(session, cast, *annexes)
    actions.issue_document(session, document, DAY, None, TEMPLATES, cast.clerk)
    return document


def move_the_plan_on(session: Session, cast: Cast) -> None:
    create_task(session, cast.campaign, TaskDraft("Treo băng rôn", cast.units[0].id), cast.drafter)


def outdated(session: Session, cast: Cast, *documents: Document) -> set[int]:
    drawn = documents_of(session, [document.id for document in documents])
    return actions.outdated(session, drawn, plan_of(session, cast.campaign.id))


# ---------------------------------------------------------------- what is kept


def test_the_paper_and_its_annexes_are_kept_with_number_and_day(session: Session, cast: Cast) -> None:
    document = issued(session, cast, Annex.DELEGATES, Annex.PROGRAMME)
    kept = issued_papers(session, [document.id])[document.id]
    assert [paper.position for paper in kept] == [0, 1, 2]
    assert kept[0].file_name == "Kế hoạch 01-KH-UBND Tổ chức Lễ phát động.docx"
    assert kept[1].file_name.startswith("Phụ lục I - Danh sách đại biểu")
    assert Template.load(kept[0].data).fields == set()


def test_what_is_issued_stays_though_plan_and_templates_change(
    session: Session, cast: Cast, tmp_path: Path
) -> None:
    document = issued(session, cast, Annex.ASSIGNMENTS)
    before = [actions.paper_of(session, document, position, TEMPLATES) for position in (0, 1)]
    move_the_plan_on(session, cast)
    session.expire_all()
    assert [actions.paper_of(session, document, position, tmp_path) for position in (0, 1)] == before


def test_a_draft_is_drawn_from_the_plan_as_it_is(session: Session, cast: Cast) -> None:
    document = approved(session, cast, Annex.ASSIGNMENTS)
    before = actions.paper_of(session, document, 1, TEMPLATES)
    move_the_plan_on(session, cast)
    assert actions.paper_of(session, document, 1, TEMPLATES) != before


@pytest.mark.parametrize("make", [approved, issued])
def test_an_annex_it_does_not_have_is_missing(session: Session, cast: Cast, make: object) -> None:
    document = make(session, cast, Annex.DELEGATES)  # type: ignore[operator]
    with pytest.raises(Missing):
        actions.paper_of(session, document, 2, TEMPLATES)


def test_nothing_is_issued_when_an_annex_cannot_be_drawn(
    session: Session, cast: Cast, tmp_path: Path
) -> None:
    document = approved(session, cast, Annex.DELEGATES)
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    shutil.copy(TEMPLATES / "FIELDS.md", tmp_path / "phu-luc-dai-bieu.docx")
    with pytest.raises(Refused, match=r"Chưa ban hành được .*Phụ lục - Danh sách đại biểu"):
        actions.issue_document(session, document, DAY, None, tmp_path, cast.clerk)
    session.flush()
    assert (document.status, document.number, document.issued_on) == (DocumentStatus.APPROVED, None, None)
    assert issued_papers(session, [document.id]) == {}


@pytest.mark.parametrize(
    "change", [update(IssuedPaper).values(data=b"forged"), delete(IssuedPaper)], ids=["update", "delete"]
)
def test_the_database_itself_lets_nobody_change_what_is_kept(
    session: Session, cast: Cast, change: object
) -> None:
    issued(session, cast)
    with pytest.raises(DBAPIError, match="issued_paper is append-only"):
        session.execute(change)  # type: ignore[call-overload]


# ---------------------------------------------------------------- what has moved on


def test_what_was_just_issued_says_what_the_plan_says(session: Session, cast: Cast) -> None:
    move_the_plan_on(session, cast)
    assert outdated(session, cast, issued(session, cast, *Annex)) == set()


def test_a_change_in_the_text_or_in_an_annex_alone_tells(session: Session, cast: Cast) -> None:
    plan, annex = issued(session, cast), issued(session, cast, Annex.ASSIGNMENTS)
    draft = approved(session, cast)
    move_the_plan_on(session, cast)
    assert outdated(session, cast, plan, annex, draft) == {plan.id, annex.id}


def test_an_issued_letter_without_live_blocks_is_never_outdated(session: Session, cast: Cast) -> None:
    letter = actions.create_document(
        session, cast.campaign, DocumentDraft(DocumentKind.LETTER, "Phối hợp", 2026), cast.drafter
    )
    actions.add_section(session, letter, SectionDraft(text="Đề nghị phối hợp."), cast.drafter)
    actions.approve_document(session, letter, letter.version, cast.leader)
    actions.issue_document(session, letter, DAY, None, TEMPLATES, cast.clerk)
    move_the_plan_on(session, cast)
    assert outdated(session, cast, letter) == set()


def test_a_change_taken_back_is_no_change(session: Session, cast: Cast) -> None:
    document = issued(session, cast)
    venue = cast.ceremony.venue
    cast.ceremony.venue = "Hội trường xã"
    session.flush()
    assert outdated(session, cast, document) == {document.id}
    cast.ceremony.venue = venue
    session.flush()
    assert outdated(session, cast, document) == set()
    assert len(issued_digests(session, [document.id])[document.id]) == 1


# ---------------------------------------------------------------- a draft to amend it


def _said(draft: Drawn) -> tuple[object, ...]:
    return draft.title, draft.symbol, draft.outline, draft.addressees, draft.recipients, draft.annexes


def test_a_copy_says_the_same_and_is_a_draft_without_number(session: Session, cast: Cast) -> None:
    document = approved(session, cast, Annex.DELEGATES)
    actions.set_addressees(session, document, ["Sở Nội vụ", "Sở Tài chính"], document.version, cast.drafter)
    lines = [RecipientDraft("Như trên"), RecipientDraft("Sở Nội vụ", "b/c"), RecipientDraft("Lưu: VT")]
    actions.set_recipients(session, document, lines, document.version, cast.drafter)
    actions.approve_document(session, document, document.version, cast.leader)
    actions.issue_document(session, document, DAY, None, TEMPLATES, cast.clerk)
    copy = actions.copy_document(session, document, 2027, cast.drafter)
    assert (copy.status, copy.number, copy.issued_on, copy.draft_year) == (
        DocumentStatus.DRAFT,
        None,
        None,
        2027,
    )
    assert _said(document_of(session, copy.id)) == _said(document_of(session, document.id))


def test_a_copy_is_changed_without_touching_the_original(session: Session, cast: Cast) -> None:
    document = issued(session, cast)
    before = document_of(session, document.id)
    copy = actions.copy_document(session, document, 2026, cast.drafter)
    for section in [each for each in sections_of(session, copy.id) if each.parent_id is None]:
        actions.delete_section(session, copy, section, section.version, cast.drafter)
    actions.set_recipients(session, copy, [], copy.version, cast.drafter)
    assert document_of(session, document.id) == before
    assert (recipients_of(session, copy.id), addressees_of(session, copy.id)) == ([], [])


def test_a_copy_is_approved_and_issued_with_the_next_number(session: Session, cast: Cast) -> None:
    copy = actions.copy_document(session, issued(session, cast), 2026, cast.drafter)
    actions.approve_document(session, copy, copy.version, cast.leader)
    assert actions.issue_document(session, copy, DAY, None, TEMPLATES, cast.clerk) == 2
