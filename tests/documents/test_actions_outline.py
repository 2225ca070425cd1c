"""Changes of an outline and of legal bases on both databases."""

import pytest
from sqlalchemy.orm import Session

from campaign.documents import actions
from campaign.documents.model import Document, Section, bases_of, sections_of
from campaign.documents.rules.editing import DocumentDraft, LegalBasisDraft, SectionDraft, SectionText
from campaign.documents.rules.editing.moves import Way, tree_of, walk
from campaign.errors import Conflict, Missing, Refused
from campaign.glossary import Block, DocumentKind, Layout
from tests.conftest import Cast


@pytest.fixture
def document(session: Session, cast: Cast) -> Document:
    draft = DocumentDraft(kind=DocumentKind.PLAN, title="Tổ chức Lễ phát động", draft_year=2026)
    return actions.create_document(session, cast.campaign, draft, cast.drafter)


def add(session: Session, cast: Cast, document: Document, heading: str, **more: object) -> Section:
    after = more.pop("after", None)
    draft = SectionDraft(heading=heading, **more)  # type: ignore[arg-type]
    return actions.add_section(session, document, draft, cast.drafter, after=after)  # type: ignore[arg-type]


def shown(session: Session, document: Document) -> list[str]:
    """Headings in reading order, each deeper one with a dash more."""
    sections = {section.id: section for section in sections_of(session, document.id)}
    tree = tree_of((section.id, section.parent_id) for section in sections.values())
    return ["-" * depth + sections[key].heading for key, depth in walk(tree)]


@pytest.fixture
def outline(session: Session, cast: Cast, document: Document) -> dict[str, Section]:
    """A with A1 and A2 under it, then B."""
    a = add(session, cast, document, "A")
    return {
        "A": a,
        "A1": add(session, cast, document, "A1", parent_id=a.id),
        "A2": add(session, cast, document, "A2", parent_id=a.id),
        "B": add(session, cast, document, "B"),
    }


@pytest.mark.parametrize(
    ("name", "way", "after"),
    [
        ("A", Way.DOWN, ["B", "A", "-A1", "-A2"]),
        ("B", Way.UP, ["B", "A", "-A1", "-A2"]),
        ("A2", Way.UP, ["A", "-A2", "-A1", "B"]),
        ("B", Way.INDENT, ["A", "-A1", "-A2", "-B"]),
        ("A1", Way.OUTDENT, ["A", "-A2", "A1", "B"]),
        ("A2", Way.INDENT, ["A", "-A1", "--A2", "B"]),
        ("A", Way.UP, ["A", "-A1", "-A2", "B"]),
        ("A", Way.INDENT, ["A", "-A1", "-A2", "B"]),
        ("A", Way.OUTDENT, ["A", "-A1", "-A2", "B"]),
        ("B", Way.DOWN, ["A", "-A1", "-A2", "B"]),
    ],
)
def test_sections_move_with_all_under_them_and_stay_where_there_is_no_room(
    session: Session,
    cast: Cast,
    document: Document,
    outline: dict[str, Section],
    name: str,
    way: Way,
    after: list[str],
) -> None:
    actions.move_section(session, document, outline[name], way, cast.drafter)
    assert shown(session, document) == after


def test_a_section_is_added_right_after_another(
    session: Session, cast: Cast, document: Document, outline: dict[str, Section]
) -> None:
    add(session, cast, document, "giữa", parent_id=outline["A"].id, after=outline["A1"].id)
    assert shown(session, document) == ["A", "-A1", "-giữa", "-A2", "B"]


def test_a_section_never_goes_under_another_document(
    session: Session, cast: Cast, document: Document, outline: dict[str, Section]
) -> None:
    draft = DocumentDraft(kind=DocumentKind.REPORT, title="Kết quả", draft_year=2026)
    other = actions.create_document(session, cast.campaign, draft, cast.drafter)
    with pytest.raises(Missing):
        add(session, cast, other, "lạc", parent_id=outline["A"].id)


def test_deleting_a_section_takes_what_stands_under_it(
    session: Session, cast: Cast, document: Document, outline: dict[str, Section]
) -> None:
    actions.delete_section(session, document, outline["A"], outline["A"].version, cast.drafter)
    assert shown(session, document) == ["B"]


def test_an_outline_deeper_than_papers_number_is_refused(
    session: Session, cast: Cast, document: Document
) -> None:
    parent = None
    for level in range(5):
        parent = add(session, cast, document, f"cấp {level}", parent_id=parent).id
    with pytest.raises(Refused):
        add(session, cast, document, "quá sâu", parent_id=parent)


def test_keys_come_from_headings_and_stay_when_the_heading_changes(
    session: Session, cast: Cast, document: Document
) -> None:
    first = add(session, cast, document, "Mục đích")
    second = add(session, cast, document, "Mục đích")
    assert (first.key, second.key) == ("muc-dich", "muc-dich-2")
    words = SectionText(heading="Yêu cầu")
    actions.update_section(session, document, first, words, first.version, cast.drafter)
    assert (first.key, first.heading) == ("muc-dich", "Yêu cầu")


def test_two_people_editing_one_section_conflict_and_two_sections_do_not(
    session: Session, cast: Cast, document: Document, outline: dict[str, Section]
) -> None:
    a, b = outline["A"], outline["B"]
    seen_a, seen_b = a.version, b.version
    actions.update_section(session, document, a, SectionText(heading="A, bản hai"), seen_a, cast.drafter)
    actions.update_section(session, document, b, SectionText(heading="B, bản hai"), seen_b, cast.clerk)
    with pytest.raises(Conflict):
        actions.update_section(session, document, a, SectionText(heading="A, bản ba"), seen_a, cast.clerk)


@pytest.mark.parametrize(
    "words",
    [
        SectionText(),
        SectionText(heading="Có tên", layout=Layout.TABLE),
        SectionText(block=Block.TIME_VENUE, layout=Layout.TABLE),
    ],
)
def test_an_empty_section_and_a_layout_nobody_offers_are_refused(
    session: Session, cast: Cast, document: Document, words: SectionText
) -> None:
    with pytest.raises(Refused):
        actions.add_section(session, document, SectionDraft(**vars(words)), cast.drafter)
    assert sections_of(session, document.id) == []


def basis(number: str | None, kind: str = "Kế hoạch", subject: str = "về việc phát động") -> LegalBasisDraft:
    return LegalBasisDraft(kind=kind, number=number, subject=subject)


def test_bases_keep_their_order_while_they_move_and_go(session: Session, cast: Cast) -> None:
    made = [
        actions.create_basis(session, cast.campaign, basis(n), cast.drafter)
        for n in ("1/KH-UBND", "2/KH-UBND", "3/KH-UBND")
    ]
    actions.move_basis(session, made[2], -1, cast.drafter)
    actions.delete_basis(session, made[0], made[0].version, cast.drafter)
    rows = bases_of(session, cast.campaign.id)
    assert [(row.position, row.number) for row in rows] == [(1, "3/KH-UBND"), (2, "2/KH-UBND")]


def test_the_same_basis_twice_is_refused_also_a_law_without_number(session: Session, cast: Cast) -> None:
    law = basis(None, kind="Luật", subject="Tổ chức chính quyền địa phương")
    actions.create_basis(session, cast.campaign, basis("1/KH-UBND"), cast.drafter)
    actions.create_basis(session, cast.campaign, law, cast.drafter)
    for again in (basis("1/kh-ubnd", subject="khác"), law):
        with pytest.raises(Refused):
            actions.create_basis(session, cast.campaign, again, cast.drafter)


def test_a_stale_basis_conflicts(session: Session, cast: Cast) -> None:
    row = actions.create_basis(session, cast.campaign, basis("1/KH-UBND"), cast.drafter)
    seen = row.version
    actions.update_basis(session, row, basis("2/KH-UBND"), seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.update_basis(session, row, basis("3/KH-UBND"), seen, cast.clerk)
