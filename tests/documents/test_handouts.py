"""What is handed out with a document is kept as it was issued: as data and Word template, beside what today would give."""

import shutil
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as read_docx
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from campaign.delegates.model import Delegate, DelegateGroup
from campaign.documents import actions
from campaign.documents.model import Document, IssuedHandouts, has_handouts
from campaign.documents.papers import Handouts
from campaign.documents.plan_reads import MAIN, document_of, going_with, leading, plan_of
from campaign.documents.rules.editing import DocumentDraft
from campaign.documents.rules.handouts import draw_handouts, pack, unpack
from campaign.documents.rules.inline import Span
from campaign.documents.rules.papers import Paper
from campaign.errors import Refused
from campaign.glossary import DocumentKind, DocumentStatus, SizeProfile
from campaign.tasks.actions import create_task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast
from tests.documents import sample
from tests.documents.conftest import TEMPLATES

DAY = date(2026, 11, 23)
INVITATION = DocumentKind.INVITATION


def approved(session: Session, cast: Cast, kind: DocumentKind = INVITATION) -> Document:
    document = actions.create_document(
        session, cast.campaign, DocumentDraft(kind, "Dự Lễ phát động", 2026), cast.drafter
    )
    actions.start_outline(session, document, cast.campaign, cast.drafter)
    actions.approve_document(session, document, document.version, cast.leader)
    return document


def issued(session: Session, cast: Cast, kind: DocumentKind = INVITATION, day: date = DAY) -> Document:
    document = approved(session, cast, kind)
    actions.issue_document(session, document, day, None, TEMPLATES, cast.clerk)
    return document


def invite(session: Session, cast: Cast, *titles: str) -> list[Delegate]:
    group = DelegateGroup(campaign_id=cast.campaign.id, position=1, name="Khách mời")
    session.add(group)
    session.flush()
    guests = [
        Delegate(group_id=group.id, position=place, title=title) for place, title in enumerate(titles, 1)
    ]
    session.add_all(guests)
    session.flush()
    return guests


def give_task(session: Session, cast: Cast, text: str, unit: int = 0) -> None:
    create_task(session, cast.campaign, TaskDraft(text, cast.units[unit].id), cast.drafter)


def handouts(session: Session, cast: Cast, document: Document, templates: Path = TEMPLATES) -> Handouts:
    session.flush()
    session.expire_all()
    draft, plan = document_of(session, document.id), plan_of(session, cast.campaign.id)
    return actions.handouts_of(session, document, draft, plan, templates)


def words(docx: bytes) -> str:
    document = read_docx(BytesIO(docx))
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *tables])


def names(given_out: Handouts) -> list[str]:
    return [paper.file_name for paper in given_out.papers()]


# ---------------------------------------------------------------- what is kept


def test_a_letter_given_out_stays_though_delegate_ceremony_and_template_change(
    session: Session, cast: Cast, tmp_path: Path
) -> None:
    (guest,) = invite(session, cast, "Giám đốc Sở Nội vụ")
    document = issued(session, cast)
    first = handouts(session, cast, document)
    before = first.write(first.papers()[0])
    guest.person, cast.ceremony.venue = "Trần Thị Minh", "Hội trường xã"
    now = handouts(session, cast, document, tmp_path)
    assert now.write(now.papers()[0]) == before
    assert [letter.changed for letter in now.each] == [True]
    (today,) = now.papers(today=True)
    said = words(now.write(today))
    assert ["Trần Thị Minh" in said, "Hội trường xã" in said, "Số: 01/GM" in said] == [True, True, True]


def test_a_change_taken_back_is_no_change(session: Session, cast: Cast) -> None:
    (guest,) = invite(session, cast, "Giám đốc Sở Nội vụ")
    document = issued(session, cast)
    assert not handouts(session, cast, document).each[0].changed
    guest.title = "Phó Giám đốc Sở Nội vụ"
    assert handouts(session, cast, document).each[0].changed
    guest.title = "Giám đốc Sở Nội vụ"
    assert not handouts(session, cast, document).each[0].changed


def test_who_is_invited_later_gets_a_letter_of_today_with_number_and_day(
    session: Session, cast: Cast
) -> None:
    first, second = invite(session, cast, "Giám đốc Sở Nội vụ", "Trưởng Công an xã")
    document = issued(session, cast)
    late = Delegate(group_id=first.group_id, position=0, title="Bí thư Đảng ủy xã")
    session.add(late)
    now = handouts(session, cast, document)
    assert [letter.holder_id for letter in now.each] == [first.id, second.id, late.id]
    assert names(now)[2] == "Giấy mời 003 Bí thư Đảng ủy xã.docx"
    said = words(now.write(now.papers()[2]))
    assert ["Bí thư Đảng ủy xã" in said, "Số: 01/GM" in said, "ngày 23 tháng 11" in said] == [True] * 3
    assert now.each[2].issued is None


def test_the_letter_of_a_delegate_taken_off_the_list_is_kept(session: Session, cast: Cast) -> None:
    gone, stays = invite(session, cast, "Giám đốc Sở Nội vụ", "Trưởng Công an xã")
    document = issued(session, cast)
    session.delete(gone)
    now = handouts(session, cast, document)
    assert [letter.today is None for letter in now.each] == [True, False]
    assert "Giám đốc Sở Nội vụ" in words(now.write(now.papers()[0]))
    assert [paper.file_name for paper in now.papers(today=True)] == ["Giấy mời 002 Trưởng Công an xã.docx"]
    assert not any(letter.changed for letter in now.each)
    assert stays.id == now.each[1].holder_id


def test_an_offices_own_template_stays_with_what_was_issued_on_it(
    session: Session, cast: Cast, tmp_path: Path
) -> None:
    invite(session, cast, "Giám đốc Sở Nội vụ")
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    own = read_docx(str(TEMPLATES / "giay-moi-dai-bieu.docx"))
    own.add_paragraph("Xin mang theo giấy mời này.")
    own.save(str(tmp_path / "giay-moi-dai-bieu.docx"))
    document = approved(session, cast)
    actions.issue_document(session, document, DAY, None, tmp_path, cast.clerk)
    now = handouts(session, cast, document, TEMPLATES)
    assert "Xin mang theo giấy mời này." in words(now.write(now.papers()[0]))


def test_task_sheets_are_kept_with_the_plan(session: Session, cast: Cast) -> None:
    give_task(session, cast, "Treo băng rôn")
    document = issued(session, cast, DocumentKind.PLAN)
    give_task(session, cast, "Dọn hội trường")
    give_task(session, cast, "Viết tin bài", unit=1)
    now = handouts(session, cast, document)
    said = [words(now.write(paper)) for paper in now.papers()]
    assert ["Dọn hội trường" in said[0], "Viết tin bài" in said[1]] == [False, True]
    assert all("Kế hoạch số 01/KH-UBND ngày 23 tháng 11 năm 2026" in each for each in said)
    assert [sheet.changed for sheet in now.each] == [True, False]
    assert "Dọn hội trường" in words(now.write(now.papers(today=True)[0]))


@pytest.mark.parametrize("planned", [False, True])
def test_task_sheets_go_with_a_letter_only_where_no_plan_was_begun(
    session: Session, cast: Cast, planned: bool
) -> None:
    if planned:
        approved(session, cast, DocumentKind.PLAN)
    letter, report = issued(session, cast, DocumentKind.LETTER), issued(session, cast, DocumentKind.REPORT)
    assert (has_handouts(session, letter.id), has_handouts(session, report.id)) == (not planned, False)


def test_a_draft_and_a_document_issued_before_this_give_todays(session: Session, cast: Cast) -> None:
    invite(session, cast, "Giám đốc Sở Nội vụ")
    draft, old = approved(session, cast), approved(session, cast)
    old.status, old.number, old.issued_on = DocumentStatus.ISSUED, 7, DAY
    for document in (draft, old):
        now = handouts(session, cast, document)
        assert (now.kept, [letter.issued for letter in now.each], len(now.papers())) == (False, [None], 1)


def test_where_nobody_was_invited_everybody_comes_later(session: Session, cast: Cast) -> None:
    document = issued(session, cast)
    invite(session, cast, "Giám đốc Sở Nội vụ")
    now = handouts(session, cast, document)
    assert (now.kept, [letter.issued for letter in now.each]) == (True, [None])
    assert "Số: 01/GM" in words(now.write(now.papers()[0]))


def test_a_letter_that_cannot_be_drawn_keeps_the_invitation_from_being_issued(
    session: Session, cast: Cast, tmp_path: Path
) -> None:
    invite(session, cast, "Giám đốc Sở Nội vụ")
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    broken = read_docx(str(TEMPLATES / "giay-moi-dai-bieu.docx"))
    broken.add_paragraph("{{ nobody_knows }}")
    broken.save(str(tmp_path / "giay-moi-dai-bieu.docx"))
    document = approved(session, cast)
    with pytest.raises(Refused, match=r"Giấy mời 001 Giám đốc Sở Nội vụ.*nobody_knows"):
        actions.issue_document(session, document, DAY, None, tmp_path, cast.clerk)
    session.flush()
    assert (document.status, document.number) == (DocumentStatus.APPROVED, None)
    assert not has_handouts(session, document.id)


@pytest.mark.parametrize(
    "change",
    [update(IssuedHandouts).values(data=b"forged"), delete(IssuedHandouts)],
    ids=["update", "delete"],
)
def test_the_database_itself_lets_nobody_change_what_is_kept(
    session: Session, cast: Cast, change: object
) -> None:
    issued(session, cast)
    with pytest.raises(DBAPIError, match="issued_handouts is append-only"):
        session.execute(change)  # type: ignore[call-overload]


# ---------------------------------------------------------------- many at once


def test_a_thousand_letters_take_little_room_and_come_back_as_they_were() -> None:
    guests = sample.PLAN.groups[0].delegates
    many = [replace(guests[n % len(guests)], title=f"Trưởng phòng số {n}", id=n) for n in range(1000)]
    plan = replace(sample.PLAN, groups=(replace(sample.PLAN.groups[0], delegates=tuple(many)),))
    letters = draw_handouts(replace(sample.DOCUMENT, kind=INVITATION, outline=()), plan)
    packed = pack(letters)
    assert len(packed) < 100_000
    assert {key: (kept.context, kept.indents) for key, kept in unpack(packed).items()} == {
        key: (letter.context, letter.indents) for key, letter in letters.items()
    }


_text = st.text(max_size=20)
_spans = st.lists(st.builds(Span, _text, st.booleans(), st.booleans(), st.none() | _text), max_size=3)
_values = st.recursive(
    _text | st.booleans() | st.none() | _spans.map(tuple),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z_]+"), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.from_regex(r"[a-z_]+"), _values, max_size=4), st.sampled_from(SizeProfile))
def test_whatever_a_paper_says_comes_back(context: dict[str, object], size: SizeProfile) -> None:
    paper = Paper("giay-moi-dai-bieu.docx", context, "Giấy mời.docx", size, title_field="none")
    (kept,) = unpack(pack({7: paper})).values()
    assert (kept.context, kept.size_profile, kept.file_name) == (context, size, "Giấy mời.docx")
    assert kept.digest == paper.digest


def test_two_sheets_of_one_name_are_two_files(session: Session, cast: Cast) -> None:
    cast.units[0].name, cast.units[1].name = "Phòng A/B", "Phòng A-B"
    cast.units[0].relation = cast.units[1].relation
    for unit in (0, 1):
        give_task(session, cast, f"Việc {unit}", unit)
    sheets = handouts(session, cast, approved(session, cast, DocumentKind.PLAN))
    with zipfile.ZipFile(BytesIO(sheets.zipped(sheets.papers()))) as package:
        assert len(set(package.namelist())) == 2
        assert ["Việc 0" in words(package.read(package.namelist()[0])), package.testzip()] == [True, None]


# ---------------------------------------------------------------- which document leads


def test_the_last_one_issued_leads_else_the_newest(session: Session, cast: Cast) -> None:
    plans = [approved(session, cast, DocumentKind.PLAN) for _ in range(3)]
    assert leading(plans, *MAIN) is plans[2]
    for place, day in ((1, date(2026, 11, 23)), (0, date(2026, 11, 25)), (2, date(2026, 11, 24))):
        actions.issue_document(session, plans[place], day, None, TEMPLATES, cast.clerk)
    assert leading(plans, *MAIN) is plans[0]
    assert leading([], *MAIN) is None


def test_a_plan_leads_before_a_letter_though_only_the_letter_is_issued(session: Session, cast: Cast) -> None:
    letter, plan = issued(session, cast, DocumentKind.LETTER), approved(session, cast, DocumentKind.PLAN)
    assert leading([letter, plan], *MAIN) is plan
    assert leading([letter], *MAIN) is letter
    assert leading([letter, plan], INVITATION) is None


def test_without_a_document_papers_go_with_a_blank_of_that_kind(session: Session, cast: Cast) -> None:
    blank = going_with(session, cast.campaign, None, INVITATION, 2026)
    assert (blank.kind, blank.title, blank.number, blank.issued_on) == (
        INVITATION,
        cast.campaign.title,
        None,
        None,
    )
    assert blank.symbol.startswith("GM-")
