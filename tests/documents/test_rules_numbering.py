"""Numbers of sections, and the references that follow them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.documents.rules.outline import draw_body, number
from campaign.documents.rules.plan import Node
from campaign.glossary import Block, Layout, Numbering
from campaign.vietnamese import letter_value, roman_value
from tests.documents.sample import PLAN

TREE = (
    Node("mo", text="Lời mở.", numbered=False),
    Node("a", "Một", children=(Node("a1", "Hai", children=(Node("a1a", "Ba", children=(Node("a1a1", text="Bốn"),)),)), Node("a2", text="Năm"))),
    Node("b", "Sáu", "Xem mục [[a1a]] và [[a2]].", run_in=True),
)  # fmt: skip


def texts(outline: tuple[Node, ...], numbering: Numbering = Numbering.ROMAN) -> list[str]:
    return [line.text for line in draw_body(outline, PLAN, numbering).lines]


def test_roman_numbering() -> None:
    assert texts(TREE) == [
        "Lời mở.", "I. Một", "1. Hai", "a) Ba", "- Bốn", "2. Năm", "II. Sáu: Xem mục I.1.a và I.2./.",
    ]  # fmt: skip


def test_decimal_numbering() -> None:
    assert texts(TREE, Numbering.DECIMAL) == [
        "Lời mở.", "1. Một", "1.1. Hai", "a) Ba", "- Bốn", "1.2. Năm", "2. Sáu: Xem mục 1.1.a và 1.2./.",
    ]  # fmt: skip


def test_vietnamese_letters_have_đ_and_no_f() -> None:
    points = tuple(Node(text=f"điểm {n}") for n in range(7))
    outline = (Node("a", "Một", children=(Node("b", "Hai", children=points),)),)
    assert [line.split()[0] for line in texts(outline)[2:]] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_a_reference_follows_its_section_when_it_moves() -> None:
    moved = (TREE[0], TREE[2], TREE[1])
    assert texts(moved)[1] == "I. Sáu: Xem mục II.1.a và II.2."


def test_an_unknown_reference_stays_visible_and_is_reported() -> None:
    body = draw_body((Node("x", text="Xem mục [[khong-co]]."),), PLAN, Numbering.ROMAN)
    assert "[[khong-co]]" in body.lines[0].text
    assert [(problem.field, "khong-co" in problem.sentence) for problem in body.problems] == [("x", True)]


def test_a_manual_section_numbers_on_after_what_the_block_draws() -> None:
    manual = Node("m", "Các đơn vị khác", "Cử người dự.", run_in=True)
    outline = (Node("t", "Tổ chức", block=Block.ASSIGNMENTS, layout=Layout.RUN_IN, children=(manual,)),)
    numbers = [line.split(".")[0] for line in texts(outline)]
    assert numbers == ["I", "1", "2", "3", "4"]


def test_a_block_without_heading_numbers_among_its_neighbours() -> None:
    first = Node("m", "Trước tiên", "Chuẩn bị.", run_in=True)
    block = Node("b", block=Block.ASSIGNMENTS, layout=Layout.RUN_IN)
    numbers = [line.split(".")[0] for line in texts((Node("t", "Tổ chức", children=(first, block)),))]
    assert numbers == ["I", "1", "2", "3", "4"]


def test_what_a_block_draws_can_be_referred_to() -> None:
    outline = (
        Node("t", "Tổ chức", block=Block.ASSIGNMENTS, layout=Layout.DASHES),
        Node("k", text="Theo mục [[t.unit-4]].", numbered=False),
    )
    assert texts(outline)[-1] == "Theo mục I.3./."


nodes = st.recursive(
    st.builds(
        Node, heading=st.sampled_from(["", "Đầu"]), text=st.sampled_from(["", "Chữ"]), numbered=st.booleans()
    ),
    lambda children: st.builds(
        Node,
        heading=st.sampled_from(["", "Đầu"]),
        text=st.just("Chữ"),
        numbered=st.booleans(),
        children=st.lists(children, max_size=4).map(tuple),
    ),
    max_leaves=25,
)


@pytest.mark.parametrize("numbering", list(Numbering))
@given(st.lists(nodes, max_size=5).map(tuple))
def test_any_tree_numbers_uniquely_and_in_order(numbering: Numbering, outline: tuple[Node, ...]) -> None:
    numbered = [item for item in number(outline, numbering) if item.label and item.level < 3]
    paths = [item.path for item in numbered]
    assert len(set(paths)) == len(paths)
    counted: dict[str, list[int]] = {}
    for path in paths:
        parent, _, own = path.rpartition(".")
        counted.setdefault(parent, []).append(_value(own, path.count("."), numbering))
    assert all(values == list(range(1, len(values) + 1)) for values in counted.values())


def _value(own: str, level: int, numbering: Numbering) -> int:
    if level == 2:
        return letter_value(own)
    return roman_value(own) if level == 0 and numbering is Numbering.ROMAN else int(own)


@given(st.lists(nodes, max_size=5).map(tuple))
def test_every_heading_and_text_is_printed_once_in_order(outline: tuple[Node, ...]) -> None:
    marked = _marked(outline, count())
    printed = " ".join(line.text for line in draw_body(marked, PLAN, Numbering.ROMAN).lines)
    wanted = _words(marked)
    places = [printed.find(word) for word in wanted]
    assert -1 not in places
    assert places == sorted(places)


def _marked(outline: tuple[Node, ...], numbers: Iterator[int]) -> tuple[Node, ...]:
    """The tree with every heading and text made unlike any other."""
    made = []
    for node in outline:
        heading = node.heading and f"Đầu<{next(numbers)}>"
        text = node.text and f"chữ<{next(numbers)}>"
        made.append(replace(node, heading=heading, text=text, children=_marked(node.children, numbers)))
    return tuple(made)


def _words(outline: tuple[Node, ...]) -> list[str]:
    return [word for node in outline for word in (node.heading, node.text, *_words(node.children)) if word]
