"""Markup of section texts."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.documents.rules import inline
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


# ---------------------------------------------------------------- what is printed is read back

_words = st.text(alphabet="aằ *[]^\\k", min_size=1, max_size=8).map(str.strip).filter(bool)
_spans = st.lists(
    st.builds(Span, _words, bold=st.booleans(), italic=st.booleans()) | st.builds(Span, st.just(""), note=_words),
    min_size=1,
    max_size=6,
)  # fmt: skip


def printed(span: Span) -> str:
    """The markup of a span."""
    if span.note:
        return f"[[^{escape(span.note)}]]"
    marks = "*" * span.italic + "**" * span.bold
    return f"{marks}{escape(span.text)}{marks[::-1]}"


def together(written: list[Span]) -> list[Span]:
    """The spans with those in a row that have no look as one, a blank between them."""
    runs = [list(run) for _, run in groupby(written, lambda span: replace(span, text="") == Span(""))]
    return [
        span
        for run in runs
        for span in ([Span(" ".join(each.text for each in run))] if replace(run[0], text="") == Span("") else run)
    ]  # fmt: skip


@given(_spans)
def test_what_is_printed_is_read_back(written: list[Span]) -> None:
    read = spans(" ".join(printed(span) for span in written), str)
    stripped = [replace(span, text=span.text.strip()) for span in read]
    assert [span for span in stripped if span != Span("")] == together(written)


# ---------------------------------------------------------------- long texts


@dataclass
class Counting:
    """A pattern that counts the letters it has searched."""

    pattern: re.Pattern[str]
    letters: int = 0

    def search(self, text: str, start: int) -> re.Match[str] | None:
        found = self.pattern.search(text, start)
        self.letters += (found.end() if found else len(text)) - start
        return found


UNCLOSED = ["[[^", "[[^a ", "**a ", "**a\n", "*a ", "[[a", "[[^**a *b", "[[^x**", "a**", "]]", '**"a ']


def searched(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Letters searched while the text is read."""
    patterns = [Counting(inline._OPENING), *map(Counting, inline._CLOSING.values())]
    with monkeypatch.context() as patch:
        patch.setattr(inline, "_OPENING", patterns[0])
        patch.setattr(inline, "_CLOSING", dict(zip(inline._CLOSING, patterns[1:], strict=True)))
        spans(text, str)
    return sum(pattern.letters for pattern in patterns)


@pytest.mark.parametrize("unclosed", UNCLOSED)
def test_a_text_twice_as_long_takes_twice_the_work(unclosed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for tail in ("", "**" * 300, "]]"):
        short, long = (searched(unclosed * count + tail, monkeypatch) for count in (300, 600))
        assert long <= 2.1 * short


def test_marks_within_marks_of_their_kind_are_signs() -> None:
    assert read("**a **b** c") == [("b", "a **b"), ("", " c")]
    assert len(spans("**a " * 5000 + "**" * 5000, str)) > 0
