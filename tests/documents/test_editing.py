"""Rules of editing: typed lines, keys, moves in a tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.documents.rules.editing import RecipientDraft, SectionDraft, moves
from campaign.documents.rules.editing.drafts import new_key
from campaign.documents.rules.editing.lines import read_addressees, read_recipients, write_recipients
from campaign.documents.rules.editing.moves import Tree, Way
from campaign.errors import Refused
from campaign.glossary import Block


@pytest.mark.parametrize(
    ("typed", "name", "note"),
    [
        ("- Sở Nội vụ (b/c);", "Sở Nội vụ", "b/c"),
        ("  – Chủ tịch, các Phó Chủ tịch UBND xã (để báo cáo).", "Chủ tịch, các Phó Chủ tịch UBND xã", "để báo cáo"),
        ("Lưu: VT, VP.", "Lưu: VT, VP", None),
        ("Ủy ban nhân dân xã Hòa Sơn (Lâm Đồng)", "Ủy ban nhân dân xã Hòa Sơn (Lâm Đồng)", None),
        ("Sở Nội vụ ( t/h )", "Sở Nội vụ", "t/h"),
    ],
)  # fmt: skip
def test_a_line_of_noi_nhan_is_read_as_people_type_it(typed: str, name: str, note: str | None) -> None:
    assert read_recipients(typed) == [RecipientDraft(name, note)]


def test_empty_lines_and_list_signs_are_passed_over() -> None:
    assert read_addressees("- Sở Nội vụ;\n\n - \n•\tPhòng Văn hóa.") == ["Sở Nội vụ", "Phòng Văn hóa"]


_name = st.text(st.sampled_from("ABab ệ.&-"), min_size=1).map(lambda text: "Sở " + text.strip(" .;,-"))
_note = st.none() | st.sampled_from(["b/c", "t/h", "để báo cáo"])


@given(st.lists(st.builds(RecipientDraft, _name.map(lambda name: " ".join(name.split())), _note)))
def test_recipients_written_are_read_back(drafts: list[RecipientDraft]) -> None:
    assert read_recipients(write_recipients((each.name, each.note) for each in drafts)) == drafts


@pytest.mark.parametrize(
    ("draft", "key"),
    [
        (SectionDraft(heading="Mục đích, yêu cầu"), "muc-dich-yeu-cau"),
        (SectionDraft(text="Không có tên"), "muc"),
        (SectionDraft(block=Block.TIME_VENUE), "time_venue"),
        (SectionDraft(heading="Tên", key="goi-y"), "goi-y"),
    ],
)
def test_a_key_says_what_the_section_is(draft: SectionDraft, key: str) -> None:
    assert new_key(draft, ()) == key
    assert new_key(draft, (key, f"{key}-2")) == f"{key}-3"


# ---------------------------------------------------------------- moves


@st.composite
def trees(draw: st.DrawFn) -> tuple[Tree, int]:
    """A tree of up to twelve sections not too deep, and one of them."""
    rows: list[tuple[int, int | None]] = []
    depth: dict[int | None, int] = {None: 0}
    for section in range(1, draw(st.integers(1, 12)) + 1):
        parent = draw(st.sampled_from([each for each, deep in depth.items() if deep < moves.DEEPEST]))
        depth[section] = depth[parent] + 1
        rows.append((section, parent))
    return moves.tree_of(rows), draw(st.sampled_from([section for section, _ in rows]))


@given(trees(), st.sampled_from(Way))
def test_no_move_loses_or_doubles_a_section(case: tuple[Tree, int], way: Way) -> None:
    tree, section = case
    try:
        after = moves.moved(tree, section, way)
    except Refused:
        assert way is Way.INDENT
        return
    assert sorted(each for each, _ in moves.walk(after)) == sorted(each for each, _ in moves.walk(tree))
    assert max(depth for _, depth in moves.walk(after)) < moves.DEEPEST


@given(trees(), st.sampled_from([(Way.UP, Way.DOWN), (Way.DOWN, Way.UP)]))
def test_up_and_down_undo_each_other(case: tuple[Tree, int], ways: tuple[Way, Way]) -> None:
    tree, section = case
    there = moves.moved(tree, section, ways[0])
    if there != tree:
        assert moves.moved(there, section, ways[1]) == tree


@given(trees())
def test_outdent_undoes_indent_where_the_parent_had_no_children(case: tuple[Tree, int]) -> None:
    tree, section = case
    try:
        there = moves.moved(tree, section, Way.INDENT)
    except Refused:
        return
    if there != tree:
        assert moves.moved(there, section, Way.OUTDENT) == tree
