"""Stamps of urgency and circulation, and the mark of drafter and copies: on paper, in the form, in older databases."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from flask.testing import FlaskClient
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from campaign import schema
from campaign.db import open_engine
from campaign.documents.actions import copy_document, create_document, update_document
from campaign.documents.model import Document, of_campaign
from campaign.documents.papers import write
from campaign.documents.plan_reads import document_of
from campaign.documents.rules import letterhead
from campaign.documents.rules.editing import DocumentDraft
from campaign.documents.rules.invitations import draw_invitations
from campaign.documents.rules.papers import Paper, draw
from campaign.documents.rules.plan import Recipient
from campaign.errors import Refused
from campaign.glossary import Circulation, DocumentKind, Urgency
from campaign.people.model import User
from tests.conftest import Cast
from tests.documents.conftest import TEMPLATES
from tests.documents.sample import DOCUMENT, PLAN

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HOME = "/campaigns/ngay-khong-hen/documents"
TYPED = DocumentDraft(DocumentKind.PLAN, "Tổ chức Lễ phát động", 2026)
INVITATION = replace(DOCUMENT, kind=DocumentKind.INVITATION, symbol="GM-UBND", outline=(), annexes=())


def stamped(kind: DocumentKind, urgency: Urgency, circulation: Circulation = Circulation.FREE) -> Paper:
    return draw(replace(DOCUMENT, kind=kind, annexes=(), urgency=urgency, circulation=circulation), PLAN)


def boxes(root: object) -> list[tuple[str, float, float, str]]:
    """Framed tables of one cell: words, width and height in mm, colour of the frame."""
    found = []
    for table in root.iter(qn("w:tbl")):  # type: ignore[attr-defined]
        height = table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:trHeight')}")
        if height is None:
            continue
        assert height.get(qn("w:hRule")) == "exact"
        (column,) = table.iter(qn("w:gridCol"))
        top = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn('w:top')}")
        words = "".join(node.text or "" for node in table.iter(qn("w:t")))
        found.append(
            (words, _mm(column.get(qn("w:w"))), _mm(height.get(qn("w:val"))), top.get(qn("w:color")))
        )
    return found


def _mm(twips: str) -> float:
    return round(int(twips) / 1440 * 25.4, 1)


def body_and_head(paper: Paper) -> tuple[object, object]:
    document = docx.Document(BytesIO(write(paper, TEMPLATES)))
    return document.element.body, document.sections[0].first_page_header._element


# ---------------------------------------------------------------- on paper


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize(
    ("urgency", "words", "width"),
    [
        (Urgency.EXPRESS, "HỎA TỐC", 30),
        (Urgency.VERY_URGENT, "THƯỢNG KHẨN", 40),
        (Urgency.URGENT, "KHẨN", 20),
    ],
)
def test_urgency_is_a_red_stamp_of_the_decrees_size(
    kind: DocumentKind, urgency: Urgency, words: str, width: int
) -> None:
    body, head = body_and_head(stamped(kind, urgency))
    assert boxes(body) == [(words, width, 8, "FF0000")]
    assert boxes(head) == []


@pytest.mark.parametrize(
    ("circulation", "words"),
    [(Circulation.INTERNAL, "LƯU HÀNH NỘI BỘ"), (Circulation.RETURN, "XEM XONG TRẢ LẠI")],
)
def test_circulation_is_framed_in_the_top_margin_of_the_first_page(
    circulation: Circulation, words: str
) -> None:
    body, head = body_and_head(stamped(DocumentKind.LETTER, Urgency.NORMAL, circulation))
    assert boxes(body) == []
    assert boxes(head) == [(words, 56, 8, "000000")]


def test_stamps_are_bold_upright_and_of_13_points() -> None:
    document = docx.Document(BytesIO(write(stamped(DocumentKind.PLAN, Urgency.URGENT), TEMPLATES)))
    for name, color in (("Dấu chỉ mức độ khẩn", "FF0000"), ("Phạm vi lưu hành", None)):
        font = document.styles[name].font
        assert (font.bold, font.italic, font.size.pt) == (True, None, 13)
        assert (str(font.color.rgb) if font.color.rgb else None) == color


def test_every_delegates_letter_is_stamped() -> None:
    invitation = replace(INVITATION, urgency=Urgency.EXPRESS, circulation=Circulation.RETURN)
    for letter in draw_invitations(invitation, PLAN):
        body, head = body_and_head(letter)
        assert [words for words, *_ in (*boxes(body), *boxes(head))] == ["HỎA TỐC", "XEM XONG TRẢ LẠI"]


@pytest.mark.parametrize("kind", DocumentKind)
def test_without_stamps_nothing_is_left_of_them(kind: DocumentKind) -> None:
    with zipfile.ZipFile(BytesIO(write(stamped(kind, Urgency.NORMAL), TEMPLATES))) as package:
        parts = [
            package.read(name).decode()
            for name in package.namelist()
            if name.endswith(("document.xml", "header2.xml"))
        ]
    assert len(parts) == 2
    for part in parts:
        assert not any(name in part for name in ("DauKhan", "LuuHanh", "TruocDau", "trHeight"))


def test_a_paper_without_stamps_says_what_it_said_before_there_were_any() -> None:
    paper = draw(DOCUMENT, PLAN)
    before = {name: said for name, said in paper.context.items() if name not in {"urgency", "circulation"}}
    assert paper.digest == replace(paper, context=before).digest
    assert paper.digest != stamped(DOCUMENT.kind, Urgency.URGENT).digest


# ---------------------------------------------------------------- drafter and copies


@pytest.mark.parametrize(
    ("code", "copies", "mark"),
    [
        ("PL", 300, "PL.(300)"),
        ("pl", 300, "PL.(300)"),
        ("PL", None, "PL."),
        (None, 12, "(12)"),
        (None, None, ""),
    ],
)
def test_the_drafters_mark(code: str | None, copies: int | None, mark: str) -> None:
    assert letterhead.drafter_mark(code, copies) == mark


def test_the_mark_ends_the_last_line_of_recipients() -> None:
    lines = (Recipient("Sở Nội vụ", "b/c"), Recipient("Lưu: VT, VP"))
    marked = letterhead.recipients(lines, "PL.(300)")
    assert marked == ["- Sở Nội vụ (b/c);", "- Lưu: VT, VP. PL.(300)"]
    assert letterhead.recipients((), "PL.(300)") == ["PL.(300)"]
    assert letterhead.recipients(()) == []


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_mark_is_printed(kind: DocumentKind) -> None:
    paper = draw(replace(DOCUMENT, kind=kind, annexes=(), drafter_code="PL", copies=300), PLAN)
    body, _ = body_and_head(paper)
    assert "- Lưu: VT. PL.(300)" in [node.text for node in body.iter(qn("w:t"))]  # type: ignore[attr-defined]


# ---------------------------------------------------------------- kept and copied


def test_stamps_are_kept_drawn_and_copied(session: Session, cast: Cast) -> None:
    draft = replace(
        TYPED, urgency=Urgency.EXPRESS, circulation=Circulation.INTERNAL, drafter_code="PL", copies=300
    )
    document = create_document(session, cast.campaign, TYPED, cast.drafter)
    assert (document.urgency, document.circulation) == (Urgency.NORMAL, Circulation.FREE)
    update_document(session, document, draft, document.version, cast.drafter)
    copy = copy_document(session, document, 2027, cast.drafter)
    session.expire_all()
    for each in (document, copy):
        drawn = document_of(session, each.id)
        assert (drawn.urgency, drawn.circulation) == (Urgency.EXPRESS, Circulation.INTERNAL)
        assert (drawn.drafter_code, drawn.copies) == ("PL", 300)


@pytest.mark.parametrize(
    ("change", "field"), [({"drafter_code": "P.L (1)"}, "drafter_code"), ({"copies": 0}, "copies")]
)
def test_an_odd_mark_is_refused(session: Session, cast: Cast, change: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        create_document(session, cast.campaign, replace(TYPED, **change), cast.drafter)  # type: ignore[arg-type]
    assert [problem.field for problem in refusal.value.problems] == [field]


# ---------------------------------------------------------------- through the door


def test_stamps_are_chosen_on_the_page_and_shown(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    typed = {"kind": "plan", "title": "Lễ", "numbering": "roman", "draft_year": "2026", "size_profile": "13"}
    client.post(f"{HOME}/new", data=typed)
    (document,) = of_campaign(look(), office.campaign.id)
    assert document.urgency is Urgency.NORMAL
    stamps = {"urgency": "express", "circulation": "internal", "drafter_code": "P-L", "copies": "300"}
    form = {**typed, **stamps, "version": str(document.version)}
    refused = client.post(f"{HOME}/{document.id}/details", data=form)
    assert refused.status_code == 422
    assert "Ký hiệu người soạn thảo “P-L” không đúng" in refused.get_data(as_text=True)
    form |= {"drafter_code": "pl", "version": str(document.version)}
    assert client.post(f"{HOME}/{document.id}/details", data=form).status_code == 303
    page = client.get(f"{HOME}/{document.id}").get_data(as_text=True)
    assert "Hỏa tốc" in page
    assert "Lưu hành nội bộ" in page
    parties = {"recipients": "Lưu: VT", "addressees": ""}
    printed = client.post(f"{HOME}/{document.id}/parties/preview", data=parties).get_data(as_text=True)
    assert "- Lưu: VT. PL.(300)" in printed


# ---------------------------------------------------------------- older databases


@pytest.fixture
def first_version(tmp_path: Path) -> Engine:
    """A database of the first version with one document and a section under it."""
    engine = open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    schema.upgrade(engine, "0001")
    stamp = {"version": 1, "created_at": "2026-01-01 00:00:00", "updated_at": "2026-01-01 00:00:00"}
    rows: dict[str, dict[str, object]] = {
        "agency": {"code": "xa", "level": "commune", "name": "UBND xã", "short_name": "UBND xã", "symbol": "UBND",
                   "header_lines": "UBND", "place_name": "Bình An", "size_profile": "13"},
        "campaign": {"agency_id": 1, "code": "le", "title": "Lễ", "summary": "", "status": "preparing"},
        "document": {"campaign_id": 1, "agency_id": 1, "kind": "plan", "title": "Lễ", "symbol": "KH-UBND",
                     "numbering": "roman", "size_profile": "13", "status": "issued", "draft_year": 2026,
                     "number": 1, "number_year": 2026, "annexes": "[]"},
        "section": {"document_id": 1, "position": 1, "key": "a", "heading": "", "text": "Chữ", "numbered": 1,
                    "run_in": 0},
    }  # fmt: skip
    with engine.begin() as connection:
        for table, row in rows.items():
            known = schema.METADATA.tables[table].columns.keys()
            values = {name: value for name, value in (stamp | row).items() if name in known}
            columns, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
            connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({marks})"), values)  # noqa: S608
    return engine


def test_a_document_of_the_first_version_is_not_stamped_and_loses_nothing(first_version: Engine) -> None:
    schema.upgrade(first_version)
    with Session(first_version) as session:
        document = session.get_one(Document, 1)
        assert (document.urgency, document.circulation) == (Urgency.NORMAL, Circulation.FREE)
        assert (document.drafter_code, document.copies) == (None, None)
        assert document_of(session, 1).outline[0].text == "Chữ"


# ---------------------------------------------------------------- as LibreOffice prints them


@pytest.mark.office
def test_a_stamp_in_the_margin_moves_nothing(pages: Callable[[bytes], list[str]]) -> None:
    free, framed = (
        pages(write(stamped(DocumentKind.PLAN, Urgency.NORMAL, circulation), TEMPLATES))
        for circulation in (Circulation.FREE, Circulation.INTERNAL)
    )
    assert "LƯU HÀNH NỘI BỘ" in framed[0]
    assert "LƯU HÀNH NỘI BỘ" not in framed[1]
    assert [page.replace("LƯU HÀNH NỘI BỘ", "").split() for page in framed] == [page.split() for page in free]
