"""Markup of section texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.documents.rules.inline import Span, escape, lines, plain, spans
from campaign.vietnamese import quotes


def read(text: str) -> list[tuple[str, str]]:
    look = {(False, False): "", (True, False): "b", (False, True): "i", (True, True): "bi"}
    return [(look[span.bold, span.italic], span.text) for span in spans(text, {"ke": "II.1"}.__getitem__)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chữ thường", [("", "chữ thường")]),
        ("một **đậm** hai", [("", "một "), ("b", "đậm"), ("", " hai")]),
        ("một *nghiêng*", [("", "một "), ("i", "nghiêng")]),
        ("**đậm *cả nghiêng* nữa**", [("b", "đậm "), ("bi", "cả nghiêng"), ("b", " nữa")]),
        ("tại mục [[ke]] này", [("", "tại mục "), ("", "II.1"), ("", " này")]),
        ("2 * 3 * 4", [("", "2 * 3 * 4")]),
        ("chưa đóng **đậm", [("", "chưa đóng **đậm")]),
        (r"sao \*không\* nghiêng", [("", "sao *không* nghiêng")]),
        (r"\[[ke]]", [("", "[[ke]]")]),
    ],
)
def test_marks_become_spans(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_a_footnote_stands_where_it_is_written() -> None:
    assert spans("mô hình[[^từ *năm* 2026]] này", str) == (
        Span("mô hình"),
        Span("", note="từ năm 2026"),
        Span(" này"),
    )


def test_straight_quotes_are_turned_across_marks() -> None:
    assert plain('**"Ngày không viết"** và *"Ngày không hẹn"*') == "“Ngày không viết” và “Ngày không hẹn”"


def test_each_line_is_a_paragraph_of_its_kind() -> None:
    kinds = [kind for kind, _ in lines("Đoạn\n- gạch\n\n* ghi chú\n**đậm** đầu dòng")]
    assert kinds == ["paragraph", "dash", "note", "paragraph"]


@given(st.text(alphabet='ab *[]\\^"k-', max_size=40))
def test_escaped_text_prints_as_it_is(text: str) -> None:
    assert plain(escape(text)) == quotes(text)


@given(st.text(alphabet='a*[]^\\ "', max_size=40))
def test_no_text_is_too_strange_to_read(text: str) -> None:
    spans(text, str)
